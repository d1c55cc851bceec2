import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { onCallNow } from '#app/domain/council/on-call'
import { memberOf, noteView, signedInHeaders } from '#app/edge/guards.server'
import type { PageHandle } from '#app/views/page-handle'
import { PlanPage } from '#app/views/plan/plan-page'
import { YoungPlanPage } from '#app/views/plan/young-plan-page'

export const handle: PageHandle = { title: 'plan' }
export const headers = signedInHeaders

export async function loader({ context, params }: LoaderFunctionArgs) {
  const member = await memberOf(context, params)
  await noteView(context.world, member, 'plan.viewed')
  // Other pages' parts stay behind: Remix packs up all a page is given, needed or not.
  const log = member.plan.viewer.reach === 'young' ? member.plan.log : []
  return { plan: { ...member.plan, log, people: [], alsoSaid: [] }, onCall: await onCallNow(context.world) }
}

export default function Plan() {
  const { plan, onCall } = useLoaderData<typeof loader>()
  return plan.viewer.reach === 'young' ? <YoungPlanPage plan={plan} /> : <PlanPage plan={plan} onCall={onCall} />
}
