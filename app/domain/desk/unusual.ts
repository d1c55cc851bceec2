import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { worksWithNow } from '#app/domain/council/working-with'
import { londonTime } from '#app/domain/london'
import { type AuditedWrite, plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import type { Drizzle, Statement } from '#db/client.server'
import { assignments, council, families, staff, unusual } from '#db/schema'

/** What a manager is to look at: who opened a family in a way that is unusual. */
export type Unusual = {
  id: string
  at: string
  kind: (typeof unusual.$inferSelect)['kind']
  name: string
  family: { id: string; familyId: string }
}

/** What was unusual in the families this member of staff manages now, oldest first: of everybody but themselves. */
export async function unusualFor(world: World, staffId: string, id?: string): Promise<Unusual[]> {
  const mine = and(worksWithNow(world, staffId), eq(assignments.as, 'manager'), isNull(unusual.seenAt))
  const rows = await world.db.read
    .selectDistinct({
      ...{ id: unusual.id, at: unusual.at, kind: unusual.kind, name: staff.name },
      ...{ family: families.publicId, familyId: families.id },
    })
    .from(assignments)
    .innerJoin(unusual, eq(unusual.familyId, assignments.familyId))
    .innerJoin(families, eq(families.id, unusual.familyId))
    .innerJoin(staff, eq(staff.id, unusual.staffId))
    .where(and(mine, ne(unusual.staffId, staffId), id === undefined ? undefined : eq(unusual.id, Number(id))))
    .orderBy(unusual.id)
    .limit(50)
  return rows.map(({ family, familyId, ...row }) => ({ ...row, id: String(row.id), family: { id: family, familyId } }))
}

/** Somebody looked at it: it leaves the desk, and stays in the trail. */
export async function markUnusualSeen(
  world: World,
  staffId: string,
  { id, family }: Unusual,
  write: AuditedWrite = plainly(world),
): Promise<void> {
  const did = { who: `staff:${staffId}` as const, familyId: family.familyId, did: 'unusual.seen', about: id }
  const seen = { seenAt: world.now().toISOString(), seenBy: staffId }
  await write(did, async (db) => [
    db
      .update(unusual)
      .set(seen)
      .where(and(eq(unusual.id, Number(id)), isNull(unusual.seenAt))),
  ])
}

/** For the write of a look: that it was at night, when it is; once a night of each. */
export async function atNight(world: World, db: Drizzle, staffId: string, familyId: string): Promise<Statement[]> {
  const at = world.now().toISOString()
  const time = londonTime(at).slice(11, 16)
  const since = new Date(world.now().getTime() - 12 * 60 * 60_000).toISOString()
  if (time >= '07:00' && time < '19:00') return []
  const inNight = sql`case when ${council.nightFrom} > ${council.nightUntil}
    then ${time} >= ${council.nightFrom} or ${time} < ${council.nightUntil}
    else ${time} >= ${council.nightFrom} and ${time} < ${council.nightUntil} end`
  return [
    db.insert(unusual).select(sql`select null, ${at}, ${staffId}, 'night', ${familyId}, null, null from ${council}
      where ${inNight} and not exists (select 1 from ${unusual} where ${unusual.staffId} = ${staffId}
        and ${unusual.kind} = 'night' and ${unusual.at} > ${since})`),
  ]
}
