import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { markUnusualSeen, unusualFor } from '#app/domain/desk/unusual'
import { onceFor } from '#app/domain/forms/once-for'
import { pressedBefore } from '#app/domain/forms/tickets'
import { deskBefore, takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { staffAt } from '#app/edge/desk-guards.server'
import { blankForm } from '#app/edge/form.server'
import { UnusualSeenPage } from '#app/views/desk/unusual-row'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

async function unusualAt(context: AppLoadContext, { unusual = '' }: { unusual?: string }) {
  const staff = await staffAt(context)
  const [found] = /^\d{1,15}$/.test(unusual) ? await unusualFor(context.world, staff.staffId, unusual) : []
  if (!found) throw new Response(null, { status: 404 })
  return { staff, found }
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { staff, found } = await unusualAt(context, params)
  const { pathname } = new URL(request.url)
  return { id: found.id, form: blankForm(context.world, staff, pathname) }
}

export function action(args: ActionFunctionArgs) {
  const { context, params } = args
  return takeDeskForm(args, async ({ staff, typed, press }) => {
    const before = await pressedBefore(context.world, press)
    if (before) return { is: 'pressed-twice', leadTo: before }
    const { found } = await unusualAt(context, params)
    const leadTo = deskBefore(typed)
    const once = onceFor(context.world, staff, { ...press, leadTo })
    await markUnusualSeen(context.world, staff.staffId, found, once.write)
    return toldOf(once.sent() ?? { state: 'forged' }, leadTo)
  })
}

export default function UnusualSeen() {
  const { form, ...page } = useLoaderData<typeof loader>()
  return <UnusualSeenPage {...page} form={{ ...form, ...useActionData<typeof action>() }} />
}
