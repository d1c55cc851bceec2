import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { askedOf } from '#app/domain/access/asked-of'
import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import { planForStaff } from '#app/domain/access/read-plan'
import { onCallNow } from '#app/domain/council/on-call'
import { whoPublished } from '#app/domain/council/who-published'
import { wayOfDraft } from '#app/domain/desk/way-of-draft'
import { noteStaffView } from '#app/edge/desk-forms.server'
import { headOf } from '#app/edge/desk-guards.server'
import { readerAt } from '#app/edge/draft-at.server'
import { recentlyShutAt } from '#app/edge/recently-shut.server'
import { FamilyPlanPage } from '#app/views/desk/plan-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { world, visitor } = context
  const { staff, family, as } = await readerAt(context, params)
  await noteStaffView(context, staff, family, 'plan.viewed')
  const { familyId } = family
  const language = await visitor.language()
  // Who is only named to check a draft reads that, also where an older version is published.
  const checking = !as && { name: staff.name, draftFirst: true }
  const [whole, onCall, way, behind, recent] = await Promise.all([
    planForStaff(world, { familyId, staffId: staff.staffId, language, ...checking }),
    onCallNow(world),
    wayOfDraft(world, familyId, { staffId: staff.staffId, as }),
    whoPublished(world, familyId),
    as ? recentlyShutAt(context, staff, family) : [],
  ])
  return {
    family: headOf(family),
    plan: whole
      ? { whole: whole.plan, views: viewsIn(whole.plan), onCall, closable: family.published ? whole.closable : [] }
      : undefined,
    viewers: (whole?.viewers ?? []).map(({ id, name, apart }) => ({ id, name, apart })),
    ...{ way, behind, recent, alone: !as, writing: as && family.writing },
  }
}

/** What was said of the plan so far; a draft's pages show it without. */
const viewsIn = (plan: PlanAsSeenBy) => askedOf(plan).filter(({ others }) => others.length > 0)

export default function FamilyPlan() {
  return <FamilyPlanPage {...useLoaderData<typeof loader>()} />
}
