import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { changesFor } from '#app/domain/access/read-changes'
import { sourceOf } from '#app/domain/access/read-plan'
import { noteLook } from '#app/domain/coming-in/looks'
import { onCallNow } from '#app/domain/council/on-call'
import { memberOf, signedInHeaders } from '#app/edge/guards.server'
import { ChangesPage } from '#app/views/changes/changes-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'changes' }
export const headers = signedInHeaders

/** Reading it is what acknowledges it: the trail keeps up to which version they read. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { plan, session } = await memberOf(context, params)
  const [changes, onCall] = await Promise.all([changesFor(context.world, plan), onCallNow(context.world)])
  await noteLook(context.world, { session, did: 'changes.viewed', about: sourceOf(plan).versionId })
  return { plan: { id: plan.id, worker: plan.worker, away: plan.away }, changes, onCall }
}

export default function PlanChanges() {
  return <ChangesPage {...useLoaderData<typeof loader>()} />
}
