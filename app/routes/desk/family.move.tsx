import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { colleagues } from '#app/domain/council/colleagues'
import { moveFamily } from '#app/domain/council/moving'
import { onceFor } from '#app/domain/forms/once-for'
import { pressedBefore } from '#app/domain/forms/tickets'
import { takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { headOf } from '#app/edge/desk-guards.server'
import { blankForm } from '#app/edge/form.server'
import { managedAt } from '#app/edge/team-at.server'
import { MovePage } from '#app/views/desk/move-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { staff, family } = await managedAt(context, params)
  const form = blankForm(context.world, staff, new URL(request.url).pathname)
  return { family: headOf(family), all: await colleagues(context.world), form }
}

export function action(args: ActionFunctionArgs) {
  const { context, params } = args
  return takeDeskForm<'nobody' | 'not-named'>(args, async ({ typed, press }) => {
    const before = await pressedBefore(context.world, press)
    if (before) return { is: 'pressed-twice', leadTo: before }
    const { staff, family } = await managedAt(context, params)
    const once = onceFor(context.world, staff, { ...press, leadTo: '/desk/team' })
    const moved = await moveFamily(context.world, staff.staffId, family.familyId, typed.to ?? '', once.write)
    if ('refused' in moved) return { faults: { to: moved.refused } }
    return toldOf(once.sent() ?? { state: 'forged' }, '/desk/team')
  })
}

export default function Move() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <MovePage {...page} form={{ ...form, ...back }} refused={back?.faults?.to} />
}
