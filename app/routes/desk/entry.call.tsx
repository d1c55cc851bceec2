import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { callWent, logCall } from '#app/domain/said/calls'
import { readByStaff } from '#app/domain/said/entry-for-staff'
import { deskBefore, noteStaffView, takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { entryAt } from '#app/edge/desk-guards.server'
import { blankForm } from '#app/edge/form.server'
import { CallPage } from '#app/views/desk/call-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { staff, entry } = await entryAt(context, params)
  await noteStaffView(context, staff, entry, 'entry.viewed', entry.saidId)
  const form = blankForm(context.world, staff, new URL(request.url).pathname)
  return { of: await readByStaff(context.world, entry), form }
}

export function action(args: ActionFunctionArgs) {
  return takeDeskForm<'choice-missing' | 'voicemail'>(args, async ({ staff, typed, press }) => {
    const { entry } = await entryAt(args.context, args.params, { logs: true })
    const how = callWent(typed.how)
    if (!how) return { faults: { how: 'choice-missing' } }
    // Whoever has safe times may not be the one who hears a message: that one was left is asked for once more.
    const isKept =
      how === 'left-message' && typed.sure !== 'yes' && (await readByStaff(args.context.world, entry)).by.safeToText
    if (isKept) return { faults: { how: 'voicemail' } }
    const leadTo = typed.from === 'log' ? `/desk/families/${entry.family}/log#e-${entry.id}` : deskBefore(typed)
    return toldOf(await logCall(args.context.world, staff, { ...press, leadTo }, entry, how), leadTo)
  })
}

export default function Call() {
  const { of, form } = useLoaderData<typeof loader>()
  return <CallPage of={of} form={{ ...form, ...useActionData<typeof action>() }} />
}
