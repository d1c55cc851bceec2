import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { planForStaff } from '#app/domain/access/read-plan'
import { onCallNow } from '#app/domain/council/on-call'
import { viewersOf } from '#app/domain/desk/people-for-staff'
import { noteStaffView } from '#app/edge/desk-forms.server'
import { familyAt, headOf } from '#app/edge/desk-guards.server'
import { FamilyPlanPage } from '#app/views/desk/plan-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { world, visitor } = context
  const { staff, family } = await familyAt(context, params)
  await noteStaffView(context, staff, family, 'plan.viewed')
  const { familyId } = family
  const [whole, onCall, viewers] = await Promise.all([
    planForStaff(world, { familyId, staffId: staff.staffId, language: await visitor.language() }),
    onCallNow(world),
    viewersOf(world, familyId),
  ])
  return {
    family: headOf(family),
    plan: whole ? { whole, onCall } : undefined,
    viewers,
  }
}

export default function FamilyPlan() {
  return <FamilyPlanPage {...useLoaderData<typeof loader>()} />
}
