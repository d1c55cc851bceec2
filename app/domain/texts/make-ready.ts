import { and, eq, exists, isNull, type SQL } from 'drizzle-orm'
import { recheck } from '#app/domain/coming-in/recheck'
import { stands } from '#app/domain/network/open-invitation'
import type { TextToSend } from '#app/domain/provider'
import { codeHash, hashOf, newCode, newToken } from '#app/domain/tokens'
import { ifChanged } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import type { Drizzle } from '#db/client.server'
import { invitations, signIns, texts } from '#db/schema'
import { breakerOf, isResting, turnStatement } from './breaker'
import { askedNow, isOurs, isWaiting, LEASE_MS, openingFor, type People, type Text } from './outbox'
import { safeUntil } from './safe-times'
import { type Says, segmentsOf, textBody } from './wording'

const INVITATION_MS = 72 * 60 * 60_000
const SIGN_IN_MS = 10 * 60_000
/** How long a provider may go on trying at the most. Twilio takes no more: https://www.twilio.com/docs/messaging/api/message-resource */
const MOST_VALID_SECONDS = 10 * 60 * 60
const LEAST_VALID_SECONDS = 5

/**
 * Looks once more whether a text may go, and at this moment; then makes its link good, of which only the hash is kept,
 * notes that the provider is about to be called, and gives what to hand over. Null when it may not go: it was
 * cancelled with the reason, put off, or the provider is let alone.
 */
export async function makeReady(world: World, text: Text): Promise<TextToSend | null> {
  const [token, code] = [newToken(world), newCode(world)]
  const says: Says = text.kind === 'test' ? { kind: 'test' } : { kind: text.kind, token, code }
  const body = await textBody(world, text.language, says)
  let validSeconds = 0
  const results: readonly { rowsAffected: number }[] = await world.db.write(async (db) => {
    validSeconds = 0
    const now = world.now()
    const at = now.toISOString()
    const ours = and(isOurs(text), isWaiting)
    const release = (change: Partial<Text>) => [
      db
        .update(texts)
        .set({ ...change, leaseUntil: null })
        .where(ours),
    ]
    const check = await recheck(world, db, text)
    if ('cancel' in check) return release({ cancelledAt: at, reason: check.cancel })
    const opening = openingFor(text, check.people, now, world.provider.leadMs)
    if (opening === 'never') return release({ cancelledAt: at, reason: 'no-safe-time' })
    // In the morning nobody waits for a link to sign in.
    const isLate = opening.why === 'quiet-hours' && text.kind === 'sign-in'
    if (isLate) return release({ cancelledAt: at, reason: 'too-late' })
    if (opening.why) return release({ notBefore: opening.at.toISOString(), reason: opening.why })
    const breaker = await breakerOf(world)
    // A try is a call: this one made none.
    if (isResting(breaker, now)) return release({ attempts: text.attempts - 1 })
    validSeconds = validFor(text, check.people, now)
    const leaseUntil = new Date(now.getTime() + LEASE_MS).toISOString()
    const words = { bodyHash: hashOf(body), segments: segmentsOf(body) }
    // Each only if the one before it changed something.
    const turn = turnStatement(db, breaker, now)
    const link = linkStatement(world, db, text, { token, code }, turn && ifChanged)
    const call = db
      .update(texts)
      .set({ calledAt: at, reason: null, leaseUntil, ...words })
      .where(and(ours, (link ?? turn) && ifChanged))
    return [...(turn ? [turn] : []), ...(link ? [link] : []), call]
  })
  if (validSeconds === 0) return null
  // Called back between our look and our write, or another process took the turn: the last statement changed nothing.
  if (results.at(-1)?.rowsAffected === 0) {
    const back = { attempts: text.attempts - 1, leaseUntil: null }
    const stillWaits = and(isOurs(text), isWaiting)
    await world.db.write((db) => [db.update(texts).set(back).where(stillWaits)])
    return null
  }
  return { id: text.id, to: text.to, body, validSeconds }
}

/** The seconds a provider may keep it: as long as the link in it is of use, and it is safe for it to arrive. */
function validFor(text: Text, people: People, now: Date): number {
  const overrides = text.sendNow || text.kind === 'test'
  const closes = overrides ? undefined : safeUntil(people, now, { asked: askedNow(text, now) })
  const safe = closes ? (closes.getTime() - now.getTime()) / 1000 : MOST_VALID_SECONDS
  const useful = text.kind === 'invitation' && !text.sendNow ? MOST_VALID_SECONDS : SIGN_IN_MS / 1000
  return Math.max(LEAST_VALID_SECONDS, Math.floor(Math.min(safe, useful)))
}

/** The statement that makes the link good, as long as the text is still ours to send; none for a text without one. */
function linkStatement(
  world: World,
  db: Drizzle,
  text: Text,
  { token, code }: { token: string; code: string },
  onlyIf: SQL | undefined,
) {
  const now = world.now()
  const until = (ms: number) => new Date(now.getTime() + ms).toISOString()
  // A new link begins its life anew, also where the one before it ran out unheard of.
  const made = { tokenHash: hashOf(token), sentAt: now.toISOString(), expiredAt: null }
  const stillOurs = exists(
    db
      .select({ id: texts.id })
      .from(texts)
      .where(and(isOurs(text), isWaiting)),
  )
  if (text.kind === 'test') return undefined
  if (text.kind === 'invitation') {
    const unopened = and(eq(invitations.id, text.invitationId ?? ''), isNull(invitations.openedAt), stands(db))
    return db
      .update(invitations)
      .set({ ...made, expiresAt: until(INVITATION_MS) })
      .where(and(unopened, stillOurs, onlyIf))
  }
  const id = text.signInId ?? ''
  const unused = and(eq(signIns.id, id), isNull(signIns.usedAt), isNull(signIns.voidedAt))
  return db
    .update(signIns)
    .set({ ...made, codeHash: codeHash(world, id, code), expiresAt: until(SIGN_IN_MS) })
    .where(and(unused, stillOurs, onlyIf))
}
