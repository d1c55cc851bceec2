import { standingOf } from '#app/domain/access/standing'
import { type Viewer, viewersIn } from '#app/domain/access/viewers'
import type { Draft } from '#app/domain/council/drafts'
import { londonDay } from '#app/domain/london'
import { lookedAt } from '#app/domain/trail/looked-at'
import type { World } from '#app/domain/world'

/**
 * Everybody to look at a draft as, who stands apart also without a circle, and when this member of staff last looked at
 * it as that person: undefined, not yet.
 */
export async function lookedThroughEyes(
  world: World,
  draft: Draft,
  staffId: string,
): Promise<(Viewer & { looked?: string })[]> {
  const look = { who: `staff:${staffId}`, did: 'plan.previewed' } as const
  const [family, looked] = await Promise.all([
    standingOf(world, draft.familyId, { draftFirst: true }),
    lookedAt(world, look, draft),
  ])
  const viewers = family ? viewersIn(family, londonDay(world.now().toISOString())) : []
  return viewers.map((viewer) => ({ ...viewer, looked: looked.get(viewer.personId) }))
}
