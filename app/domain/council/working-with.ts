import { and, type Column, eq, exists, gt, isNotNull, isNull, lte, or } from 'drizzle-orm'
import type { World } from '#app/domain/world'
import { assignments, versions } from '#db/schema'

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

/** For a query with a family's id in `familyId`: somebody has it on their desk now, as they work with it and its plan is published. */
export function onADesk(world: World, familyId: Column) {
  return exists(
    world.db.read
      .select({ staffId: assignments.staffId })
      .from(assignments)
      .innerJoin(versions, and(eq(versions.familyId, assignments.familyId), isNotNull(versions.publishedAt)))
      .where(and(eq(assignments.familyId, familyId), inForceNow(world))),
  )
}
