import { and, type Column, eq, exists, gt, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import type { World } from '#app/domain/world'
import { assignments, versions } from '#db/schema'

/**
 * For a query on `assignments`: this member of staff works with the family at this moment, as its worker, covering
 * worker, manager (while that is what they are), or for some hours by broken glass; of a restricted family only who is
 * named. Assignments are dated, and the day one ends is the day its door shuts.
 */
export function worksWithNow(world: World, staffId: string) {
  return and(eq(assignments.staffId, staffId), inForceNow(world), isOpenTo(staffId), stillManages)
}

/** For a query on `assignments`: the family is not restricted, or this member of staff is among those named. */
const isOpenTo = (staffId: string) => sql`(
  not exists (select 1 from restricted_to r where r.family_id = assignments.family_id and r.until is null)
  or exists (select 1 from restricted_to r where r.family_id = assignments.family_id and r.until is null and r.staff_id = ${staffId}))`

/** For a query on `assignments`: whoever was made something else manages nothing any more, from that moment. */
const stillManages = sql`(assignments."as" <> 'manager' or exists (
  select 1 from staff m where m.id = assignments.staff_id and m.role = 'manager'))`

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
