import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { leave } from '#app/domain/council/staff'
import { allTeams, changeStaff, everybody } from '#app/domain/council/teams'
import { onceFor } from '#app/domain/forms/once-for'
import { pressedBefore } from '#app/domain/forms/tickets'
import { takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { administratorAt } from '#app/edge/desk-guards.server'
import { blankForm } from '#app/edge/form.server'
import { MemberPage } from '#app/views/desk/member-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

const LIST = '/desk/staff?saved'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const staff = await administratorAt(context)
  const [all, teams] = await Promise.all([everybody(context.world), allTeams(context.world)])
  const of = all.find(({ id, leftAt }) => id === params.member && !leftAt)
  if (!of) throw new Response(null, { status: 404 })
  return {
    of,
    teams,
    isMe: of.id === staff.staffId,
    form: blankForm(context.world, staff, new URL(request.url).pathname),
  }
}

export function action(args: ActionFunctionArgs) {
  const { context, params } = args
  return takeDeskForm<'staff' | 'self'>(args, async ({ typed, press }) => {
    const { world } = context
    const staff = await administratorAt(context)
    const before = await pressedBefore(world, press)
    if (before) return { is: 'pressed-twice', leadTo: before }
    const id = params.member ?? ''
    if (!(await everybody(world)).some((one) => one.id === id && !one.leftAt)) throw new Response(null, { status: 404 })
    const { write, sent } = onceFor(world, staff, { ...press, leadTo: LIST })
    if (typed.part === 'leave') {
      if (id === staff.staffId) return { faults: { leave: 'self' } }
      await leave(world, id, staff.staffId, write)
    } else {
      const of = { id, role: typed.role ?? '', teamId: typed.inTeam ?? '' }
      const set = await changeStaff(world, staff.staffId, of, write)
      if ('refused' in set) return { faults: { role: set.refused } as Record<string, 'staff' | 'self'> }
    }
    return toldOf(sent() ?? { state: 'forged' }, LIST)
  })
}

export default function Member() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <MemberPage {...page} form={{ ...form, ...back }} faults={back?.faults ?? {}} />
}
