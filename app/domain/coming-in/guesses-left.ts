import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Session } from '#app/domain/forms/session'
import { membersWith } from '#app/domain/people/members'
import { isOf, type Who } from '#app/domain/whose'
import type { World } from '#app/domain/world'
import { signIns, wrongWords } from '#db/schema'

/** After so many wrong words of a person, and after each as many again, the desk of their family hears of it. */
export const TELLS_EVERY = 5
/** After so many a text and a locked phone do not open their plan any more. */
export const MOST_GUESSES = 10

/** The wrong words of a person that still count. */
export const thatCount = (who: Who) => and(isOf(wrongWords, who), isNull(wrongWords.forgivenAt))

/** How many a person has left, at that moment; none, or less, is none. */
export const guessesLeft = (who: Who): SQL =>
  sql`(${MOST_GUESSES} - (select count(*) from ${wrongWords} where ${thatCount(who)}))`

/** Whether there is no trying any more with this session: only a card opens, or the worker lets them try again. */
export async function wordIsShut(world: World, session: Session): Promise<boolean> {
  if (session.stage === 'member') return isShutFor(world, [session])
  if (session.stage !== 'word' || session.invitationId || !session.signInId) return false
  const { read } = world.db
  const [signIn] = await read.select({ phone: signIns.phone }).from(signIns).where(eq(signIns.id, session.signInId))
  return isShutFor(world, await membersWith(world, read, signIn?.phone ?? ''))
}

async function isShutFor(world: World, all: readonly Who[]): Promise<boolean> {
  if (all.length === 0) return false
  const familyIds = all.map(({ familyId }) => familyId)
  const rows = await world.db.read
    .select({ familyId: wrongWords.familyId, personId: wrongWords.personId })
    .from(wrongWords)
    .where(and(inArray(wrongWords.familyId, familyIds), isNull(wrongWords.forgivenAt)))
  const countOf = (who: Who) =>
    rows.filter((row) => row.familyId === who.familyId && row.personId === who.personId).length
  return all.every((who) => countOf(who) >= MOST_GUESSES)
}
