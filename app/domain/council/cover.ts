/**
 * Somebody is away, and somebody covers: for these days alone the families are on the desk of who covers. One absence at
 * a time; a new one takes the place of what was set before. Cover of a restricted family opens nothing to who is not named.
 */
import { and, desc, eq, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { londonDay, startOfLondonDay } from '#app/domain/london'
import { newToken } from '#app/domain/tokens'
import { plainlyInSeveral } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import type { Drizzle, Statement } from '#db/client.server'
import { absences, assignments } from '#db/schema'
import { type Colleague, colleagues } from './colleagues'
import { inForceNow } from './working-with'

/** Both days are away (YYYY-MM-DD). */
export type AwayTyped = { who: string; cover: string; from: string; last: string }
export type AwayRefused = 'who' | 'cover' | 'cover-away' | 'days'
/** `until`: the first moment they are back. ISO, UTC. */
export type Absence = { id: string; staffId: string; coverId: string; from: string; until: string }

/** Whom this member of staff may set away: herself, and a manager whoever works with a family of hers. */
export async function awayOf(world: World, staffId: string): Promise<Colleague[]> {
  const all = await colleagues(world)
  const rows = await world.db.read
    .select({ id: assignments.staffId })
    .from(assignments)
    .where(
      and(eq(assignments.as, 'worker'), inForceNow(world), inArray(assignments.familyId, managedBy(world, staffId))),
    )
  return all.filter(({ id }) => id === staffId || rows.some((row) => row.id === id))
}

const managedBy = (world: World, staffId: string) =>
  world.db.read
    .select({ id: assignments.familyId })
    .from(assignments)
    .where(and(eq(assignments.staffId, staffId), eq(assignments.as, 'manager'), inForceNow(world)))

/** Absences of these people that last or are to come, the latest first. */
export async function absencesOf(world: World, ids: string[]): Promise<Absence[]> {
  return world.db.read
    .select()
    .from(absences)
    .where(
      and(
        inArray(absences.staffId, ids),
        gt(absences.until, world.now().toISOString()),
        lt(absences.from, absences.until),
      ),
    )
    .orderBy(desc(absences.from))
}

/** Sets somebody away, with cover for each family she works with. The caller may set her: see `awayOf`. */
export async function setAway(
  world: World,
  by: string,
  { who, cover, from, last }: AwayTyped,
  write = plainlyInSeveral(world),
): Promise<{ refused: AwayRefused } | { absence: Absence }> {
  const at = world.now().toISOString()
  const today = londonDay(at)
  const all = await colleagues(world)
  if (!all.some(({ id }) => id === who)) return { refused: 'who' }
  if (cover === who || !all.some(({ id }) => id === cover)) return { refused: 'cover' }
  if (![from, last].every(isDay) || last < from || from < today) return { refused: 'days' }
  const days = { from: from === today ? at : startOfLondonDay(from), until: startOfLondonDay(dayAfter(last)) }
  const ofCover = await absencesOf(world, [cover])
  if (ofCover.some((one) => one.from < days.until && one.until > days.from)) return { refused: 'cover-away' }
  const absence = { id: newToken(world), staffId: who, coverId: cover, ...days }
  const held = await familiesOfWorker(world, who)
  const doer = `staff:${by}` as const
  const dids = held.map((familyId) => ({ who: doer, familyId, did: 'cover.set', about: cover }))
  await write([{ who: doer, did: 'away.set', about: who }, ...dids], async (db) => [
    ...ended(db, who, at),
    db.insert(absences).values({ ...absence, setBy: by, setAt: at }),
    ...covering(db, held, [absence]),
  ])
  return { absence }
}

/** They are back: whoever covered has the families no longer. */
export async function backAgain(
  world: World,
  by: string,
  staffId: string,
  write = plainlyInSeveral(world),
): Promise<void> {
  const doer = `staff:${by}` as const
  const held = await familiesOfWorker(world, staffId)
  const dids = held.map((familyId) => ({ who: doer, familyId, did: 'cover.ended', about: staffId }))
  await write([{ who: doer, did: 'away.ended', about: staffId }, ...dids], async (db) =>
    ended(db, staffId, world.now().toISOString()),
  )
}

/** The statements that give families to who covers in these absences. */
export function covering(db: Drizzle, familyIds: string[], some: Absence[]): Statement[] {
  const rows = some.flatMap(({ id, coverId, from, until }) =>
    familyIds.map((familyId) => ({ familyId, staffId: coverId, as: 'covering' as const, from, until, absenceId: id })),
  )
  return rows.length > 0 ? [db.insert(assignments).values(rows)] : []
}

/** What was set before ends now; what had not begun never does. */
function ended(db: Drizzle, staffId: string, at: string): Statement[] {
  const theirs = db.select({ id: absences.id }).from(absences).where(eq(absences.staffId, staffId))
  return [
    db
      .update(assignments)
      .set({ until: sql`max("from", ${at})` })
      .where(and(inArray(assignments.absenceId, theirs), or(isNull(assignments.until), gt(assignments.until, at)))),
    db
      .update(absences)
      .set({ until: sql`max("from", ${at})` })
      .where(and(eq(absences.staffId, staffId), gt(absences.until, at))),
  ]
}

async function familiesOfWorker(world: World, staffId: string): Promise<string[]> {
  const rows = await world.db.read
    .selectDistinct({ id: assignments.familyId })
    .from(assignments)
    .where(and(eq(assignments.staffId, staffId), eq(assignments.as, 'worker'), inForceNow(world)))
  return rows.map(({ id }) => id)
}

const isDay = (typed: string) => /^\d{4}-\d\d-\d\d$/.test(typed) && new Date(typed).toJSON()?.slice(0, 10) === typed
const dayAfter = (day: string) => new Date(Date.parse(day) + 24 * 60 * 60_000).toISOString().slice(0, 10)
