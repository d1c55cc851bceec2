import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import { newSession, valueAfter, type WordSession } from '#app/domain/access/sessions'
import { WORD_TRIES, type WordTry } from '#app/domain/access/word-tries'
import { isWord } from '#app/domain/access/words'
import { ifChanged, writeAudited } from '#app/domain/record/audit'
import type { World } from '#app/domain/world'
import { insertWhere } from '#db/insert-where'
import { invitations, people, sessions } from '#db/schema'
import { asLongAsOpen, cameBy, type In } from './words-right'

/** From an invitation to the welcome, or one try less. After five the invitation is void. */
export async function wordOfInvitation(
  world: World,
  session: WordSession,
  id: string,
  word: string,
): Promise<WordTry<In>> {
  const stands = and(eq(invitations.id, id), isNull(invitations.voidedAt), isNull(invitations.declinedAt))
  // The try is taken before the word is looked at, so that many at once are no more than five.
  const [[taken]] = await world.db.write((db) => [
    db
      .update(invitations)
      .set({ wrongWords: sql`${invitations.wrongWords} + 1` })
      .where(and(stands, lt(invitations.wrongWords, WORD_TRIES)))
      .returning(),
  ])
  if (!taken) return 'over'
  const { familyId, personId, wrongWords } = taken
  const [person] = await world.db.read
    .select({ wordHash: people.wordHash })
    .from(people)
    .where(and(eq(people.familyId, familyId), eq(people.personId, personId)))
  const at = world.now().toISOString()
  if (!person?.wordHash || !(await isWord(word, person.wordHash))) {
    if (wrongWords < WORD_TRIES) return { wrong: WORD_TRIES - wrongWords }
    await writeAudited(world, { who: 'system', familyId, did: 'invitation.word-failed', about: id }, (db) => [
      db.update(invitations).set({ voidedAt: at, voidedBy: 'system', voidedWhy: 'wrong-words' }).where(stands),
    ])
    return 'over'
  }
  const value = valueAfter(world, session.value, 'welcome')
  const row = newSession(world, value, { stage: 'welcome', invitationId: id, familyId, personId, ...cameBy(session) })
  await writeAudited(
    world,
    { who: `person:${personId}`, familyId, did: 'invitation.word-given', about: id },
    (db) => [
      db
        .update(invitations)
        .set({ toldAt: sql`coalesce(${invitations.toldAt}, ${at})`, wrongWords: sql`${invitations.wrongWords} - 1` })
        .where(stands),
      insertWhere(db, sessions, row, ifChanged).onConflictDoNothing(),
    ],
    { onlyIf: ifChanged },
  )
  return asLongAsOpen(world, value, 'welcome')
}
