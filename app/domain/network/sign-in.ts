import { and, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { codeHash, newToken } from '#app/domain/access/tokens'
import { phoneFrom } from '#app/domain/plan/phone'
import type { World } from '#app/domain/world'
import { signIns } from '#db/schema'
import { type Asking, takeCodeTry } from './code-tries'
import { openSignIn, type Spent, sameBrowser, wayIn } from './link'

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
 * number nobody knows is the same, and so is the work: each is a try at what was asked for with that number.
 */
export async function spendCode(
  world: World,
  typed: { phone: string; code: string },
  asking: Asking,
): Promise<Spent | { wrong: true } | { tooMany: true }> {
  if (!(await takeCodeTry(world, asking))) return { tooMany: true }
  const phone = phoneFrom(typed.phone)
  const code = typed.code.replace(/\D/g, '')
  // What a stranger asked for later takes no try, and no text, from what was asked for before.
  for (const ask of phone ? await openAsks(world, phone) : []) {
    if (!(await takeTry(world, ask.id))) continue
    if (ask.codeHash !== codeHash(world, ask.id, code)) continue
    const value = wayIn(world, ask.id, asking.browserHash)
    if (await openSignIn(world, ask.id, value, asking.browserHash)) return { session: value }
    return (await sameBrowser(world, value, asking.session, { signInId: ask.id })) ?? { wrong: true }
  }
  return { wrong: true }
}

/** The newest that was asked for with this number, of each kind, as long as a text of it can still be of use. */
async function openAsks(world: World, phone: string) {
  const asks = await world.db.read
    .select()
    .from(signIns)
    .where(and(eq(signIns.phone, phone), isNull(signIns.voidedAt), gt(signIns.askedAt, aDayAgo(world))))
    .orderBy(desc(signIns.sentAt), desc(signIns.askedAt))
  const newest = (known: boolean) => asks.find((ask) => (ask.known ?? false) === known)
  return [newest(true), newest(false)].filter((ask) => ask !== undefined)
}

const aDayAgo = (world: World) => new Date(world.now().getTime() - 24 * 60 * 60_000).toISOString()

/** Takes a try before the code is looked at, so that many at once are no more than five. */
async function takeTry(world: World, id: string): Promise<boolean> {
  const [taken] = await world.db.write((db) => [
    db
      .update(signIns)
      .set({ wrongCodes: sql`${signIns.wrongCodes} + 1` })
      .where(and(eq(signIns.id, id), lt(signIns.wrongCodes, CODE_TRIES))),
  ])
  return taken.rowsAffected > 0
}
