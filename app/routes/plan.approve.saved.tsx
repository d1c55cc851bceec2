import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { storiesAskedOf } from '#app/domain/access/stories-asked'
import { readersOf } from '#app/domain/access/who-reads-it'
import { approvalStaysFromSome } from '#app/domain/access/words-that-stay'
import { readsNow } from '#app/domain/said/who-reads'
import { memberOf, noteViewIfPossible, signedInHeaders } from '#app/edge/guards.server'
import { ApprovalSaved } from '#app/views/approve/approval-saved'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'saved' }
export const headers = signedInHeaders

export async function loader({ context, params }: LoaderFunctionArgs) {
  const member = await memberOf(context, params)
  const { world } = context
  const { plan } = member
  const of = storiesAskedOf(plan).find(({ id }) => id === params.story)
  if (!of?.mine) throw new Response(null, { status: 404 })
  await noteViewIfPossible(context, member, 'approve.viewed')
  return {
    plan: plan.id,
    name: plan.viewer.name,
    story: of.id,
    mine: of.mine,
    stay: await approvalStaysFromSome(world, plan, of),
    reads: await readsNow(world, plan),
    readers: await readersOf(world, plan, of.mine),
  }
}

export default function Saved() {
  return <ApprovalSaved {...useLoaderData<typeof loader>()} />
}
