/** Numbers no text goes to, until their owner (`stop`) or a worker who has made sure of them says so. */
import { and, eq, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm'
import { reachIn } from '#app/domain/people/contact'
import type { PersonForStaff } from '#app/domain/people/person-for-staff'
import { newToken } from '#app/domain/tokens'
import { plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import type { Database, Drizzle } from '#db/client.server'
import { insertWhere } from '#db/insert-where'
import { numberStops } from '#db/schema'

export type NumberStop = typeof numberStops.$inferSelect

/** Why no text goes to these numbers, oldest reason first. */
export async function stopsOn(read: Pick<Database['read'], 'select'>, phones: string[]): Promise<NumberStop[]> {
  if (phones.length === 0) return []
  return read
    .select()
    .from(numberStops)
    .where(and(inArray(numberStops.phone, phones), isNull(numberStops.endedAt)))
    .orderBy(numberStops.since)
}

/** Stops a number, as long as `condition` holds; nothing changes when it is stopped for this reason already. */
export function stopStatement(
  world: World,
  db: Drizzle,
  { phone, why }: Pick<NumberStop, 'phone' | 'why'>,
  condition: SQL = sql`true`,
) {
  const row = { id: newToken(world), phone, why, since: world.now().toISOString() }
  return insertWhere(db, numberStops, row, condition).onConflictDoNothing()
}

/** The owner texted START. What a worker has to make sure of stays as it is. */
export function startStatement(db: Drizzle, at: string, phone: string) {
  return db
    .update(numberStops)
    .set({ endedAt: at, endedBy: 'owner' })
    .where(and(eq(numberStops.phone, phone), eq(numberStops.why, 'stop'), isNull(numberStops.endedAt)))
}

/** The worker has made sure, by voice, that the number the person has now is theirs. What its owner stopped stays stopped. */
export async function numberIsRight(
  world: World,
  { staffId, familyId, personId }: PersonForStaff,
  write = plainly(world),
): Promise<void> {
  const by = `staff:${staffId}` as const
  const phone = (await reachIn(world, familyId))?.contactOf(personId).phone ?? ''
  await write({ who: by, familyId, did: 'number.checked', about: personId }, async (db) => [
    db
      .update(numberStops)
      .set({ endedAt: world.now().toISOString(), endedBy: by })
      .where(and(eq(numberStops.phone, phone), ne(numberStops.why, 'stop'), isNull(numberStops.endedAt))),
  ])
}
