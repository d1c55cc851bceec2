import { and, exists, type SQL } from 'drizzle-orm'
import type { TextToSend } from '#app/domain/provider'
import { codeHash, hashOf, newCode, newToken } from '#app/domain/tokens'
import { ifChanged } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import type { Drizzle, Statement } from '#db/client.server'
import { texts } from '#db/schema'
import { breakerOf, isResting, turnStatement } from './breaker'
import { kinds } from './kinds'
import {
  AT_THE_PHONE_MS,
  askedNow,
  isOurs,
  isWaiting,
  LEASE_MS,
  openingFor,
  type People,
  type Text,
  type WhyCancelled,
} from './outbox'
import { safeUntil } from './safe-times'
import { type Filling, segmentsOf, textBody } from './wording'

const LEAST_VALID_SECONDS = 5

/** A link that is about to go out: what is kept of it, and until when it is good. */
export type Link = { tokenHash: string; codeHash: (id: string) => string; sentAt: string; expiresAt: string }

/** What only the floors above know of a kind of text. */
export type LastLook = {
  /** Whether it may still go, at the moment it is to: all who use the number, or why it is called back. */
  mayGo: (world: World, db: Drizzle, text: Text) => Promise<{ cancel: WhyCancelled } | { people: People }>
  /** Makes its link good, if `onlyIf` holds and nothing has come in between. Left out of a kind without a link. */
  linkStatement?: (db: Drizzle, text: Text, link: Link, onlyIf: SQL | undefined) => Statement
}
export type LastLooks = Record<Text['kind'], LastLook>

/**
 * Looks once more whether a text may go, and at this moment; then makes its link good, of which only the hash is kept,
 * notes that the provider is about to be called, and gives what to hand over. Null when it may not go: it was
 * cancelled with the reason, put off, or the provider is let alone.
 */
export async function makeReady(world: World, looks: LastLooks, text: Text): Promise<TextToSend | null> {
  const [token, code] = [newToken(world), newCode(world)]
  const body = await textBody(world, text.language, text.kind, { token, code })
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
    const check = await looks[text.kind].mayGo(world, db, text)
    if ('cancel' in check) return release({ cancelledAt: at, reason: check.cancel })
    const opening = openingFor(text, check.people, now, world.provider.leadMs)
    if (opening === 'never') return release({ cancelledAt: at, reason: 'no-safe-time' })
    // In the morning nobody waits for a link to sign in.
    const isLate = opening.why === 'quiet-hours' && kinds[text.kind].urgent
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
    const link = linkStatement(world, looks, db, text, { token, code }, turn && ifChanged)
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

/** The seconds a provider may keep it: as long as it is of use, and it is safe for it to arrive. */
function validFor(text: Text, people: People, now: Date): number {
  const { together, underwayMs } = kinds[text.kind]
  const closes = text.sendNow || together ? undefined : safeUntil(people, now, { asked: askedNow(text, now) })
  const safe = closes ? closes.getTime() - now.getTime() : Number.POSITIVE_INFINITY
  const useful = text.sendNow ? Math.min(underwayMs, AT_THE_PHONE_MS) : underwayMs
  return Math.max(LEAST_VALID_SECONDS, Math.floor(Math.min(safe, useful) / 1000))
}

/** The statement that makes the link good, as long as the text is still ours to send; none for a text without one. */
function linkStatement(
  world: World,
  looks: LastLooks,
  db: Drizzle,
  text: Text,
  { token, code }: Filling,
  onlyIf: SQL | undefined,
) {
  const now = world.now()
  const { linkMs = 0 } = kinds[text.kind]
  const stillOurs = exists(
    db
      .select({ id: texts.id })
      .from(texts)
      .where(and(isOurs(text), isWaiting)),
  )
  const link: Link = {
    tokenHash: hashOf(token),
    codeHash: (id) => codeHash(world, id, code),
    sentAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + linkMs).toISOString(),
  }
  return looks[text.kind].linkStatement?.(db, text, link, and(stillOurs, onlyIf))
}
