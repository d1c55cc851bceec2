import { and, eq, gt, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { withPlainDigits } from '#app/domain/plan/digits'
import { phoneFrom } from '#app/domain/plan/phone'
import { codeHash, newToken } from '#app/domain/tokens'
import { ifChanged } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import { signIns } from '#db/schema'
import { type Asking, codeTryStatements } from './code-tries'
import { openSignIn, type Spent, sameBrowser, wayIn } from './link'
import { orOwe, payBack } from './owed-tries'

const CODE_TRIES = 5

/**
 * Notes that a number was given on the first page. One row for every number that could be one: nothing is looked up
 * here, so neither the answer nor the time it takes tells whether anybody knows the number. The dispatcher does the rest.
 */
export async function askForText(
  world: World,
  { phone: typed, browserHash, addressHash, language }: { phone: string; language: string } & Asking,
): Promise<{ asked: true } | { refused: 'not-a-number' }> {
  const phone = phoneFrom(typed)
  if (!phone) return { refused: 'not-a-number' }
  const row = { id: newToken(world), phone, browserHash, addressHash, language, askedAt: world.now().toISOString() }
  await world.db.write((db) => [db.insert(signIns).values(row)])
  return { asked: true }
}

/**
 * Spends the six digits of a text, in a browser other than the one that asked. The answer to a wrong code and to a
 * number nobody knows is the same, and so is the work: one write, in which each is a try.
 */
export async function spendCode(
  world: World,
  typed: { phone: string; code: string },
  asking: Asking,
): Promise<Spent | { wrong: true } | { tooMany: true }> {
  const phone = phoneFrom(typed.phone)
  await payBack(world)
  // The tries at a code are taken before it is looked at, so that many at once are no more than five.
  const [, taken, tried] = await world.db.write((db) => [
    ...codeTryStatements(world, db, asking),
    db
      .update(signIns)
      .set({ wrongCodes: sql`${signIns.wrongCodes} + 1` })
      .where(and(eq(signIns.phone, phone ?? ''), isLiveCode(world), lt(signIns.wrongCodes, CODE_TRIES), ifChanged))
      .returning(),
  ])
  if (taken.rowsAffected === 0) return { tooMany: true }
  const code = codeIn(typed.code)
  const ask = tried.find(({ id, codeHash: hash }) => hash === codeHash(world, id, code))
  if (!ask) return { wrong: true }
  const value = wayIn(world, ask.id, asking.browserHash)
  const ids = tried.map(({ id }) => id)
  const giveBack = { wrongCodes: sql`${signIns.wrongCodes} - 1` }
  const opened = await orOwe(
    world,
    (db) => [db.update(signIns).set(giveBack).where(inArray(signIns.id, ids))],
    () => openSignIn(world, ask.id, value, asking.browserHash),
  )
  if (opened) return { session: value }
  return (await sameBrowser(world, value, asking.session, { signInId: ask.id })) ?? { wrong: true }
}

/** Six digits by themselves, however they are spaced, in what may be the whole text pasted, link and all; else all there are. */
function codeIn(typed: string): string {
  const plain = withPlainDigits(typed).replace(/\p{Cf}|https?:\S*/gu, '')
  const [alone = plain] = /(?<![\p{L}\p{N}])\d(?:[\s\p{Pd}.]*\d){5}(?![\s\p{Pd}.]*\p{N}|\p{L})/u.exec(plain) ?? []
  return alone.replace(/\D/g, '')
}

/** Its text has gone out and is still of use, or was a moment ago: a second press finds it used. */
const isLiveCode = (world: World) =>
  and(isNull(signIns.voidedAt), isNotNull(signIns.codeHash), gt(signIns.expiresAt, world.now().toISOString()))
