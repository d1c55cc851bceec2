/** Signed-in browsers. What one may do is read from the database on every request; only the cookie's hash is kept. */
import { and, eq, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import type { Browser, Session } from '#app/domain/forms/session'
import { hashOf, keyed } from '#app/domain/tokens'
import { ifChanged, writeAudited } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import type { Drizzle } from '#db/client.server'
import { prepared } from '#db/prepared'
import { cards, families, invitations, memberships, people, sessions } from '#db/schema'

const MINUTE = 60_000
/** How long a browser nobody touches stays signed in. Pages carry a `Refresh` for this moment. */
export const IDLE_MINUTES = 15
const ENTRY_MINUTES = 30
const SHARED_MINUTES = 12 * 60
const ONLY_ME_MINUTES = 7 * 24 * 60

/** The session behind a cookie, as things stand at this moment; null when there is none. */
export async function sessionOf(world: World, value: string): Promise<Session | null> {
  const idHash = hashOf(value)
  const [found] = await lookUp(world.db).all({ idHash })
  if (!found) return null
  const { session, planId, membershipEndedAt, voidedAt, declinedAt, cardVoidedAt, language } = found
  const onTheWay = session.stage !== 'member' && (voidedAt ?? declinedAt ?? cardVoidedAt)
  const shutOut = !!(session.endedAt ?? membershipEndedAt ?? onTheWay)
  const { familyId, personId, membershipId, invitationId, signInId, cardId, browserHash, onlyMe, sent } = session
  const state = shutOut ? 'ended' : stateAt(world.now(), session)
  const way = { invitationId, signInId, cardId, browserHash }
  const browser: Browser = { kind: 'person', value, idHash, state, onlyMe, sent, ...way, language }
  if (session.stage === 'word') return { ...browser, stage: 'word', familyId, personId }
  if (!familyId || !personId) throw new Error('A session past the word belongs to nobody.')
  if (session.stage === 'member') {
    if (!membershipId || !planId) throw new Error('A member session has no membership.')
    return { ...browser, stage: 'member', familyId, personId, membershipId, planId }
  }
  if (!invitationId) throw new Error('A welcome session has no invitation.')
  return { ...browser, stage: 'welcome', familyId, personId, invitationId }
}

function stateAt(now: Date, session: typeof sessions.$inferSelect): Session['state'] {
  const over = now.toISOString() >= session.endsAt
  if (session.stage !== 'member') return over ? 'ended' : 'open'
  const idle = session.idleAt ?? (isIdle(session.seenAt, now) ? session.seenAt : null)
  if (!over && !idle) return 'open'
  return !over && session.onlyMe ? 'locked' : 'timed-out'
}

/**
 * Sessions last seen before or after these moments (ISO, UTC) are idle. After: the clock was set back, and nobody knows
 * for how long nobody touched it.
 */
export const seenWithin = (now: Date) => ({ from: after(now, -IDLE_MINUTES), to: after(now, IDLE_MINUTES) })

function isIdle(seenAt: string, now: Date): boolean {
  const { from, to } = seenWithin(now)
  return seenAt <= from || seenAt >= to
}

const after = (now: Date, minutes: number) => new Date(now.getTime() + minutes * MINUTE).toISOString()

/** The row of a new session with this cookie value. */
export function newSession(
  world: World,
  value: string,
  is: Pick<typeof sessions.$inferInsert, 'stage'> & Partial<typeof sessions.$inferInsert>,
): typeof sessions.$inferInsert {
  const now = world.now()
  const minutes = is.stage !== 'member' ? ENTRY_MINUTES : is.onlyMe ? ONLY_ME_MINUTES : SHARED_MINUTES
  return {
    ...is,
    idHash: hashOf(value),
    madeAt: now.toISOString(),
    seenAt: now.toISOString(),
    endsAt: after(now, minutes),
  }
}

/**
 * The cookie value that follows another: the id changes at every step up, and who knew the one before cannot work it
 * out. Whoever presses twice, and loses the first answer, is led to the same session.
 */
export const valueAfter = (world: World, value: string, ...step: string[]) =>
  keyed(world, 'session', value, ...step).slice(0, 22)

/** Goes into the write that notes what the person looked at or did: they are here. Changes nothing on an idle session. */
export function seenStatement(db: Drizzle, session: Session, now: Date) {
  const at = now.toISOString()
  return db
    .update(sessions)
    .set({ seenAt: at })
    .where(
      and(
        eq(sessions.idHash, session.idHash),
        isNull(sessions.endedAt),
        isNull(sessions.idleAt),
        lt(sessions.seenAt, at),
      ),
    )
}

/** Signs this browser out, every step of the way it came in by. */
export async function endSession(world: World, session: Session): Promise<void> {
  const who = session.personId ? (`person:${session.personId}` as const) : 'system'
  await writeAudited(
    world,
    { who, familyId: session.familyId ?? undefined, did: 'session.ended' },
    (db) => [endStatement(db, world.now().toISOString(), sameWayIn(session))],
    { onlyIf: ifChanged },
  )
}

function sameWayIn({ idHash, invitationId, signInId, cardId, browserHash }: Session): SQL | undefined {
  // A card opens several browsers, each by a code of its own.
  const byCard = cardId && and(eq(sessions.cardId, cardId), eq(sessions.browserHash, browserHash ?? ''))
  const bySignIn = signInId ? eq(sessions.signInId, signInId) : byCard || undefined
  const way = invitationId ? eq(sessions.invitationId, invitationId) : bySignIn
  return way ? or(eq(sessions.idHash, idHash), way) : eq(sessions.idHash, idHash)
}

/** Ends the sessions that fit. */
export function endStatement(db: Drizzle, at: string, which: SQL | undefined) {
  return db
    .update(sessions)
    .set({ endedAt: at })
    .where(and(isNull(sessions.endedAt), which))
}

const lookUp = prepared((read) =>
  read
    .select({
      session: sessions,
      planId: families.publicId,
      membershipEndedAt: memberships.endedAt,
      voidedAt: invitations.voidedAt,
      declinedAt: invitations.declinedAt,
      cardVoidedAt: cards.voidedAt,
      language: people.language,
    })
    .from(sessions)
    .leftJoin(families, eq(families.id, sessions.familyId))
    .leftJoin(memberships, eq(memberships.id, sessions.membershipId))
    .leftJoin(invitations, eq(invitations.id, sessions.invitationId))
    .leftJoin(cards, eq(cards.id, sessions.cardId))
    .leftJoin(people, and(eq(people.familyId, sessions.familyId), eq(people.personId, sessions.personId)))
    .where(eq(sessions.idHash, sql.placeholder('idHash')))
    .prepare(),
)
