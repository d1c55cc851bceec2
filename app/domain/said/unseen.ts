import { and, eq, exists, inArray, isNotNull, ne, notExists, notInArray, or, sql } from 'drizzle-orm'
import type { SaidEntry, SaidKind } from '#app/domain/plan/case-file'
import type { World } from '#app/domain/world'
import { assignments, publicIds, said, seen, staff } from '#db/schema'

export type Unseen = {
  familyId: string
  publicId: string
  kind: SaidKind
  entry: SaidEntry
  ringMe: boolean
  /** ISO, UTC. */
  savedAt: string
}

/**
 * What was said in these families and still waits to be read by this member of staff. Once the worker or whoever
 * covers has read it, it waits for nobody; what a manager alone has read still waits for them. Left out: what staff
 * wrote themselves or wrote down for someone, and of what came with a family's file all but the check-ins, since a
 * plan is agreed with its answers before it gets here.
 */
export async function unseenFor(world: World, staffId: string, families: { familyId: string }[]): Promise<Unseen[]> {
  const { read } = world.db
  const everyStaff = read.select({ id: staff.id }).from(staff)
  const theirDay = read
    .select({ id: assignments.id })
    .from(assignments)
    .where(
      and(
        eq(assignments.familyId, seen.familyId),
        eq(assignments.staffId, seen.by),
        inArray(assignments.as, ['worker', 'covering']),
      ),
    )
  const dealtWith = read
    .select({ by: seen.by })
    .from(seen)
    .where(and(eq(seen.familyId, said.familyId), eq(seen.saidId, said.id), or(eq(seen.by, staffId), exists(theirDay))))
  return read
    .select({
      familyId: said.familyId,
      publicId: publicIds.publicId,
      kind: said.kind,
      entry: said.entry,
      ringMe: said.ringMe,
      savedAt: said.savedAt,
    })
    .from(said)
    .innerJoin(publicIds, and(eq(publicIds.familyId, said.familyId), eq(publicIds.itemId, said.id)))
    .where(
      and(
        inArray(
          said.familyId,
          families.map(({ familyId }) => familyId),
        ),
        ne(said.kind, 'replies'),
        or(eq(said.kind, 'checkIns'), isNotNull(said.versionId)),
        notInArray(said.by, everyStaff),
        notInArray(sql`coalesce(json_extract(${said.entry}, '$.recordedBy'), '')`, everyStaff),
        notExists(dealtWith),
      ),
    )
}
