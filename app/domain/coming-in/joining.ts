/** After the word: who asked and what knowing means is on the page; here the person says no, or joins. */
import { and, eq, exists, gt, isNotNull, isNull, notExists, sql } from 'drizzle-orm'
import type { WelcomeSession } from '#app/domain/forms/session'
import { londonDay } from '#app/domain/london'
import { others, stands, voidStatements } from '#app/domain/network/open-invitation'
import { reachIn } from '#app/domain/people/contact'
import type { Id } from '#app/domain/plan/case-file'
import { newToken } from '#app/domain/tokens'
import { ifChanged, writeAudited } from '#app/domain/trail/audit'
import { isOf } from '#app/domain/whose'
import type { World } from '#app/domain/world'
import type { Drizzle } from '#db/client.server'
import { insertWhere } from '#db/insert-where'
import { invitations, memberships, sessions } from '#db/schema'
import { newSession, sessionOf, valueAfter } from './sessions'
import { forgive } from './word-guesses'

/**
 * Says no, with a few words to the worker if the person likes. The link and every session it made are over, and so is
 * every other invitation of theirs; inviting again is up to the worker. True also for a second press; false when it is
 * too late: the person has joined, or the invitation is void.
 */
export async function decline(world: World, session: WelcomeSession, words?: string): Promise<boolean> {
  const { familyId, personId, invitationId } = session
  if (session.state !== 'open') return hasDeclined(world, invitationId)
  const at = world.now().toISOString()
  const by = `person:${personId}` as const
  await writeAudited(
    world,
    { who: by, familyId, did: 'invitation.declined', about: invitationId },
    (db) => {
      const standing = standingOne(db, invitationId)
      const onlyIf = exists(db.select({ id: invitations.id }).from(invitations).where(standing))
      return [
        ...voidStatements(db, session, others(invitationId), { at, by, why: 'declined', onlyIf }),
        db
          .update(invitations)
          .set({ declinedAt: at, declinedWords: words?.trim() || null })
          .where(standing),
      ]
    },
    { onlyIf: ifChanged },
  )
  return hasDeclined(world, invitationId)
}

async function hasDeclined(world: World, invitationId: string): Promise<boolean> {
  const which = and(eq(invitations.id, invitationId), isNotNull(invitations.declinedAt))
  return (await world.db.read.$count(invitations, which)) > 0
}

/** A second press is made before the first one's answer has come. Longer the cookie of the welcome is good for nothing. */
const PRESSED_TWICE_MS = 60_000

/**
 * Joins: the membership, with who asked and who told, and a new session, in one write. `onlyMe`: nobody else uses this
 * phone. `mayRing`: case-file ids of the only people who may have their number; left out, nobody was asked. Gives the cookie value, the same for a second press in the same browser (`browserHash`), and for no one else
 * who has the cookie of the welcome; null when the invitation no longer stands.
 */
export async function join(
  world: World,
  session: WelcomeSession,
  { onlyMe, browserHash: asking, mayRing }: { onlyMe: boolean; browserHash: string | null; mayRing?: Id[] },
): Promise<string | null> {
  if (session.state !== 'open') return null
  const { familyId, personId, invitationId, cardId, browserHash, idHash } = session
  const reach = await reachIn(world, familyId)
  const askedBy = reach?.file.people.find((person) => person.id === personId)?.askedBy
  const membershipId = newToken(world)
  const value = valueAfter(world, session.value, 'member')
  const at = world.now().toISOString()
  const soon = new Date(world.now().getTime() + PRESSED_TWICE_MS).toISOString()
  const by = `person:${personId}` as const
  const membership = world.db.read.select({ id: memberships.id }).from(memberships)
  const joined = exists(membership.where(eq(memberships.id, membershipId)))
  const did = { who: by, familyId, did: 'person.joined', about: membershipId }
  const build = async (db: Drizzle) => {
    const [invitation] = await db.select().from(invitations).where(eq(invitations.id, invitationId))
    const { invitedBy = '', toldAt } = invitation ?? {}
    const told = { toldBy: invitedBy, toldOn: londonDay(toldAt ?? at) }
    const standing = and(standingOne(db, invitationId), isNotNull(invitations.toldAt))
    const may = exists(db.select({ id: invitations.id }).from(invitations).where(standing))
    const isOpen = and(eq(sessions.idHash, idHash), isNull(sessions.endedAt), gt(sessions.endsAt, at))
    const here = exists(db.select({ id: sessions.idHash }).from(sessions).where(isOpen))
    const active = and(isOf(memberships, session), isNull(memberships.endedAt))
    const before = db.select({ id: memberships.id }).from(memberships).where(active)
    return [
      insertWhere(
        db,
        memberships,
        { id: membershipId, familyId, personId, invitationId, askedBy, ...told, joinedAt: at, notToRing: [], mayRing },
        sql`${may} and ${here} and ${notExists(before)}`,
      ),
      insertWhere(
        db,
        sessions,
        newSession(world, value, {
          ...{ stage: 'member', familyId, personId, membershipId, onlyMe },
          ...{ invitationId, cardId, browserHash },
        }),
        ifChanged,
      ).onConflictDoNothing(),
      ...voidStatements(db, session, others(invitationId), { at, by, why: 'joined', onlyIf: joined }),
      db
        .update(sessions)
        .set({ endsAt: soon })
        .where(and(eq(sessions.idHash, idHash), gt(sessions.endsAt, soon), joined)),
      // The worker who invited them anew vouches for them.
      ...forgive(world, db, session, sql`${joined}`),
    ]
  }
  const [first] = await writeAudited(world, did, build, { onlyIf: joined })
  if (first.rowsAffected === 0 && asking !== browserHash) return null
  return (await sessionOf(world, value))?.state === 'open' ? value : null
}

const standingOne = (db: Drizzle, invitationId: string) => and(eq(invitations.id, invitationId), stands(db))
