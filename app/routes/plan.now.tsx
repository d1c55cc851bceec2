import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { childline } from '#app/domain/council/helplines'
import { onCallNow } from '#app/domain/council/on-call'
import { memberOf, noteViewIfPossible, signedInHeaders } from '#app/edge/guards.server'
import { NowPage } from '#app/views/now-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'now' }
export const headers = signedInHeaders

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const member = await memberOf(context, params)
  await noteViewIfPossible(context, member, 'now.viewed')
  const { searchParams } = new URL(request.url)
  const at = Number(searchParams.get('at') ?? 0)
  const sign = searchParams.get('sign') ?? undefined
  return {
    plan: member.plan,
    onCall: await onCallNow(context.world),
    childline: await childline(context.world),
    sign,
    at: Number.isInteger(at) && at > 0 ? at : 0,
  }
}

export default function Now() {
  return <NowPage {...useLoaderData<typeof loader>()} />
}
