import { and, eq, isNull, sql } from 'drizzle-orm'
import type { MemberSession } from '#app/domain/forms/session'
import { writeAudited } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import type { Drizzle } from '#db/client.server'
import { sessions } from '#db/schema'
import { orOwe, payBack } from './owed-tries'
import { guess, withTheirNumber } from './word-guesses'
import { takeTry, type WordTry } from './word-tries'

/** Opens a locked phone again with the word. Five wrong ones end the session, or fewer when the person has fewer left. */
export async function unlock(world: World, session: MemberSession, word: string): Promise<WordTry<'open'>> {
  if (session.state !== 'locked') return session.state === 'open' ? 'open' : 'over'
  await payBack(world)
  const ofSession = await takeTry(world, session)
  if (ofSession === undefined) return 'over'
  const { familyId, personId, idHash } = session
  const { own: opens, alike } = await withTheirNumber(world, session)
  const { member, left, takeBack } = await guess(world, { session, word, opens, alike })
  const wrong = Math.min(ofSession, left)
  if (!member && wrong > 0) return { wrong }
  const at = world.now().toISOString()
  const change = member ? { seenAt: at, idleAt: null, wrongWords: 0 } : { endedAt: at }
  const did = member ? 'session.unlocked' : 'session.word-failed'
  const thisOne = and(eq(sessions.idHash, idHash), isNull(sessions.endedAt))
  const build = (db: Drizzle) => [...(member ? takeBack(db) : []), db.update(sessions).set(change).where(thisOne)]
  const write = () => writeAudited(world, { who: `person:${personId}`, familyId, did }, build)
  const giveBack = { wrongWords: sql`${sessions.wrongWords} - 1` }
  await (member
    ? orOwe(world, (db) => [...takeBack(db), db.update(sessions).set(giveBack).where(thisOne)], write)
    : write())
  return member ? 'open' : 'over'
}
