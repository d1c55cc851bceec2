import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { cancelText } from '#app/domain/desk/texts-for-staff'
import { onceFor } from '#app/domain/forms/once-for'
import { takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { textAt } from '#app/edge/desk-guards.server'
import { blankForm } from '#app/edge/form.server'
import { CancelTextPage } from '#app/views/desk/text-confirm'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { staff, family, line } = await textAt(context, params)
  return { family, text: line, form: blankForm(context.world, staff, new URL(request.url).pathname) }
}

export function action(args: ActionFunctionArgs) {
  const { context, params } = args
  return takeDeskForm<'gone'>(args, async ({ staff, press }) => {
    const { family, text } = await textAt(context, params)
    const leadTo = `/desk/families/${family.id}/texts`
    const once = onceFor(context.world, staff, { ...press, leadTo })
    if (!(await cancelText(context.world, text, once.write))) return { faults: { text: 'gone' } }
    return toldOf(once.sent() ?? { state: 'forged' }, leadTo)
  })
}

export default function CancelText() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <CancelTextPage {...page} form={{ ...form, ...back }} gone={!!back?.faults} />
}
