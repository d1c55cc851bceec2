import { type Viewer, viewersOf } from '#app/domain/access/viewers'
import type { Draft } from '#app/domain/council/drafts'
import { lookedAt } from '#app/domain/trail/looked-at'
import type { World } from '#app/domain/world'

/** Everybody with a view of a draft, and when this member of staff last looked at it as that person: undefined, not yet. */
export async function lookedThroughEyes(
  world: World,
  draft: Draft,
  staffId: string,
): Promise<(Viewer & { looked?: string })[]> {
  const look = { who: `staff:${staffId}`, did: 'plan.previewed' } as const
  const [viewers, looked] = await Promise.all([viewersOf(world, draft.familyId), lookedAt(world, look, draft)])
  return viewers.map((viewer) => ({ ...viewer, looked: looked.get(viewer.personId) }))
}
