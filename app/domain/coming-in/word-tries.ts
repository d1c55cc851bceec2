import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import type { Session } from '#app/domain/forms/session'
import type { World } from '#app/domain/world'
import { sessions } from '#db/schema'

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
