import { and, eq, exists, gt, gte, lt, sql } from 'drizzle-orm'
import type { WordSession } from '#app/domain/forms/session'
import { stands } from '#app/domain/network/open-invitation'
import { isWord } from '#app/domain/people/word'
import { ifChanged, writeAudited } from '#app/domain/trail/audit'
import { isOf, type Who } from '#app/domain/whose'
import type { World } from '#app/domain/world'
import type { Drizzle } from '#db/client.server'
import { insertWhere } from '#db/insert-where'
import { invitations, people, sessions } from '#db/schema'
import { orOwe } from './owed-tries'
import { newSession, valueAfter } from './sessions'
import { WORD_TRIES, type WordTry } from './word-tries'
import { asLongAsOpen, cameBy, type In } from './words-right'

/**
 * From an invitation to the welcome, or one try less. A try counts for all the invitations a person has: with a second
 * link come no more. After five they are void.
 */
export async function wordOfInvitation(
  world: World,
  session: WordSession,
  id: string,
  word: string,
): Promise<WordTry<In>> {
  const [who] = await world.db.read.select().from(invitations).where(eq(invitations.id, id))
  if (!who) return 'over'
  const wrongWords = await takeInvitationTry(world, who, id)
  if (wrongWords === undefined) return over(world, who, id)
  const { familyId, personId } = who
  const [person] = await world.db.read.select({ wordHash: people.wordHash }).from(people).where(isOf(people, who))
  const at = world.now().toISOString()
  if (!person?.wordHash || !(await isWord(word, person.wordHash))) {
    return wrongWords < WORD_TRIES ? { wrong: WORD_TRIES - wrongWords } : over(world, who, id)
  }
  const value = valueAfter(world, session.value, 'welcome')
  const row = newSession(world, value, { stage: 'welcome', invitationId: id, familyId, personId, ...cameBy(session) })
  const giveBack = (db: Drizzle) =>
    db
      .update(invitations)
      .set({ wrongWords: sql`${invitations.wrongWords} - 1` })
      .where(and(isOf(invitations, who), gt(invitations.wrongWords, 0), stands(db)))
  const told = { toldAt: sql`coalesce(${invitations.toldAt}, ${at})` }
  const did = { who: `person:${personId}`, familyId, did: 'invitation.word-given', about: id } as const
  const build = (db: Drizzle) => [
    giveBack(db),
    db
      .update(invitations)
      .set(told)
      .where(and(eq(invitations.id, id), stands(db))),
    insertWhere(db, sessions, row, ifChanged).onConflictDoNothing(),
  ]
  await orOwe(
    world,
    (db) => [giveBack(db)],
    () => writeAudited(world, did, build, { onlyIf: ifChanged }),
  )
  return asLongAsOpen(world, value, 'welcome')
}

/** Once the tries at one of them are used up, all the invitations of the person are void, and their worker sees it. */
async function over(world: World, who: Who, id: string): Promise<'over'> {
  const at = world.now().toISOString()
  const did = { who: 'system' as const, familyId: who.familyId, did: 'invitation.word-failed', about: id }
  await writeAudited(
    world,
    did,
    (db) => {
      const usedUp = db
        .select({ id: invitations.id })
        .from(invitations)
        .where(and(eq(invitations.id, id), gte(invitations.wrongWords, WORD_TRIES), stands(db)))
      return [
        db
          .update(invitations)
          .set({ voidedAt: at, voidedBy: 'system', voidedWhy: 'wrong-words' })
          .where(and(isOf(invitations, who), stands(db), exists(usedUp))),
      ]
    },
    { onlyIf: ifChanged },
  )
  return 'over'
}

/** Before the word is looked at, so that many at once are no more than five. Gives how many are gone; undefined: all were. */
async function takeInvitationTry(world: World, who: Who, id: string): Promise<number | undefined> {
  const [taken] = await world.db.write((db) => {
    const left = and(lt(invitations.wrongWords, WORD_TRIES), stands(db))
    const thisOne = db
      .select({ id: invitations.id })
      .from(invitations)
      .where(and(eq(invitations.id, id), left))
    return [
      db
        .update(invitations)
        .set({ wrongWords: sql`${invitations.wrongWords} + 1` })
        .where(and(isOf(invitations, who), left, exists(thisOne)))
        .returning(),
    ]
  })
  return taken.find((row) => row.id === id)?.wrongWords
}
