import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { familiesOfTeam } from '#app/domain/council/families-of-team'
import { glassNotices, readNotice } from '#app/domain/council/glass'
import { giveNobodys, nobodysFor } from '#app/domain/council/nobodys'
import { onceFor } from '#app/domain/forms/once-for'
import { pressedBefore } from '#app/domain/forms/tickets'
import { takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { heldAt } from '#app/edge/desk-guards.server'
import { blankForm } from '#app/edge/form.server'
import { managerAt } from '#app/edge/team-at.server'
import { TeamPage } from '#app/views/desk/team-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world } = context
  const staff = await managerAt(context)
  const held = await heldAt(context, staff)
  const [families, found, nobodys] = await Promise.all([
    familiesOfTeam(world, held),
    glassNotices(world, held),
    nobodysFor(world, staff),
  ])
  const notices = found.map(({ familyId, ...notice }) => {
    const family = held.find((one) => one.familyId === familyId)
    return { ...notice, family: { id: family?.publicId ?? '', name: family?.familyName ?? '' } }
  })
  return { families, notices, nobodys, form: blankForm(world, staff, new URL(request.url).pathname) }
}

export function action(args: ActionFunctionArgs) {
  const { context } = args
  return takeDeskForm(args, async ({ staff, typed, press }) => {
    const { world } = context
    await managerAt(context)
    const before = await pressedBefore(world, press)
    if (before) return { is: 'pressed-twice', leadTo: before }
    const once = onceFor(world, staff, { ...press, leadTo: press.path })
    if (typed.part === 'take') {
      const given = await giveNobodys(world, staff, { family: typed.family ?? '', to: staff.staffId }, once.write)
      if ('refused' in given) return { is: 'old-page' }
      return toldOf(once.sent() ?? { state: 'forged' }, press.path)
    }
    const notice = (await glassNotices(world, await heldAt(context, staff))).find(({ id }) => id === typed.notice)
    if (!notice) return { is: 'old-page' }
    await readNotice(world, staff.staffId, notice, once.write)
    return toldOf(once.sent() ?? { state: 'forged' }, press.path)
  })
}

export default function Team() {
  const { form, ...page } = useLoaderData<typeof loader>()
  return <TeamPage {...page} form={{ ...form, ...useActionData<typeof action>() }} />
}
