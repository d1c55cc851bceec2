import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { onCallNow } from '#app/domain/council/on-call'
import { memberOf, noteViewIfPossible, signedInHeaders } from '#app/edge/guards.server'
import { NowPage } from '#app/views/now-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'now' }
export const headers = signedInHeaders

export async function loader({ context, params }: LoaderFunctionArgs) {
  const member = await memberOf(context, params)
  await noteViewIfPossible(context, member, 'now.viewed')
  return { plan: member.plan, onCall: await onCallNow(context.world) }
}

export default function Now() {
  return <NowPage {...useLoaderData<typeof loader>()} />
}
