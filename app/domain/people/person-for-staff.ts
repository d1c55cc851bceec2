import { and, eq } from 'drizzle-orm'
import { inForceNow, worksWithNow } from '#app/domain/council/working-with'
import type { Id } from '#app/domain/plan/case-file'
import type { World } from '#app/domain/world'
import { assignments, families, publicIds } from '#db/schema'

declare const theirs: unique symbol
/** A person of a family a member of staff works with: only this file gives one out, and every act on a person takes one. */
export type PersonForStaff = { staffId: string; familyId: string; personId: Id; readonly [theirs]: true }

/** The person by the ids of the address, if the member of staff works with the family now; else null, as if there were none. */
export async function personForStaff(
  world: World,
  staffId: string,
  { family, person }: { family: string; person: string },
): Promise<PersonForStaff | null> {
  const [found] = await world.db.read
    .select({ familyId: families.id, personId: publicIds.itemId })
    .from(families)
    .innerJoin(publicIds, and(eq(publicIds.familyId, families.id), eq(publicIds.publicId, person)))
    .innerJoin(assignments, and(eq(assignments.familyId, families.id), worksWithNow(world, staffId)))
    .where(eq(families.publicId, family))
    .limit(1)
  return found ? ({ staffId, ...found } as PersonForStaff) : null
}

/** The same by reference and case-file id, for an operator's command, in the name of the family's worker. */
export async function personByReference(world: World, reference: string, personId: Id): Promise<PersonForStaff | null> {
  const [found] = await world.db.read
    .select({ familyId: families.id, personId: publicIds.itemId, staffId: assignments.staffId })
    .from(families)
    .innerJoin(publicIds, and(eq(publicIds.familyId, families.id), eq(publicIds.itemId, personId)))
    .innerJoin(assignments, and(eq(assignments.familyId, families.id), eq(assignments.as, 'worker'), inForceNow(world)))
    .where(eq(families.reference, reference))
    .limit(1)
  return found ? (found as PersonForStaff) : null
}
