import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readByStaff } from '#app/domain/said/entry-for-staff'
import { reply } from '#app/domain/said/replies'
import { noteStaffView, takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { entryAt } from '#app/edge/desk-guards.server'
import { blankForm } from '#app/edge/form.server'
import { ReplyPage } from '#app/views/desk/reply-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { staff, entry } = await entryAt(context, params)
  await noteStaffView(context, staff, entry, 'entry.viewed', entry.saidId)
  const { pathname, searchParams } = new URL(request.url)
  return {
    of: await readByStaff(context.world, entry),
    form: blankForm(context.world, staff, pathname),
    fromLog: searchParams.get('from') === 'log',
  }
}

export function action(args: ActionFunctionArgs) {
  return takeDeskForm<string>(args, async ({ staff, typed, press }) => {
    const { entry } = await entryAt(args.context, args.params)
    const leadTo = typed.from === 'log' ? `/desk/families/${entry.family}/log#e-${entry.id}` : '/desk'
    const { words = '', looked } = typed
    // "Change it" sends nothing: the words come back to be written on.
    if (typed.change) return { faults: {} }
    const sent = await reply(args.context.world, staff, { ...press, leadTo }, { to: entry, typed: words, looked })
    if (!('refused' in sent)) return toldOf(sent, leadTo)
    const found: Record<string, string> = 'found' in sent ? { found: sent.found.join(', ') } : {}
    return { faults: { ...found, words: sent.refused } }
  })
}

export default function Reply() {
  const { of, form, fromLog } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  const from = fromLog || back?.typed.from === 'log' ? 'log' : undefined
  return <ReplyPage of={of} form={{ ...form, ...back }} from={from} />
}
