import { and, eq, gt, isNull, lte, or } from 'drizzle-orm'
import type { World } from '#app/domain/world'
import { assignments } from '#db/schema'

/**
 * For a query on `assignments`: this member of staff works with the family at this moment, as its worker, covering
 * worker or manager. Assignments are dated, and the day one ends is the day its door shuts.
 */
export function worksWithNow(world: World, staffId: string) {
  return and(eq(assignments.staffId, staffId), inForceNow(world))
}

/** For a query on `assignments`: those of this moment. */
export function inForceNow(world: World) {
  const now = world.now().toISOString()
  return and(lte(assignments.from, now), or(isNull(assignments.until), gt(assignments.until, now)))
}
