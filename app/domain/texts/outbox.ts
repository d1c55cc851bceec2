/** Texts on their way: written with the change that caused them, handed over by `hand-over.ts`, their words never kept. */
import { and, eq, isNull, type SQL } from 'drizzle-orm'
import type { SafeToText } from '#app/domain/plan/case-file'
import { newToken } from '#app/domain/tokens'
import type { World } from '#app/domain/world'
import type { Drizzle } from '#db/client.server'
import { texts } from '#db/schema'
import { nextSafeMoment, safeUntil } from './safe-times'

type Row = typeof texts.$inferInsert
export type Text = typeof texts.$inferSelect

/**
 * For so long after a text was asked for is the person still at the phone: what "she is with me: send now" and
 * one's own ask override, they override only then.
 */
export const AT_THE_PHONE_MS = 10 * 60_000

/** Whoever takes a text to hand it over has it for so long; then another may. */
export const LEASE_MS = 60_000

/** When a text may go: now, later, or, when the times of all who use the number never meet, never. */
export type Opening = { at: Date; why: null | 'quiet-hours' | 'safe-times' } | 'never'
type Waited = Pick<Row, 'queuedAt' | 'queuedBy' | 'sendNow'>
/** All who use a number. */
export type People = { safeToText: SafeToText | null }[]

/** Whether somebody still waits for it with the phone in their hand. Not when it was asked for at a time to come: the clock was set back since. */
export const isFresh = ({ queuedAt }: Pick<Row, 'queuedAt'>, now: Date) =>
  Math.abs(now.getTime() - Date.parse(queuedAt)) < AT_THE_PHONE_MS

/**
 * When this text may go. `people` are all who use the number. `lead`: so many milliseconds before a safe time ends
 * nothing more goes, unless somebody waits for it, or the next time is as short.
 */
export function openingFor(text: Waited, people: People, now: Date, lead = 0): Opening {
  if (text.sendNow && isFresh(text, now)) return { at: now, why: null }
  const asked = askedNow(text, now)
  const soon = nextSafeMoment(people, now, { asked })
  if (!soon) return 'never'
  const at = asked ? soon : withTimeLeft(people, soon, lead)
  if (at.getTime() === now.getTime()) return { at, why: null }
  return { at, why: people.some((person) => person.safeToText) ? 'safe-times' : 'quiet-hours' }
}

function withTimeLeft(people: People, soon: Date, lead: number): Date {
  const isLong = (from: Date) => {
    const closes = safeUntil(people, from, { asked: false })
    return !closes || closes.getTime() - from.getTime() >= lead
  }
  if (lead === 0 || isLong(soon)) return soon
  const closes = safeUntil(people, soon, { asked: false }) ?? soon
  const next = nextSafeMoment(people, closes, { asked: false })
  return next && isLong(next) ? next : soon
}

/** Whether the person asked for it themselves a moment ago. */
export const askedNow = (text: Waited, now: Date) => !text.queuedBy && isFresh(text, now)

type Asking = Pick<Row, 'kind' | 'familyId' | 'personId' | 'invitationId' | 'signInId' | 'to' | 'language'> &
  Pick<Row, 'queuedBy' | 'askedFrom' | 'sendNow'>

/** The row of a new text. `queuedBy` is the worker; without one the person asked for it, `queuedAt` or now. */
export function newText(world: World, text: Asking & { queuedAt?: string }, people: People): Row {
  const now = world.now()
  const queued = { ...text, id: newToken(world), queuedAt: text.queuedAt ?? now.toISOString() }
  const opening = openingFor(queued, people, now)
  if (opening === 'never')
    return { ...queued, notBefore: queued.queuedAt, cancelledAt: now.toISOString(), reason: 'no-safe-time' }
  return { ...queued, notBefore: opening.at.toISOString(), reason: opening.why }
}

export type WhyCancelled =
  | 'newer'
  | 'revoked'
  | 'left'
  | 'number-changed'
  | 'number-stopped'
  | 'no-texts'
  | 'not-allowed'
  | 'joined'
  | 'opened'
  | 'declined'
  | 'too-late'
  /** It may have gone before the database was put back to an older state. */
  | 'restored'
  | 'not-for-me'
  | 'no-safe-time'
  | 'by-worker'

/** Not called back, not failed, and the provider has not been called. */
export const isWaiting = and(
  ...[isNull(texts.calledAt), isNull(texts.sentAt), isNull(texts.cancelledAt), isNull(texts.failedAt)],
)

/** Calls back the texts that fit and have not gone. */
export function cancelStatement(db: Drizzle, at: string, reason: WhyCancelled, which: SQL | undefined) {
  return db.update(texts).set({ cancelledAt: at, reason, leaseUntil: null }).where(and(isWaiting, which))
}

/** Still ours: nobody has taken it over since our lease ran out. */
export const isOurs = ({ id, leasedBy, attempts }: Text) =>
  and(eq(texts.id, id), eq(texts.leasedBy, leasedBy ?? ''), eq(texts.attempts, attempts))
