import { and, eq, isNull, sql } from 'drizzle-orm'
import type { WordSession } from '#app/domain/forms/session'
import { membersWith } from '#app/domain/people/members'
import { writeAudited } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import { sessions, signIns } from '#db/schema'
import { endStatement } from './sessions'
import { guess } from './word-guesses'
import { takeTry, type WordTry } from './word-tries'
import { type In, signInAs } from './words-right'

/** From a sign-in to the plan of the family in which this number has that word (in several, whoever joined last), or one try less. */
export async function wordOfSignIn(
  world: World,
  session: WordSession,
  word: string,
  onlyMe: boolean,
): Promise<WordTry<In>> {
  const left = await takeTry(world, session)
  if (left === undefined || !session.signInId) return 'over'
  const [signIn] = await world.db.read
    .select({ phone: signIns.phone })
    .from(signIns)
    .where(eq(signIns.id, session.signInId))
  const opens = await membersWith(world, world.db.read, signIn?.phone ?? '')
  const { member, left: ofPerson, takeBack } = await guess(world, { session, word, opens })
  if (!member) {
    const wrong = Math.min(left, ofPerson)
    if (wrong > 0) return { wrong }
    const at = world.now().toISOString()
    await writeAudited(world, { who: 'system', did: 'sign-in.word-failed', about: session.signInId }, (db) => [
      endStatement(db, at, eq(sessions.idHash, session.idHash)),
    ])
    return 'over'
  }
  return signInAs(world, session, member, onlyMe, (db) => [
    ...takeBack(db),
    db
      .update(sessions)
      .set({ wrongWords: sql`${sessions.wrongWords} - 1` })
      .where(and(eq(sessions.idHash, session.idHash), isNull(sessions.endedAt))),
  ])
}
