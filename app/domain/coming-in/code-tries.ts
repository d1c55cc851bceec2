import { and, eq, exists, gt, lte, or, sql } from 'drizzle-orm'
import type { Session } from '#app/domain/forms/session'
import { newToken } from '#app/domain/tokens'
import type { World } from '#app/domain/world'
import type { Drizzle } from '#db/client.server'
import { insertWhere } from '#db/insert-where'
import { codeTries, sessions } from '#db/schema'

/** The browser that asks for something, and from where. */
export type Asking = {
  /** Hash of the cookie by which we know the browser again. */
  browserHash: string
  /** Of its network address, under our secret. */
  addressHash: string
  /** Who is signed in there. */
  session?: Session | null
}

const MINUTE = 60_000
/** So many codes may be typed in from one network address, which many people may share. */
export const PER_ADDRESS = { tries: 30, within: 5 * MINUTE }
/** And so many altogether: more is somebody trying them all. A browser somebody was signed in on may always. */
export const OVERALL = { tries: 1000, within: 60 * MINUTE }

/** Takes one of an address's tries at a code; false when there are none left for now. Says nothing of any number. */
export async function takeCodeTry(world: World, asking: Asking): Promise<boolean> {
  const [, taken] = await world.db.write((db) => codeTryStatements(world, db, asking))
  return taken.rowsAffected === 1
}

/** The same as part of a write: the last statement changes something when there was a try left. */
export function codeTryStatements(world: World, db: Drizzle, { addressHash, browserHash }: Asking) {
  const now = world.now()
  const ago = (ms: number) => new Date(now.getTime() - ms).toISOString()
  const here = and(eq(codeTries.addressHash, addressHash), gt(codeTries.at, ago(PER_ADDRESS.within)))
  const row = { id: newToken(world), addressHash, at: now.toISOString() }
  const known = db
    .select({ id: sessions.idHash })
    .from(sessions)
    .where(and(eq(sessions.browserHash, browserHash), eq(sessions.stage, 'member')))
  const room = or(sql`(select count(*) from ${codeTries}) < ${OVERALL.tries}`, exists(known))
  const roomHere = sql`(select count(*) from ${codeTries} where ${here}) < ${PER_ADDRESS.tries}`
  return [
    // Those of a time to come too: the clock was set back, and they would shut people out until then.
    db.delete(codeTries).where(or(lte(codeTries.at, ago(OVERALL.within)), gt(codeTries.at, ago(-PER_ADDRESS.within)))),
    insertWhere(db, codeTries, row, sql`${roomHere} and ${room}`),
  ] as const
}
