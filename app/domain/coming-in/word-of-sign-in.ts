import { and, eq, isNull, sql } from 'drizzle-orm'
import type { WordSession } from '#app/domain/forms/session'
import { membersWith } from '#app/domain/people/members'
import { isWord } from '#app/domain/people/word'
import { writeAudited } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import { sessions, signIns } from '#db/schema'
import { endStatement } from './sessions'
import { takeTry, type WordTry } from './word-tries'
import { type In, type Member, signInAs } from './words-right'

/** From a sign-in to the plan of the family in which this number has that word, or one try less. */
export async function wordOfSignIn(
  world: World,
  session: WordSession,
  word: string,
  onlyMe: boolean,
): Promise<WordTry<In>> {
  const left = await takeTry(world, session)
  if (left === undefined || !session.signInId) return 'over'
  const member = await memberWith(world, session.signInId, word)
  const at = world.now().toISOString()
  if (!member) {
    if (left > 0) return { wrong: left }
    await writeAudited(world, { who: 'system', did: 'sign-in.word-failed', about: session.signInId }, (db) => [
      endStatement(db, at, eq(sessions.idHash, session.idHash)),
    ])
    return 'over'
  }
  return signInAs(world, session, member, onlyMe, (db) =>
    db
      .update(sessions)
      .set({ wrongWords: sql`${sessions.wrongWords} - 1` })
      .where(and(eq(sessions.idHash, session.idHash), isNull(sessions.endedAt))),
  )
}

/** Who has joined with the number of this sign-in and agreed on this word: in several families, whoever joined last. */
async function memberWith(world: World, signInId: string, word: string): Promise<Member | undefined> {
  const { read } = world.db
  const [signIn] = await read.select({ phone: signIns.phone }).from(signIns).where(eq(signIns.id, signInId))
  const members = await membersWith(world, read, signIn?.phone ?? '')
  const right = await Promise.all(members.map(({ wordHash }) => (wordHash ? isWord(word, wordHash) : false)))
  const found = members.find((_, i) => right[i])
  return found && { membershipId: found.membershipId, familyId: found.familyId, personId: found.personId }
}
