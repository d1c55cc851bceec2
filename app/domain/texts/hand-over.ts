/** Hands texts over when they may go: at most once each, never at a bad time, never what has been called back. */
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import type { Handed } from '#app/domain/provider'
import { newToken } from '#app/domain/tokens'
import type { World } from '#app/domain/world'
import type { Drizzle, Statement } from '#db/client.server'
import { texts } from '#db/schema'
import { type Breaker, breakerOf, countStatement, isResting } from './breaker'
import { meaningOf } from './failures'
import { kinds, urgentKinds } from './kinds'
import { type LastLooks, makeReady } from './make-ready'
import { isOurs, isWaiting, LEASE_MS, type Text } from './outbox'
import { firstLookUp, reportStatements } from './reports'

/** After a sure "not now": at once, then in 30 seconds, doubling up to an hour. */
const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 60 * 60_000

/**
 * Hands over every text that may go now, one after another, and gives how many were taken. Several at once, also in
 * other processes, do each text once. Told to stop, it still finishes the one it has.
 */
export async function handOverDue(world: World, looks: LastLooks, stopping?: AbortSignal): Promise<{ sent: number }> {
  const me = newToken(world)
  let sent = 0
  for (;;) {
    const text = stopping?.aborted ? undefined : await claim(world, me)
    if (!text) return { sent }
    const ready = await makeReady(world, looks, text)
    if (!ready) continue
    const handed = await world.provider.send(ready)
    await note(world, text, handed)
    if (handed.is === 'taken') sent++
  }
}

/**
 * What was being handed over by a process that died in the middle: whether it went is not known, so it is not handed
 * over again but asked after.
 */
export async function stampAbandoned(world: World): Promise<void> {
  const at = world.now().toISOString()
  const abandoned = and(
    ...[isNotNull(texts.calledAt), isNull(texts.sentAt), isNull(texts.unknownAt), isNull(texts.failedAt)],
    isOver(world),
  )
  if ((await world.db.read.$count(texts, abandoned)) === 0) return
  await world.db.write((db) => [
    db.update(texts).set({ unknownAt: at, leaseUntil: null, lookUpAt: at }).where(abandoned),
  ])
}

/** It may go now, and nobody is handing it over. */
function isDue(world: World) {
  const at = world.now().toISOString()
  return and(isWaiting, lte(texts.notBefore, at), or(isNull(texts.leaseUntil), isOver(world)))
}

/** Nobody has it any more. A lease that ends later than any can is from a clock that was set back. */
function isOver(world: World) {
  const now = world.now()
  return or(
    lte(texts.leaseUntil, now.toISOString()),
    gt(texts.leaseUntil, new Date(now.getTime() + 2 * LEASE_MS).toISOString()),
  )
}

/** Whether there is anything to hand over at this moment. */
export const isAnyDue = async (world: World): Promise<boolean> => (await world.db.read.$count(texts, isDue(world))) > 0

/** Takes the next text that is due for a minute, first of all for somebody who waits. One statement, so that no two take the same. */
async function claim(world: World, me: string): Promise<Text | undefined> {
  // Reads first: a write a second for nothing would be a write a second.
  if (!(await isAnyDue(world)) || isResting(await breakerOf(world), world.now())) return undefined
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
            .where(isDue(world))
            .orderBy(
              desc(inArray(texts.kind, urgentKinds)),
              desc(eq(sql`coalesce(${texts.askedFrom}, 'known')`, 'known')),
              asc(texts.notBefore),
              asc(texts.queuedAt),
            )
            .limit(1),
        ),
      )
      .returning(),
  ])
  return claimed
}

/** Writes down what became of a call. A worker that comes too late overwrites nothing: `isOurs` fences it off. */
async function note(world: World, text: Text, handed: Handed): Promise<void> {
  const now = world.now()
  const results: readonly unknown[] = await world.db.write(async (db) => [
    ...(await outcomeStatements(world, db, text, handed)),
    countStatement(world, db, handed, now),
  ])
  if (handed.is === 'refused' && meaningOf(handed.why).ours)
    world.alarm('text-not-allowed', { code: handed.code ?? '' })
  const [breaker] = results.at(-1) as Breaker[]
  if (breaker?.openedAt !== now.toISOString()) return
  world.alarm('provider-down', { provider: breaker.provider, failures: breaker.failures, code: codeOf(handed) })
}

const codeOf = (handed: Handed) => ('code' in handed ? (handed.code ?? '') : '')

async function outcomeStatements(world: World, db: Drizzle, text: Text, handed: Handed): Promise<Statement[]> {
  const now = world.now()
  const at = now.toISOString()
  // A report may have come before the answer did.
  const still = and(isOurs(text), isNull(texts.sentAt), isNull(texts.failedAt))
  const change = (set: Partial<Text>) => [
    db
      .update(texts)
      .set({ ...set, leaseUntil: null })
      .where(still),
  ]
  switch (handed.is) {
    case 'taken':
      return reportStatements(world, db, text, { providerId: handed.providerId, status: handed.status ?? 'accepted' })
    case 'refused':
      return reportStatements(world, db, text, {
        providerId: null,
        status: 'failed',
        why: handed.why,
        code: handed.code,
      })
    case 'unknown':
      return change({ unknownAt: at, lookUpAt: firstLookUp(text, now), providerCode: handed.code ?? null })
    case 'not-now':
    case 'closed': {
      if (text.attempts >= kinds[text.kind].tries)
        return change({ failedAt: at, reason: 'gave-up', providerCode: handed.code ?? null })
      const wait = Math.max(waitAfter(world, text.attempts), 'waitMs' in handed ? (handed.waitMs ?? 0) : 0)
      const notBefore = new Date(now.getTime() + wait).toISOString()
      const waiting = { calledAt: null, unknownAt: null, lookUpAt: null, notBefore, reason: 'trying-again' as const }
      return change({ ...waiting, providerCode: handed.code ?? null })
    }
  }
}

/** Milliseconds before the next try, a fifth more or less, so that many do not come at once. */
function waitAfter(world: World, tries: number): number {
  if (tries <= 1) return 0
  const wait = Math.min(FIRST_WAIT_MS * 2 ** (tries - 2), LONGEST_WAIT_MS)
  return Math.round(wait * (0.8 + (0.4 * world.random(1).readUInt8()) / 255))
}
