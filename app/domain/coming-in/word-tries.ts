import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import type { MemberSession, Session } from '#app/domain/forms/session'
import { isWord } from '#app/domain/people/word'
import { writeAudited } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import { memberships, people, sessions } from '#db/schema'

/** How often a word may be got wrong: for one invitation, one sign-in, one locked phone. */
export const WORD_TRIES = 5

/** A try at the word: right; wrong, with so many left; or there are none left, and whoever tries has to begin again. */
export type WordTry<Right> = Right | { wrong: number } | 'over'

/**
 * Takes one of a session's tries before the word is looked at, so that many at once are no more than five.
 * Gives how many are left after it, or undefined when there was none to take.
 */
export async function takeTry(world: World, { idHash }: Session): Promise<number | undefined> {
  const [taken] = await world.db.write((db) => [
    db
      .update(sessions)
      .set({ wrongWords: sql`${sessions.wrongWords} + 1` })
      .where(
        and(
          eq(sessions.idHash, idHash),
          isNull(sessions.endedAt),
          lt(sessions.wrongWords, WORD_TRIES),
          gt(sessions.endsAt, world.now().toISOString()),
        ),
      )
      .returning({ wrongWords: sessions.wrongWords }),
  ])
  return taken[0] && WORD_TRIES - taken[0].wrongWords
}

/** Opens a locked phone again with the word. Five wrong ones end the session. */
export async function unlock(world: World, session: MemberSession, word: string): Promise<WordTry<'open'>> {
  if (session.state !== 'locked') return session.state === 'open' ? 'open' : 'over'
  const left = await takeTry(world, session)
  if (left === undefined) return 'over'
  const { familyId, personId, idHash, membershipId } = session
  const [person] = await world.db.read
    .select({ wordHash: people.wordHash })
    .from(people)
    .innerJoin(memberships, and(eq(memberships.id, membershipId), isNull(memberships.endedAt)))
    .where(and(eq(people.familyId, familyId), eq(people.personId, personId)))
  const right = !!person?.wordHash && (await isWord(word, person.wordHash))
  if (!right && left > 0) return { wrong: left }
  const at = world.now().toISOString()
  const change = right ? { seenAt: at, idleAt: null, wrongWords: 0 } : { endedAt: at }
  const did = right ? 'session.unlocked' : 'session.word-failed'
  await writeAudited(world, { who: `person:${personId}`, familyId, did }, (db) => [
    db
      .update(sessions)
      .set(change)
      .where(and(eq(sessions.idHash, idHash), isNull(sessions.endedAt))),
  ])
  return right ? 'open' : 'over'
}
