import { and, eq, inArray, isNotNull, isNull, lte, ne, notExists, or, sql } from 'drizzle-orm'
import type { World } from '#app/domain/world'
import type { Drizzle } from '#db/client.server'
import {
  formTickets,
  memberships,
  sessions,
  signInMembers,
  signIns,
  staffSessions,
  texts,
  usedOnce,
  wrongWords,
} from '#db/schema'

const DAY = 24 * 60 * 60_000
/** A ticket is only good in its session, and no session lasts longer than seven days. */
const TICKETS_MS = 8 * DAY
/** On the way in, and staff's: over when it is over. */
const SHORT_SESSIONS_MS = DAY
/** A browser stays known for as long as it keeps its cookie: `edge/known-browser.server.ts`. */
const MEMBER_SESSIONS_MS = 400 * DAY
/** Numbers nobody has: what strangers ask for is counted over an hour at the most. */
const STRANGERS_ASKS_MS = 2 * DAY
/** As long as the family's texts are shown with it. */
const SIGN_INS_MS = 92 * DAY
/** Sign-ins that go at once: the rest goes with the next round. */
const AT_A_TIME = 500

/** How many of each were deleted. */
export type Spent = Record<'tickets' | 'sessions' | 'staffSessions' | 'signIns' | 'wrongWords' | 'usedOnce', number>

/**
 * Deletes what is of no use to anybody any more: sessions that are over, sign-ins, the tickets of forms. What somebody
 * has still to read stays: a text for signing in that did not arrive keeps its sign-in until every family has seen it;
 * wrong words of whoever is a member count until the right one, a card or the worker takes them back, however old, and
 * go once they are no member any more and the desk has seen what it had to; a form that was kept is never touched here,
 * since only an hour after it was shown to its person does it go (`running-out.ts`).
 */
export async function clearSpent(world: World): Promise<Spent> {
  const before = (ms: number) => new Date(world.now().getTime() - ms).toISOString()
  const results = await world.db.write(async (db) => {
    const spent = await spentSignIns(db, before)
    const theirs = and(
      ...[eq(memberships.familyId, wrongWords.familyId), eq(memberships.personId, wrongWords.personId)],
      isNull(memberships.endedAt),
    )
    const member = db.select({ id: memberships.id }).from(memberships).where(theirs)
    const left = db
      .select({ familyId: memberships.familyId, personId: memberships.personId })
      .from(memberships)
      .where(isNotNull(memberships.endedAt))
    return [
      db.delete(formTickets).where(lte(formTickets.usedAt, before(TICKETS_MS))),
      db
        .delete(sessions)
        .where(
          and(
            lte(sessions.endsAt, before(SHORT_SESSIONS_MS)),
            or(ne(sessions.stage, 'member'), lte(sessions.endsAt, before(MEMBER_SESSIONS_MS))),
          ),
        ),
      db
        .delete(wrongWords)
        .where(
          and(
            sql`(${wrongWords.familyId}, ${wrongWords.personId}) in ${left}`,
            isNull(wrongWords.tells),
            notExists(member),
          ),
        ),
      db.delete(staffSessions).where(lte(staffSessions.endsAt, before(SHORT_SESSIONS_MS))),
      db.delete(usedOnce).where(lte(usedOnce.until, before(0))),
      db.update(texts).set({ signInId: null }).where(inArray(texts.signInId, spent)),
      db.update(sessions).set({ signInId: null }).where(inArray(sessions.signInId, spent)),
      db.delete(signInMembers).where(inArray(signInMembers.signInId, spent)),
      db.delete(signIns).where(inArray(signIns.id, spent)),
    ]
  })
  const [tickets, sessionsOver, words, staffsOver, used, , , , asks] = results.map(({ rowsAffected }) => rowsAffected)
  return {
    ...{ tickets: tickets ?? 0, sessions: sessionsOver ?? 0, staffSessions: staffsOver ?? 0, signIns: asks ?? 0 },
    ...{ wrongWords: words ?? 0, usedOnce: used ?? 0 },
  }
}

/** Those nobody had the number for; and old ones, unless a family has still to read that the text did not arrive. */
async function spentSignIns(db: Drizzle, before: (ms: number) => string): Promise<string[]> {
  const sent = db.select({ id: texts.id }).from(texts).where(eq(texts.signInId, signIns.id))
  const unread = db
    .select({ id: signInMembers.signInId })
    .from(signInMembers)
    .innerJoin(texts, eq(texts.signInId, signInMembers.signInId))
    .where(and(eq(signInMembers.signInId, signIns.id), isNull(signInMembers.seenAt), isNull(texts.deliveredAt)))
  const rows = await db
    .select({ id: signIns.id })
    .from(signIns)
    .where(
      and(
        lte(signIns.askedAt, before(STRANGERS_ASKS_MS)),
        or(notExists(sent), and(lte(signIns.askedAt, before(SIGN_INS_MS)), notExists(unread))),
      ),
    )
    .orderBy(signIns.askedAt)
    .limit(AT_A_TIME)
  return rows.map(({ id }) => id)
}
