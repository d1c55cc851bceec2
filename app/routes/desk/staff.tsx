import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { giveNobodys, nobodysFor } from '#app/domain/council/nobodys'
import { addStaff } from '#app/domain/council/staff'
import { addTeam, allTeams, everybody, setLead } from '#app/domain/council/teams'
import { onceFor } from '#app/domain/forms/once-for'
import { Refusal } from '#app/domain/refusal'
import { takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { administratorAt } from '#app/edge/desk-guards.server'
import { blankForm } from '#app/edge/form.server'
import { StaffPage } from '#app/views/desk/staff-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = await administratorAt(context)
  const [all, teams, nobodys] = await Promise.all([
    everybody(context.world),
    allTeams(context.world),
    nobodysFor(context.world, staff),
  ])
  const { pathname, searchParams } = new URL(request.url)
  return { all, teams, nobodys, saved: searchParams.has('saved'), form: blankForm(context.world, staff, pathname) }
}

type Why = 'staff' | 'name' | 'lead' | 'nobody'

export function action(args: ActionFunctionArgs) {
  const { context } = args
  return takeDeskForm<Why>(args, async ({ typed, press }) => {
    const { world } = context
    const staff = await administratorAt(context)
    const { staffId } = staff
    const leadTo = `${press.path}?saved`
    const { write, sent } = onceFor(world, staff, { ...press, leadTo })
    if (typed.part === 'nobodys') {
      const of = { family: typed.family ?? '', to: typed.manager ?? '' }
      if ('refused' in (await giveNobodys(world, staff, of, write)))
        return { faults: { manager: 'nobody' } as Record<string, Why> }
    } else if (typed.part === 'team') {
      if ('refused' in (await addTeam(world, staffId, typed.team ?? '', write)))
        return { faults: { team: 'name' } as Record<string, Why> }
    } else if (typed.part === 'lead') {
      const of = { teamId: typed.of ?? '', leadId: typed.lead ?? '' }
      if ('refused' in (await setLead(world, staffId, of, write)))
        return { faults: { lead: 'lead' } as Record<string, Why> }
    } else {
      const { id, name, role, phone, inTeam } = typed
      const given = { id, name, role, team: inTeam || undefined, phone: phone || undefined, account: undefined }
      try {
        await addStaff(world, given, staffId, write)
      } catch (error) {
        if (error instanceof Refusal) return { faults: { id: 'staff' } as Record<string, Why> }
        throw error
      }
    }
    return toldOf(sent() ?? { state: 'forged' }, leadTo)
  })
}

export default function Staff() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <StaffPage {...page} form={{ ...form, ...back }} faults={back?.faults ?? {}} />
}
