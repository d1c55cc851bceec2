/** After the word: who asked and what knowing means is on the page; here the person says no, or joins. */
import { and, eq, exists, gt, isNotNull, isNull, notExists, sql } from 'drizzle-orm'
import { newSession, sessionOf, valueAfter, type WelcomeSession } from '#app/domain/access/sessions'
import { newToken } from '#app/domain/access/tokens'
import { londonDay } from '#app/domain/london'
import type { Id } from '#app/domain/plan/case-file'
import { ifChanged, writeAudited } from '#app/domain/record/audit'
import type { World } from '#app/domain/world'
import type { Drizzle } from '#db/client.server'
import { insertWhere } from '#db/insert-where'
import { invitations, memberships, sessions } from '#db/schema'
import { reachIn } from './contact'

/**
 * Says no, with a few words to the worker if the person likes. The link and every session it made are over; inviting
 * again is up to the worker. True also for a second press; false when it is too late: the person has joined, or the
 * invitation is void.
 */
export async function decline(world: World, session: WelcomeSession, words?: string): Promise<boolean> {
  const { familyId, personId, invitationId } = session
  if (session.state !== 'open') return hasDeclined(world, invitationId)
  const at = world.now().toISOString()
  const [declined] = await writeAudited(
    world,
    { who: `person:${personId}`, familyId, did: 'invitation.declined', about: invitationId },
    (db) => [
      db
        .update(invitations)
        .set({ declinedAt: at, declinedWords: words?.trim() || null })
        .where(and(stands(invitationId), notExists(joinedBy(db, invitationId))))
        .returning({ id: invitations.id }),
    ],
    { onlyIf: ifChanged },
  )
  return declined.length > 0 || hasDeclined(world, invitationId)
}

async function hasDeclined(world: World, invitationId: string): Promise<boolean> {
  const which = and(eq(invitations.id, invitationId), isNotNull(invitations.declinedAt))
  return (await world.db.read.$count(invitations, which)) > 0
}

/** Remembers, until the person joins, who may not ring them. The ids are of people the access rule handed out. */
export async function rememberNotToRing(world: World, { idHash }: WelcomeSession, notToRing: Id[]): Promise<void> {
  await world.db.write((db) => [
    db
      .update(sessions)
      .set({ notToRing })
      .where(and(eq(sessions.idHash, idHash), eq(sessions.stage, 'welcome'), isNull(sessions.endedAt))),
  ])
}

/**
 * Joins: the membership, with who asked and who told, and a new session, in one write. `onlyMe`: nobody else uses this
 * phone. Gives the cookie value, the same for a second press; null when the invitation no longer stands.
 */
export async function join(
  world: World,
  session: WelcomeSession,
  { onlyMe }: { onlyMe: boolean },
): Promise<string | null> {
  if (session.state !== 'open') return null
  const { familyId, personId, invitationId, cardId, browserHash, idHash, notToRing } = session
  const reach = await reachIn(world, familyId)
  const askedBy = reach?.file.people.find((person) => person.id === personId)?.askedBy
  const membershipId = newToken(world)
  const value = valueAfter(world, session.value, 'member')
  const at = world.now().toISOString()
  await writeAudited(
    world,
    { who: `person:${personId}`, familyId, did: 'person.joined', about: membershipId },
    async (db) => {
      const [invitation] = await db.select().from(invitations).where(eq(invitations.id, invitationId))
      const { invitedBy = '', toldAt } = invitation ?? {}
      const told = { toldBy: invitedBy, toldOn: londonDay(toldAt ?? at) }
      const may = exists(
        db
          .select({ id: invitations.id })
          .from(invitations)
          .where(and(stands(invitationId), isNotNull(invitations.toldAt))),
      )
      const isOpen = and(eq(sessions.idHash, idHash), isNull(sessions.endedAt), gt(sessions.endsAt, at))
      const here = exists(db.select({ id: sessions.idHash }).from(sessions).where(isOpen))
      const joined = db
        .select({ id: memberships.id })
        .from(memberships)
        .where(and(eq(memberships.familyId, familyId), eq(memberships.personId, personId), isNull(memberships.endedAt)))
      return [
        insertWhere(
          db,
          memberships,
          { id: membershipId, familyId, personId, invitationId, askedBy, ...told, joinedAt: at, notToRing },
          sql`${may} and ${here} and ${notExists(joined)} and ${notExists(joinedBy(db, invitationId))}`,
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
      ]
    },
    { onlyIf: ifChanged },
  )
  return (await sessionOf(world, value))?.state === 'open' ? value : null
}

const stands = (invitationId: string) =>
  and(eq(invitations.id, invitationId), isNull(invitations.voidedAt), isNull(invitations.declinedAt))

const joinedBy = (db: Drizzle, invitationId: string) =>
  db.select({ id: memberships.id }).from(memberships).where(eq(memberships.invitationId, invitationId))
