import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { onceFor } from '#app/domain/forms/once-for'
import { pressedBefore } from '#app/domain/forms/tickets'
import { restorable, restoreVersion } from '#app/domain/record/restore-version'
import { noteStaffView, takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { familyAt, headOf } from '#app/edge/desk-guards.server'
import { blankForm, type Outcome } from '#app/edge/form.server'
import { RestorePage } from '#app/views/desk/restore-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { staff, family } = await familyAt(context, params)
  const { world } = context
  const of = { familyId: family.familyId, number: Number(params.version) }
  const version = await restorable(world, { staffId: staff.staffId, as: family.as }, of)
  if (!version || family.writing) throw redirect(`/desk/families/${family.publicId}/versions`, 303)
  await noteStaffView(context, staff, family, 'versions.viewed')
  const { number, draft } = version
  return {
    ...{ family: headOf(family), number, form: blankForm(world, staff, new URL(request.url).pathname) },
    ...(draft && { draft: { by: draft.author.name, on: draft.madeAt } }),
  }
}

export const action = (args: ActionFunctionArgs) =>
  takeDeskForm(args, async ({ staff, press }): Promise<Outcome> => {
    const { context, params } = args
    const { world } = context
    const before = await pressedBefore(world, press)
    if (before) return { is: 'pressed-twice', leadTo: before }
    const { family } = await familyAt(context, params)
    const leadTo = `/desk/families/${family.publicId}/plan`
    const once = onceFor(world, staff, { ...press, leadTo })
    const of = { familyId: family.familyId, number: Number(params.version) }
    const made = await restoreVersion(world, { staffId: staff.staffId, as: family.as }, of, once.write)
    // Somebody was quicker: they see how it stands.
    if (!made) throw redirect(leadTo, 303)
    // The list says who writes, and what to do first.
    if ('refused' in made) throw redirect(`/desk/families/${family.publicId}/versions`, 303)
    return toldOf(once.sent() ?? { state: 'forged' }, leadTo)
  })

export default function Restore() {
  const { form, ...page } = useLoaderData<typeof loader>()
  return <RestorePage {...page} form={{ ...form, ...useActionData<typeof action>() }} />
}
