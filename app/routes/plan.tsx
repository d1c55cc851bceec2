import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { logFor } from '#app/domain/access/read-log'
import { onCallNow } from '#app/domain/council/on-call'
import { memberOf, noteView, signedInHeaders } from '#app/edge/guards.server'
import { isKept } from '#app/edge/kept-pages.server'
import type { PageHandle } from '#app/views/page-handle'
import { PlanPage } from '#app/views/plan/plan-page'
import { YoungPlanPage } from '#app/views/plan/young-plan-page'

export const handle: PageHandle = { title: 'plan' }
export const headers = signedInHeaders

export async function loader(args: LoaderFunctionArgs) {
  if (await isKept(args, 'plan.viewed')) return null
  const { context, params } = args
  const member = await memberOf(context, params)
  await noteView(context.world, member, 'plan.viewed')
  // Other pages' parts stay behind: Remix packs up all a page is given, needed or not.
  const { world } = context
  const log = member.plan.viewer.sight === 'young' ? await logFor(world, member.plan) : undefined
  return { plan: { ...member.plan, people: [] }, log, onCall: await onCallNow(world) }
}

export default function Plan() {
  const made = useLoaderData<typeof loader>()
  if (!made) return null
  const { plan, log, onCall } = made
  return log ? <YoungPlanPage plan={plan} log={log} onCall={onCall} /> : <PlanPage plan={plan} onCall={onCall} />
}
