import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import type { WordSession } from '#app/domain/forms/session'
import { isWord } from '#app/domain/people/word'
import { writeAudited } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import { cards, memberships, people } from '#db/schema'
import { WORD_TRIES, type WordTry } from './word-tries'
import { type In, type Member, signInAs } from './words-right'

/** From a card to the plan it is for, or one try less. The tries of all its codes are counted together: who finds a card has five, and not fifty. */
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
  const member = await memberOfCard(world, taken, word)
  const at = world.now().toISOString()
  if (!member) {
    if (wrongWords < WORD_TRIES) return { wrong: WORD_TRIES - wrongWords }
    await writeAudited(world, { who: 'system', familyId, did: 'card.word-failed', about: id }, (db) => [
      db.update(cards).set({ voidedAt: at, voidedWhy: 'wrong-words' }).where(stands),
    ])
    return 'over'
  }
  return signInAs(world, session, member, onlyMe, (db) =>
    db
      .update(cards)
      .set({ wrongWords: sql`${cards.wrongWords} - 1` })
      .where(stands),
  )
}

/** The person a card is for, if they are a member and this is their word. */
async function memberOfCard(world: World, card: typeof cards.$inferSelect, word: string): Promise<Member | undefined> {
  const { familyId, personId } = card
  const [member] = await world.db.read
    .select({ membershipId: memberships.id, wordHash: people.wordHash })
    .from(memberships)
    .innerJoin(people, and(eq(people.familyId, memberships.familyId), eq(people.personId, memberships.personId)))
    .where(and(eq(memberships.familyId, familyId), eq(memberships.personId, personId), isNull(memberships.endedAt)))
  const right = !!member?.wordHash && (await isWord(word, member.wordHash))
  return right ? { membershipId: member.membershipId, familyId, personId } : undefined
}
