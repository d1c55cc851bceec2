import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askForCall } from '#app/domain/said/log'
import { readsNow, signsToActOn } from '#app/domain/said/who-reads'
import { formFor, noteFormView, takeMemberForm } from '#app/edge/form.server'
import { memberOf, signedInHeaders } from '#app/edge/guards.server'
import { RingMePage } from '#app/views/check-ins/ring-me'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'write' }
export const headers = signedInHeaders

export const action = (args: ActionFunctionArgs) =>
  takeMemberForm(args, async ({ world, member, plan, press }) =>
    askForCall(world, member, plan, { ...press, leadTo: (entry) => `/p/${plan.id}/log/${entry}/saved` }),
  )

export async function loader({ context, params }: LoaderFunctionArgs) {
  const member = await memberOf(context, params)
  await noteFormView(context, member, 'log-form.viewed')
  const { world } = context
  const { plan, session } = member
  const ring = await formFor(world, session, `/p/${plan.id}/log/ring`)
  return { plan, reads: await readsNow(world, plan), steps: signsToActOn(plan), ring }
}

export default function LogRing() {
  const page = useLoaderData<typeof loader>()
  return <RingMePage {...page} ring={{ ...page.ring, ...useActionData<typeof action>() }} />
}
