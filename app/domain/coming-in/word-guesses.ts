/**
 * Tries at the word of somebody who has joined, counted for the person: by text, on a locked phone and with a card,
 * in whatever browser and over days, until the word turns out right. Five of them, and again ten, stand at the desk of
 * every family of that number. At ten only a card opens, or the worker lets them try again. Sessions that are open
 * stay so: who guesses shuts nobody out who is in.
 */
import { and, desc, eq, gt, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { browserOfSession, type Session } from '#app/domain/forms/session'
import { type Joined, joinedWhere } from '#app/domain/people/members'
import { isWord } from '#app/domain/people/word'
import { newToken } from '#app/domain/tokens'
import { writeAudited } from '#app/domain/trail/audit'
import { isOf, type Who } from '#app/domain/whose'
import type { World } from '#app/domain/world'
import type { Drizzle, Statement } from '#db/client.server'
import { insertWhere } from '#db/insert-where'
import { people, wrongWords } from '#db/schema'
import { guessesLeft, TELLS_EVERY, thatCount } from './guesses-left'
import type { Member } from './words-right'

/**
 * So soon after a slip the right word in the same browser takes it back. Not what was tried there before: that may
 * have been somebody else, at night, on the phone of whoever gives the right word in the morning.
 */
const A_SLIP_MS = 30 * 60_000
/** So many slips of somebody who knows their word. More were guesses, whoever unlocked it then, and go on counting. */
const MOST_SLIPS = 2

export type Candidate = Joined
type Taken = { id: string; who: Candidate; tells: number | null; left: number }
/** `member`: whom it lets in; then `takeBack` belongs into that write. `left`: tries there are after it, of the person. */
export type Guess = { member?: Member; left: number; takeBack: (db: Drizzle) => Statement[] }

type Trying = {
  session: Session
  word: string
  /** Whom the right word lets in. */
  opens: readonly Candidate[]
  /** Others with the same number: theirs may be the same word, so it counts for them too. */
  alike?: readonly Candidate[]
  byCard?: boolean
}

/** Tries a word. Counted before it is looked at, so that many at once are no more than there may be. */
export async function guess(world: World, { session, word, opens, alike = [], byCard }: Trying): Promise<Guess> {
  const taken = await take(world, [...opens, ...alike], browserOfSession(session), byCard)
  const isRight = await Promise.all(taken.map(({ who }) => (who.wordHash ? isWord(word, who.wordHash) : false)))
  const right = taken.filter((_, i) => isRight[i])
  const found = right.find(({ who }) => opens.includes(who))?.who
  if (!found) await noteWrong(world, taken, right)
  const ofOpens = taken.filter(({ who }) => opens.includes(who)).map(({ left }) => left)
  // Of a number nobody has any more there is nothing to count.
  const left = byCard || opens.length === 0 ? Number.POSITIVE_INFINITY : Math.max(0, ...ofOpens)
  const theirs = byCard && found ? [found] : right.map(({ who }) => who)
  return {
    ...(found && { member: { membershipId: found.membershipId, familyId: found.familyId, personId: found.personId } }),
    left,
    takeBack: (db) => [
      ...uncount(db, taken),
      ...theirs.flatMap((who) => forgive(world, db, who, byCard ? undefined : slipsIn(world, db, session, who))),
    ],
  }
}

async function take(world: World, all: Candidate[], browser: string, byCard = false): Promise<Taken[]> {
  const at = world.now().toISOString()
  const rows = all.map((who) => ({ id: newToken(world), who }))
  if (rows.length === 0) return []
  await world.db.write((db) =>
    rows.flatMap(({ id, who: { familyId, personId } }) => {
      const count = sql`(select count(*) from ${wrongWords} where ${thatCount({ familyId, personId })})`
      return [
        insertWhere(
          db,
          wrongWords,
          { id, familyId, personId, browser, at },
          byCard ? sql`true` : sql`${guessesLeft({ familyId, personId })} > 0`,
        ),
        db
          .update(wrongWords)
          .set({ tells: sql`case when ${count} % ${TELLS_EVERY} = 0 then ${count} end` })
          .where(eq(wrongWords.id, id)),
      ]
    }),
  )
  const found = await Promise.all(
    rows.map(({ id, who }) =>
      world.db.read
        .select({ tells: wrongWords.tells, left: sql<number>`${guessesLeft(who)}` })
        .from(wrongWords)
        .where(eq(wrongWords.id, id)),
    ),
  )
  return rows.flatMap(({ id, who }, i) => (found[i] ?? []).map((row) => ({ id, who, ...row })))
}

const uncount = (db: Drizzle, taken: Taken[]): Statement[] =>
  taken.length === 0
    ? []
    : [
        db.delete(wrongWords).where(
          inArray(
            wrongWords.id,
            taken.map(({ id }) => id),
          ),
        ),
      ]

/** It lets nobody in. Where a number is in two families it may still have been the word of the other. */
async function noteWrong(world: World, taken: Taken[], right: Taken[]): Promise<void> {
  const told = taken.filter((one) => one.tells !== null && !right.includes(one))
  const dids = told.map(({ who }) => ({
    who: 'system' as const,
    familyId: who.familyId,
    did: 'word.guessed',
    about: who.membershipId,
  }))
  if (dids.length > 0) await writeAudited(world, dids, (db) => uncount(db, right))
  else if (right.length > 0) await world.db.write((db) => uncount(db, right))
}

function slipsIn(world: World, db: Drizzle, session: Session, who: Who): SQL {
  const since = new Date(world.now().getTime() - A_SLIP_MS).toISOString()
  const here = and(thatCount(who), eq(wrongWords.browser, browserOfSession(session)), gt(wrongWords.at, since))
  const newest = db.select({ id: wrongWords.id }).from(wrongWords).where(here).orderBy(desc(wrongWords.at))
  return inArray(wrongWords.id, newest.limit(MOST_SLIPS))
}

/** Those of a person that fit count no more; what nobody at the desk has seen yet stays there. */
export function forgive(world: World, db: Drizzle, who: Who, which?: SQL): Statement[] {
  const forgiven = and(isOf(wrongWords, who), isNotNull(wrongWords.forgivenAt))
  return [
    db
      .update(wrongWords)
      .set({ forgivenAt: world.now().toISOString() })
      .where(and(thatCount(who), which)),
    db.delete(wrongWords).where(and(forgiven, isNull(wrongWords.tells))),
  ]
}

/** A member, and who else has joined with their number, in whatever family. */
export async function withTheirNumber(world: World, who: Who): Promise<{ own: Candidate[]; alike: Candidate[] }> {
  const { read } = world.db
  const number = read.select({ phone: people.phone }).from(people).where(isOf(people, who))
  const sameNumber = and(isNotNull(people.phone), inArray(people.phone, number))
  const rows = await joinedWhere(read, or(isOf(people, who), sameNumber))
  const isOwn = (one: Who) => one.familyId === who.familyId && one.personId === who.personId
  return { own: rows.filter(isOwn), alike: rows.filter((one) => !isOwn(one)) }
}
