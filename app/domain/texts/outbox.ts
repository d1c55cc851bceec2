/** Texts on their way: written with the change that caused them, handed over by `hand-over.ts`, their words never kept. */
import { and, eq, isNull, type SQL } from 'drizzle-orm'
import { newToken } from '#app/domain/access/tokens'
import type { SafeToText } from '#app/domain/plan/case-file'
import type { World } from '#app/domain/world'
import type { Drizzle } from '#db/client.server'
import { texts } from '#db/schema'
import { nextSafeMoment } from './safe-times'

type Row = typeof texts.$inferInsert
export type Text = typeof texts.$inferSelect

/**
 * For so long after a text was asked for is the person still at the phone: what "she is with me: send now" and
 * one's own ask override, they override only then.
 */
export const AT_THE_PHONE_MS = 10 * 60_000

/** When a text may go: now, later, or, when the times of all who use the number never meet, never. */
export type Opening = { at: Date; why: null | 'quiet-hours' | 'safe-times' } | 'never'
type Asked = Pick<Row, 'queuedAt' | 'queuedBy' | 'sendNow'>
type People = { safeToText: SafeToText | null }[]

/** Whether somebody still waits for it with the phone in their hand. */
export const isFresh = ({ queuedAt }: Pick<Row, 'queuedAt'>, now: Date) =>
  now.getTime() - Date.parse(queuedAt) < AT_THE_PHONE_MS

/** When this text may go. `people` are all who use the number. */
export function openingFor(text: Asked, people: People, now: Date): Opening {
  if (text.sendNow && isFresh(text, now)) return { at: now, why: null }
  const at = nextSafeMoment(people, now, { asked: askedNow(text, now) })
  if (!at) return 'never'
  if (at.getTime() === now.getTime()) return { at, why: null }
  return { at, why: people.some((person) => person.safeToText) ? 'safe-times' : 'quiet-hours' }
}

/** Whether the person asked for it themselves a moment ago. */
export const askedNow = (text: Asked, now: Date) => !text.queuedBy && isFresh(text, now)

/** The row of a new text. `queuedBy` is the worker; without one the person asked for it. */
export function newText(
  world: World,
  text: Pick<
    Row,
    | 'kind'
    | 'familyId'
    | 'personId'
    | 'invitationId'
    | 'signInId'
    | 'to'
    | 'language'
    | 'queuedBy'
    | 'askedFrom'
    | 'sendNow'
  >,
  people: People,
): Row {
  const now = world.now()
  const queued = { ...text, id: newToken(world), queuedAt: now.toISOString() }
  const opening = openingFor(queued, people, now)
  if (opening === 'never')
    return { ...queued, notBefore: queued.queuedAt, cancelledAt: queued.queuedAt, reason: 'no-safe-time' }
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
  | 'declined'
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
