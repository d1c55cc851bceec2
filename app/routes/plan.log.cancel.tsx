import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ownEntry } from '#app/domain/access/read-log'
import { cancelCall } from '#app/domain/said/calls'
import { formFor, formHeaders, noteFormView, takeMemberForm, toldOf } from '#app/edge/form.server'
import { memberOf } from '#app/edge/guards.server'
import { CancelCallPage } from '#app/views/check-ins/call-asked'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'write' }
export const headers = formHeaders

export const action = (args: ActionFunctionArgs) =>
  takeMemberForm(args, async ({ world, member, plan, press }) => {
    const entry = await ownEntry(world, plan, args.params.entry)
    if (!entry?.ringMe) throw new Response(null, { status: 404 })
    const form = { ...press, leadTo: '/home' }
    return toldOf(await cancelCall(world, member, form, entry), form.leadTo)
  })

export async function loader({ context, params }: LoaderFunctionArgs) {
  const member = await memberOf(context, params)
  const { plan, session } = member
  const entry = await ownEntry(context.world, plan, params.entry)
  if (!entry?.ringMe) throw new Response(null, { status: 404 })
  await noteFormView(context, member, 'log-form.viewed')
  const form = await formFor(context.world, session, `/p/${plan.id}/log/${entry.id}/cancel`)
  return { plan: plan.id, entry, worker: plan.worker.name, form }
}

export default function CancelCall() {
  const page = useLoaderData<typeof loader>()
  return <CancelCallPage {...page} form={{ ...page.form, ...useActionData<typeof action>() }} />
}
