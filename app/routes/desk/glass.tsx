import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { breakGlass, GLASS_HOURS, type GlassRefused, toOpen } from '#app/domain/council/glass'
import { onceFor } from '#app/domain/forms/once-for'
import { pressedBefore } from '#app/domain/forms/tickets'
import { takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { blankForm } from '#app/edge/form.server'
import { notAdministratorAt } from '#app/edge/team-at.server'
import { GlassPage } from '#app/views/desk/glass-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = await notAdministratorAt(context)
  return { hours: GLASS_HOURS, form: blankForm(context.world, staff, new URL(request.url).pathname) }
}

export function action(args: ActionFunctionArgs) {
  const { context } = args
  return takeDeskForm<GlassRefused>(args, async ({ typed, press }) => {
    const { world } = context
    const { reference = '', reason = '' } = typed
    const staff = await notAdministratorAt(context)
    const before = await pressedBefore(world, press)
    if (before) return { is: 'pressed-twice', leadTo: before }
    const found = await toOpen(world, staff.staffId, { reference, reason })
    if ('refused' in found) return { faults: { [found.refused]: found.refused } as Record<string, GlassRefused> }
    const leadTo = `/desk/families/${found.publicId}/handover`
    const once = onceFor(world, staff, { ...press, leadTo })
    await breakGlass(world, staff.staffId, found, reason, once.write)
    return toldOf(once.sent() ?? { state: 'forged' }, leadTo)
  })
}

export default function Glass() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <GlassPage {...page} form={{ ...form, ...back }} faults={back?.faults ?? {}} />
}
