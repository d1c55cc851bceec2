import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { Session } from '#app/domain/access/sessions'
import { codeHash, newToken } from '#app/domain/access/tokens'
import { phoneFrom } from '#app/domain/plan/phone'
import type { World } from '#app/domain/world'
import { signIns } from '#db/schema'
import { openSignIn, type Spent, sameBrowser, wayIn } from './link'

const CODE_TRIES = 5

/**
 * Notes that a number was given on the first page. One row for every number that could be one: nothing is looked up
 * here, so neither the answer nor the time it takes tells whether anybody knows the number. The dispatcher does the rest.
 */
export async function askForText(
  world: World,
  { phone: typed, browserHash, language }: { phone: string; browserHash: string; language: string },
): Promise<{ asked: true } | { refused: 'not-a-number' }> {
  const phone = phoneFrom(typed)
  if (!phone) return { refused: 'not-a-number' }
  const row = { id: newToken(world), phone, browserHash, language, askedAt: world.now().toISOString() }
  await world.db.write((db) => [db.insert(signIns).values(row)])
  return { asked: true }
}

/**
 * Spends the six digits of a text, in a browser other than the one that asked. The answer to a wrong code and to a
 * number nobody knows is the same, and so is the work: each is a try at the number's ask.
 */
export async function spendCode(
  world: World,
  typed: { phone: string; code: string },
  { browserHash, session }: { browserHash: string; session?: Session | null },
): Promise<Spent | { wrong: true }> {
  const phone = phoneFrom(typed.phone)
  const ask = phone && (await newestAsk(world, phone))
  if (!ask || !(await takeCodeTry(world, ask.id))) return { wrong: true }
  if (ask.codeHash !== codeHash(world, ask.id, typed.code.replace(/\D/g, ''))) return { wrong: true }
  const value = wayIn(world, ask.id, browserHash)
  if (await openSignIn(world, ask.id, value)) return { session: value }
  return (await sameBrowser(world, value, session, { signInId: ask.id })) ?? { wrong: true }
}

/** The ask whose text went out last or, for a number that got none, the newest. */
async function newestAsk(world: World, phone: string) {
  const [ask] = await world.db.read
    .select()
    .from(signIns)
    .where(eq(signIns.phone, phone))
    .orderBy(desc(signIns.sentAt), desc(signIns.askedAt))
    .limit(1)
  return ask
}

/** Takes a try before the code is looked at, so that many at once are no more than five. */
async function takeCodeTry(world: World, id: string): Promise<boolean> {
  const [taken] = await world.db.write((db) => [
    db
      .update(signIns)
      .set({ wrongCodes: sql`${signIns.wrongCodes} + 1` })
      .where(and(eq(signIns.id, id), lt(signIns.wrongCodes, CODE_TRIES))),
  ])
  return taken.rowsAffected > 0
}
