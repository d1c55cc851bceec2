import { type Apart, whyApart } from '#app/domain/access/apart'
import { standingOf } from '#app/domain/access/standing'
import { type Viewer, viewersIn } from '#app/domain/access/viewers'
import type { Draft } from '#app/domain/council/drafts'
import { londonDay } from '#app/domain/london'
import { lookedAt } from '#app/domain/trail/looked-at'
import type { World } from '#app/domain/world'

/** Why somebody stands apart, the gravest first: through their eyes a plan is looked at before all others. */
const GRAVEST: Apart[] = ['order', 'own-items', 'hidden']

/**
 * Everybody with a view of a draft, and when this member of staff last looked at it as that person: undefined, not yet.
 * Whom an order is against comes first, then whoever else stands apart.
 */
export async function lookedThroughEyes(
  world: World,
  draft: Draft,
  staffId: string,
): Promise<(Viewer & { apart: Apart[]; looked?: string })[]> {
  const look = { who: `staff:${staffId}`, did: 'plan.previewed' } as const
  const [family, looked] = await Promise.all([
    standingOf(world, draft.familyId, { orDraft: true }),
    lookedAt(world, look, draft),
  ])
  if (!family) return []
  const today = londonDay(world.now().toISOString())
  const rank = ({ apart }: { apart: Apart[] }) => (apart[0] ? GRAVEST.indexOf(apart[0]) : GRAVEST.length)
  return viewersIn(family)
    .map((viewer) => {
      const apart = whyApart({ ...family, today }, viewer.personId)
      const gravestFirst = GRAVEST.filter((why) => apart.includes(why))
      return { ...viewer, apart: gravestFirst, looked: looked.get(viewer.personId) }
    })
    .sort((a, b) => rank(a) - rank(b))
}
