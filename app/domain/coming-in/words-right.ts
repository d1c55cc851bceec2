import { and, eq, exists, isNull, sql } from 'drizzle-orm'
import type { Session, WordSession } from '#app/domain/forms/session'
import type { Id } from '#app/domain/plan/case-file'
import { ifChanged, writeAudited } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import type { Drizzle, Statement } from '#db/client.server'
import { insertWhere } from '#db/insert-where'
import { memberships, sessions } from '#db/schema'
import { orOwe } from './owed-tries'
import { newSession, sessionOf, valueAfter } from './sessions'
import type { WordTry } from './word-tries'

/** The cookie value to set, and where the browser stands with it. */
export type In = { session: string; stage: 'welcome' | 'member' }
export type Member = { membershipId: string; familyId: string; personId: Id }

/** Opens the member's session, if the last statement of `giveTryBack` changed something and the membership has not ended. */
export async function signInAs(
  world: World,
  session: WordSession,
  member: Member,
  onlyMe: boolean,
  giveTryBack: (db: Drizzle) => readonly [...Statement[], Statement],
): Promise<WordTry<In>> {
  const { membershipId, familyId, personId } = member
  const value = valueAfter(world, session.value, 'member', membershipId)
  const row = newSession(world, value, { ...member, ...cameBy(session), stage: 'member', onlyMe })
  const did = { who: `person:${personId}` as const, familyId, did: 'session.signed-in', about: membershipId }
  const build = (db: Drizzle) => {
    const active = and(eq(memberships.id, membershipId), isNull(memberships.endedAt))
    const stillMember = exists(db.select({ id: memberships.id }).from(memberships).where(active))
    return [
      ...giveTryBack(db),
      insertWhere(db, sessions, row, sql`${ifChanged} and ${stillMember}`).onConflictDoNothing(),
    ]
  }
  await orOwe(world, giveTryBack, () => writeAudited(world, did, build, { onlyIf: ifChanged }))
  return asLongAsOpen(world, value, 'member')
}

/** What a session takes on from the one before: the way somebody came by, and the browser they came with. */
export const cameBy = ({ signInId, cardId, browserHash }: WordSession) => ({ signInId, cardId, browserHash })

/** A second press finds the session the first one made; it may have been signed out since. */
export async function asLongAsOpen(world: World, value: string, stage: In['stage']): Promise<In | 'over'> {
  const session: Session | null = await sessionOf(world, value)
  return session?.state === 'open' ? { session: value, stage } : 'over'
}
