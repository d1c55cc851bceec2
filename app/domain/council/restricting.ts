import { and, eq, inArray, isNull } from 'drizzle-orm'
import { plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { assignments, restrictedTo, staff } from '#db/schema'
import { colleagues, isHere } from './colleagues'
import { inForceNow } from './working-with'

/** The ids of those who are named while a family is restricted; none: it is not. */
export async function namedIn(world: World, familyId: string): Promise<string[]> {
  const rows = await world.db.read
    .select({ id: restrictedTo.staffId })
    .from(restrictedTo)
    .where(and(eq(restrictedTo.familyId, familyId), isNull(restrictedTo.until)))
  return rows.map(({ id }) => id)
}

/** The ids of its worker now and of who covers: they are named whenever it is restricted. */
export async function workingNow(world: World, familyId: string): Promise<string[]> {
  const rows = await world.db.read
    .select({ id: assignments.staffId })
    .from(assignments)
    .where(and(eq(assignments.familyId, familyId), inArray(assignments.as, ['worker', 'covering']), inForceNow(world)))
  return rows.map(({ id }) => id)
}

/**
 * From now on only these open the family, whoever else works with it; nobody named: it is not restricted any more. Whoever
 * names is among them. Refuses when it has workers and none of them is named: it would have nobody.
 */
export async function restrict(
  world: World,
  by: string,
  familyId: string,
  names: string[],
  write = plainly(world),
): Promise<{ refused: 'nobody' } | { named: string[] }> {
  const known = new Set((await colleagues(world)).map(({ id }) => id))
  const named = names.length > 0 ? [...new Set([by, ...names.filter((id) => known.has(id))])] : []
  const workers = await world.db.read
    .select({ id: assignments.staffId })
    .from(assignments)
    .innerJoin(staff, eq(staff.id, assignments.staffId))
    .where(and(eq(assignments.familyId, familyId), eq(assignments.as, 'worker'), inForceNow(world), isHere(world)))
  // Where the worker has left, somebody is named first, and then given the family.
  if (named.length > 0 && workers.length > 0 && !workers.some(({ id }) => named.includes(id)))
    return { refused: 'nobody' }
  const at = world.now().toISOString()
  const did = named.length > 0 ? 'family.restricted' : 'family.unrestricted'
  await write({ who: `staff:${by}`, familyId, did }, async (db) => [
    db
      .update(restrictedTo)
      .set({ until: at })
      .where(and(eq(restrictedTo.familyId, familyId), isNull(restrictedTo.until))),
    ...(named.length > 0
      ? [db.insert(restrictedTo).values(named.map((staffId) => ({ familyId, staffId, by, from: at })))]
      : []),
  ])
  return { named }
}
