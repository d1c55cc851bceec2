/** The link proved the phone; the word proves the person. */
import { and, desc, eq, exists, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import {
  endStatement,
  newSession,
  type Session,
  sessionOf,
  valueAfter,
  type WordSession,
} from '#app/domain/access/sessions'
import { takeTry, WORD_TRIES, type WordTry } from '#app/domain/access/word-tries'
import { isWord, normalised } from '#app/domain/access/words'
import { ifChanged, writeAudited } from '#app/domain/record/audit'
import type { World } from '#app/domain/world'
import { insertWhere } from '#db/insert-where'
import { invitations, memberships, people, sessions, signIns } from '#db/schema'

/** The cookie value to set, and where the browser stands with it. */
export type In = { session: string; stage: 'welcome' | 'member' }

/**
 * Gives the word. Right, it leads on: from an invitation to the welcome, from a sign-in to the plan of the family in
 * which this number has that word. Five wrong ones put an end to the invitation (the worker sees it) or the sign-in.
 * Saying nothing costs no try.
 */
export async function giveWord(
  world: World,
  session: WordSession,
  word: string,
  { onlyMe = false } = {},
): Promise<WordTry<In> | 'nothing-said'> {
  if (session.state !== 'open') return 'over'
  if (!normalised(word)) return 'nothing-said'
  return session.invitationId
    ? wordOfInvitation(world, session, session.invitationId, word)
    : wordOfSignIn(world, session, word, onlyMe)
}

async function wordOfInvitation(world: World, session: WordSession, id: string, word: string): Promise<WordTry<In>> {
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
  const row = newSession(world, value, { stage: 'welcome', invitationId: id, familyId, personId })
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

async function wordOfSignIn(world: World, session: WordSession, word: string, onlyMe: boolean): Promise<WordTry<In>> {
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
  const { membershipId, familyId, personId } = member
  const value = valueAfter(world, session.value, 'member', membershipId)
  const row = newSession(world, value, { ...member, stage: 'member', signInId: session.signInId, onlyMe })
  await writeAudited(
    world,
    { who: `person:${personId}`, familyId, did: 'session.signed-in', about: membershipId },
    (db) => {
      const active = and(eq(memberships.id, membershipId), isNull(memberships.endedAt))
      return [
        db
          .update(sessions)
          .set({ wrongWords: sql`${sessions.wrongWords} - 1` })
          .where(and(eq(sessions.idHash, session.idHash), isNull(sessions.endedAt))),
        insertWhere(
          db,
          sessions,
          row,
          sql`${ifChanged} and ${exists(db.select({ id: memberships.id }).from(memberships).where(active))}`,
        ).onConflictDoNothing(),
      ]
    },
    { onlyIf: ifChanged },
  )
  return asLongAsOpen(world, value, 'member')
}

/** Who has joined with the number of this sign-in and agreed on this word: in several families, whoever joined last. */
async function memberWith(world: World, signInId: string, word: string) {
  const candidates = await world.db.read
    .select({
      membershipId: memberships.id,
      familyId: memberships.familyId,
      personId: memberships.personId,
      wordHash: people.wordHash,
    })
    .from(signIns)
    .innerJoin(people, and(eq(people.phone, signIns.phone), isNotNull(people.wordHash)))
    .innerJoin(
      memberships,
      and(
        eq(memberships.familyId, people.familyId),
        eq(memberships.personId, people.personId),
        isNull(memberships.endedAt),
      ),
    )
    .where(eq(signIns.id, signInId))
    .orderBy(desc(memberships.joinedAt))
  const right = await Promise.all(candidates.map(({ wordHash }) => (wordHash ? isWord(word, wordHash) : false)))
  const found = candidates.find((_, i) => right[i])
  return found && { membershipId: found.membershipId, familyId: found.familyId, personId: found.personId }
}

/** A second press finds the session the first one made; it may have been signed out since. */
async function asLongAsOpen(world: World, value: string, stage: In['stage']): Promise<In | 'over'> {
  const session: Session | null = await sessionOf(world, value)
  return session?.state === 'open' ? { session: value, stage } : 'over'
}
