/** Texts on their way: written with the change that caused them, handed over by `dispatch.ts`, their words never kept. */
import { and, eq, isNull, type SQL } from 'drizzle-orm'
import { newToken } from '#app/domain/access/tokens'
import type { SafeToText } from '#app/domain/plan/case-file'
import type { World } from '#app/domain/world'
import type { Drizzle } from '#db/client.server'
import { texts } from '#db/schema'
import { nextSafeMoment } from './safe-times'

type Row = typeof texts.$inferInsert
/** A text taken for sending: no other process touches it until the lease runs out. */
export type Claimed = typeof texts.$inferSelect

/**
 * For so long after a text was asked for is the person still at the phone: what "she is with me: send now" and
 * one's own ask override, they override only then.
 */
const AT_THE_PHONE_MS = 10 * 60_000

/** When a text may go: now, later, or, when the times of all who use the number never meet, never. */
export type Opening = { at: Date; why: null | 'quiet-hours' | 'safe-times' } | 'never'

/** When this text may go. `people` are all who use the number. */
export function openingFor(
  text: { queuedAt: string; queuedBy?: string | null; sendNow?: boolean | null },
  people: { safeToText: SafeToText | null }[],
  now: Date,
): Opening {
  const fresh = now.getTime() - Date.parse(text.queuedAt) < AT_THE_PHONE_MS
  if (text.sendNow && fresh) return { at: now, why: null }
  const at = nextSafeMoment(people, now, { asked: !text.queuedBy && fresh })
  if (!at) return 'never'
  if (at.getTime() === now.getTime()) return { at, why: null }
  return { at, why: people.some((person) => person.safeToText) ? 'safe-times' : 'quiet-hours' }
}

/** The row of a new text. `queuedBy` is the worker; without one the person asked for it. */
export function newText(
  world: World,
  text: Pick<
    Row,
    'kind' | 'familyId' | 'personId' | 'invitationId' | 'signInId' | 'to' | 'language' | 'queuedBy' | 'sendNow'
  >,
  people: { safeToText: SafeToText | null }[],
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
  | 'not-allowed'
  | 'joined'
  | 'declined'
  | 'not-for-me'
  | 'no-safe-time'

/** Calls back the texts that fit and have not gone. */
export function cancelStatement(db: Drizzle, at: string, reason: WhyCancelled, which: SQL | undefined) {
  return db
    .update(texts)
    .set({ cancelledAt: at, reason, leaseUntil: null })
    .where(and(isNull(texts.sentAt), isNull(texts.cancelledAt), isNull(texts.failedAt), which))
}

/** Still ours: not called back, and not taken over by another since our lease ran out. */
export function mine({ id, leasedBy, attempts }: Claimed) {
  const waiting = and(isNull(texts.sentAt), isNull(texts.cancelledAt), isNull(texts.failedAt))
  return and(eq(texts.id, id), eq(texts.leasedBy, leasedBy ?? ''), eq(texts.attempts, attempts), waiting)
}
