import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import type { WordSession } from '#app/domain/forms/session'
import { writeAudited } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import { cards } from '#db/schema'
import { guess, withTheirNumber } from './word-guesses'
import { WORD_TRIES, type WordTry } from './word-tries'
import { type In, signInAs } from './words-right'

/** From a card to the plan it is for, or one try less. The tries of all its codes are counted together: who finds a card has five, and not fifty. With the right word nothing that was tried before counts any more. */
export async function wordOfCard(
  world: World,
  session: WordSession,
  id: string,
  word: string,
  onlyMe: boolean,
): Promise<WordTry<In>> {
  const stands = and(eq(cards.id, id), isNull(cards.voidedAt))
  const [[taken]] = await world.db.write((db) => [
    db
      .update(cards)
      .set({ wrongWords: sql`${cards.wrongWords} + 1` })
      .where(and(stands, lt(cards.wrongWords, WORD_TRIES)))
      .returning(),
  ])
  if (!taken) return 'over'
  const { familyId, wrongWords } = taken
  const { own: opens, alike } = await withTheirNumber(world, taken)
  const { member, takeBack } = await guess(world, { session, word, opens, alike, byCard: true })
  const at = world.now().toISOString()
  if (!member) {
    if (wrongWords < WORD_TRIES) return { wrong: WORD_TRIES - wrongWords }
    await writeAudited(world, { who: 'system', familyId, did: 'card.word-failed', about: id }, (db) => [
      db.update(cards).set({ voidedAt: at, voidedWhy: 'wrong-words' }).where(stands),
    ])
    return 'over'
  }
  return signInAs(world, session, member, onlyMe, (db) => [
    ...takeBack(db),
    db
      .update(cards)
      .set({ wrongWords: sql`${cards.wrongWords} - 1` })
      .where(stands),
  ])
}
