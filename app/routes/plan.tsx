import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { logFor } from '#app/domain/access/read-log'
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
  const { world } = context
  const log = member.plan.viewer.sight === 'young' ? await logFor(world, member.plan) : undefined
  return { plan: { ...member.plan, people: [] }, log, onCall: await onCallNow(world) }
}

export default function Plan() {
  const { plan, log, onCall } = useLoaderData<typeof loader>()
  return log ? <YoungPlanPage plan={plan} log={log} /> : <PlanPage plan={plan} onCall={onCall} />
}
