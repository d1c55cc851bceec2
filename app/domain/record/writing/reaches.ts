import { eq } from 'drizzle-orm'
import type { FamilyOfStaff } from '#app/domain/council/families'
import type { Change } from '#app/domain/plan/draft/writing'
import type { World } from '#app/domain/world'
import { people } from '#db/schema'
import { OF_REACH } from './page'

/**
 * Whether a change would be of how somebody is reached who can be reached already: that is changed with them, at once.
 * No page offers it.
 */
export async function reachesOf(
  world: World,
  { familyId, published }: Pick<FamilyOfStaff, 'familyId' | 'published'>,
): Promise<(one: Change) => boolean> {
  const known = published
    ? await world.db.read.select({ id: people.personId }).from(people).where(eq(people.familyId, familyId))
    : []
  const ids = new Set(known.map(({ id }) => id))
  return (one) => one.do === 'set' && ids.has(one.item) && OF_REACH.has(one.field)
}
