import { and, isNotNull, isNull, lte } from 'drizzle-orm'
import type { Standing } from '#app/domain/access/standing'
import { MOST_GUESSES } from '#app/domain/coming-in/guesses-left'
import type { FamilyOfStaff } from '#app/domain/council/families'
import type { PersonForStaff } from '#app/domain/people/person-for-staff'
import { type AuditedWrite, plainly } from '#app/domain/trail/audited-write'
import { isOf } from '#app/domain/whose'
import type { World } from '#app/domain/world'
import { wrongWords } from '#db/schema'
import type { OwedFacts } from './owed-facts'
import { type Somebody, somebody } from './somebody'

/** Somebody's word was got wrong often, by themselves or by whoever tries. */
export type Guesses = {
  family: { id: string; name: string }
  person: Somebody
  /** How many wrong words the newest row tells of. */
  count: number
  /** When that one was given (ISO, UTC). */
  at: string
  /** Only a card opens their plan now, or the worker lets them try again: so long it stays on the desk. */
  isShut: boolean
}

/** Of these wrong words what nobody has seen yet, and who cannot come in any more; newest first. */
export function guessesIn(
  world: World,
  families: FamilyOfStaff[],
  standings: Map<string, Standing>,
  rows: OwedFacts['wrong'],
): Guesses[] {
  const found = families.flatMap(({ familyId, publicId, familyName }) => {
    const standing = standings.get(familyId)
    const here = rows.filter((row) => row.familyId === familyId)
    if (!standing || here.length === 0) return []
    return [...new Set(here.map(({ personId }) => personId))].flatMap((personId) => {
      const told = toldOf(here.filter((row) => row.personId === personId))
      // Who is gone from the plan since has nothing to come in to.
      if (!told || !standing.publicIds.has(personId)) return []
      const person = somebody(world, standing, personId)
      return [{ family: { id: publicId, name: familyName }, person, ...told }]
    })
  })
  return found.sort((a, b) => b.at.localeCompare(a.at))
}

function toldOf(rows: OwedFacts['wrong']): Pick<Guesses, 'count' | 'at' | 'isShut'> | undefined {
  const isShut = rows.filter(({ forgivenAt }) => !forgivenAt).length >= MOST_GUESSES
  const newest = rows.findLast(({ tells }) => tells !== null) ?? (isShut ? rows.at(-1) : undefined)
  return newest && { count: newest.tells ?? MOST_GUESSES, at: newest.at, isShut }
}

/** Notes that somebody has read it, up to the one of that moment (ISO, UTC). The tries count on. */
export async function markGuessesSeen(
  world: World,
  person: PersonForStaff,
  until: string,
  write: AuditedWrite = plainly(world),
): Promise<void> {
  const { staffId, familyId, personId } = person
  await write({ who: `staff:${staffId}`, familyId, did: 'word.guesses-seen', about: personId }, async (db) => {
    const told = and(isOf(wrongWords, person), isNotNull(wrongWords.tells), lte(wrongWords.at, until))
    return [
      db.delete(wrongWords).where(and(told, isNotNull(wrongWords.forgivenAt))),
      db
        .update(wrongWords)
        .set({ tells: null })
        .where(and(told, isNull(wrongWords.forgivenAt))),
    ]
  })
}

/** The worker has spoken with them and lets them try again: nothing that was tried before counts. */
export async function letTryAgain(
  world: World,
  person: PersonForStaff,
  write: AuditedWrite = plainly(world),
): Promise<void> {
  const { staffId, familyId, personId } = person
  await write({ who: `staff:${staffId}`, familyId, did: 'word.guesses-cleared', about: personId }, async (db) => [
    db.delete(wrongWords).where(isOf(wrongWords, person)),
  ])
}
