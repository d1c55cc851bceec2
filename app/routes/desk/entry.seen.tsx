import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readByStaff } from '#app/domain/said/entry-for-staff'
import { markSeen } from '#app/domain/said/seen'
import { deskBefore, noteStaffView, takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { entryAt } from '#app/edge/desk-guards.server'
import { blankForm } from '#app/edge/form.server'
import { SeenPage } from '#app/views/desk/reply-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { staff, entry } = await entryAt(context, params)
  await noteStaffView(context, staff, entry, 'entry.viewed', entry.saidId)
  const form = blankForm(context.world, staff, new URL(request.url).pathname)
  return { of: await readByStaff(context.world, entry), form }
}

export function action(args: ActionFunctionArgs) {
  return takeDeskForm(args, async ({ staff, typed, press }) => {
    const { entry } = await entryAt(args.context, args.params)
    const leadTo = typed.from === 'log' ? `/desk/families/${entry.family}/log#e-${entry.id}` : deskBefore(typed)
    return toldOf(await markSeen(args.context.world, staff, { ...press, leadTo }, [entry]), leadTo)
  })
}

export default function Seen() {
  const { of, form } = useLoaderData<typeof loader>()
  return <SeenPage of={of} form={{ ...form, ...useActionData<typeof action>() }} />
}
