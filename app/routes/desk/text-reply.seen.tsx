import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { markReplySeen } from '#app/domain/desk/replies-for-staff'
import { onceFor } from '#app/domain/forms/once-for'
import { deskBefore, takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { textReplyAt } from '#app/edge/desk-guards.server'
import { blankForm } from '#app/edge/form.server'
import { TextSeenPage } from '#app/views/desk/text-confirm'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { staff, family } = await textReplyAt(context, params)
  const { pathname } = new URL(request.url)
  return { family, action: pathname, form: blankForm(context.world, staff, pathname) }
}

export function action(args: ActionFunctionArgs) {
  const { context, params } = args
  return takeDeskForm(args, async ({ staff, typed, press }) => {
    const { family, reply } = await textReplyAt(context, params)
    const leadTo = typed.from === 'texts' ? `/desk/families/${family.id}/texts` : deskBefore(typed)
    const once = onceFor(context.world, staff, { ...press, leadTo })
    await markReplySeen(context.world, reply, once.write)
    return toldOf(once.sent() ?? { state: 'forged' }, leadTo)
  })
}

export default function ReplySeen() {
  const { form, ...page } = useLoaderData<typeof loader>()
  return <TextSeenPage {...page} form={{ ...form, ...useActionData<typeof action>() }} />
}
