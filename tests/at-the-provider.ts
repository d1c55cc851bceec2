/** What becomes of a text, and a provider that answers as it is told. */
import { eq, sql } from 'drizzle-orm'
import type { Handed, TextToSend } from '#app/domain/provider'
import { stateOf } from '#app/domain/texts/state'
import { texts } from '#db/schema'
import type * as cast from './cast'
import type { TestWorld } from './world'

/** The newest text to somebody. */
export async function rowOf(w: TestWorld, who: cast.CastMember) {
  const rows = await w.db.read.select().from(texts).where(eq(texts.to, who.phone)).orderBy(texts.queuedAt, sql`rowid`)
  const row = rows.at(-1)
  if (!row) throw new Error(`There is no text to ${who.id}.`)
  return row
}
/** Where it is. */
export const stateFor = async (w: TestWorld, who: cast.CastMember) => stateOf(await rowOf(w, who))

/** The provider answers so from now on; gives what it was asked to take. */
export function answers(w: TestWorld, handed: Handed): TextToSend[] {
  const asked: TextToSend[] = []
  w.provider.send = async (text) => {
    asked.push(text)
    return handed
  }
  return asked
}
