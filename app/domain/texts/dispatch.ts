/** Hands texts over when they may go: at most once each, never at a bad time, never what has been called back. */
import { and, asc, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { stampWhatRanOut } from '#app/domain/access/running-out'
import { newToken } from '#app/domain/access/tokens'
import type { World } from '#app/domain/world'
import { texts } from '#db/schema'
import { answerAsks } from './asks'
import { makeReady } from './make-ready'
import { type Claimed, mine } from './outbox'

const LEASE_MS = 60_000

/**
 * Does everything that is due by now: answers who asked for a text, and hands over what may go. Run it every second
 * and after every form; several at once, also in other processes, do each text once. Gives how many were handed over.
 */
export async function dispatchDue(world: World): Promise<{ sent: number }> {
  await stampWhatRanOut(world)
  await answerAsks(world)
  const me = newToken(world)
  let sent = 0
  for (;;) {
    const text = await claim(world, me)
    if (!text) return { sent }
    if (await send(world, text)) sent++
  }
}

/** Takes the next text that is due for a minute. One statement, so that no two take the same. */
async function claim(world: World, me: string): Promise<Claimed | undefined> {
  const at = world.now().toISOString()
  const waiting = and(isNull(texts.sentAt), isNull(texts.cancelledAt), isNull(texts.failedAt))
  const due = and(waiting, lte(texts.notBefore, at), or(isNull(texts.leaseUntil), lte(texts.leaseUntil, at)))
  const { read } = world.db
  // Reads first: a write a second for nothing would be a write a second.
  if ((await read.$count(texts, due)) === 0) return undefined
  const leaseUntil = new Date(world.now().getTime() + LEASE_MS).toISOString()
  const [[claimed]] = await world.db.write((db) => [
    db
      .update(texts)
      .set({ leasedBy: me, leaseUntil, attempts: sql`${texts.attempts} + 1` })
      .where(
        inArray(
          texts.id,
          db
            .select({ id: texts.id })
            .from(texts)
            .where(due)
            .orderBy(asc(texts.notBefore), asc(texts.queuedAt))
            .limit(1),
        ),
      )
      .returning(),
  ])
  return claimed
}

async function send(world: World, text: Claimed): Promise<boolean> {
  const body = await makeReady(world, text)
  if (body === null) return false
  // From here on the link in the text is good: whatever becomes of the handing over, it is not tried blindly again.
  const outcome = await world.sendText({ id: text.id, to: text.to, body }).then(
    ({ providerId }) => ({ sentAt: world.now().toISOString(), providerId, reason: null }),
    () => ({ failedAt: world.now().toISOString(), reason: 'not-taken' }),
  )
  await world.db.write((db) => [
    db
      .update(texts)
      .set({ ...outcome, leaseUntil: null })
      .where(mine(text)),
  ])
  return 'sentAt' in outcome
}
