import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { numbersMissing, refuseNumber } from '#app/domain/desk/refuse-number'
import { onceFor } from '#app/domain/forms/once-for'
import { noteStaffView, takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { familyAt, headOf } from '#app/edge/desk-guards.server'
import { blankForm } from '#app/edge/form.server'
import { NumbersPage } from '#app/views/desk/numbers-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { staff, family } = await familyAt(context, params)
  await noteStaffView(context, staff, family, 'people.viewed')
  const missing = await numbersMissing(context.world, { family, staffId: staff.staffId })
  return {
    family: headOf(family),
    owners: missing?.owners ?? [],
    form: blankForm(context.world, staff, new URL(request.url).pathname),
  }
}

export const action = (args: ActionFunctionArgs) =>
  takeDeskForm(args, async ({ staff, typed, press }) => {
    const { context, params } = args
    const { world } = context
    const { family } = await familyAt(context, params)
    const leadTo = `/desk/families/${family.publicId}/numbers`
    const once = onceFor(world, staff, { ...press, leadTo })
    await refuseNumber(world, { family, staffId: staff.staffId, owner: typed.person ?? '' }, once.write)
    const sent = once.sent()
    return sent ? toldOf(sent, leadTo) : { is: 'saved', leadTo }
  })

export default function Numbers() {
  const { form, ...page } = useLoaderData<typeof loader>()
  return <NumbersPage {...page} form={{ ...form, ...useActionData<typeof action>() }} />
}
