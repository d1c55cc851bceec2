import { and, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm'
import { MOST_GUESSES } from '#app/domain/coming-in/guesses-left'
import type { FamilyOfStaff } from '#app/domain/council/families'
import { reachIn } from '#app/domain/people/contact'
import type { PersonForStaff } from '#app/domain/people/person-for-staff'
import { personCalled } from '#app/domain/plan/called'
import type { FamilyFile, Id } from '#app/domain/plan/case-file'
import { type AuditedWrite, plainly } from '#app/domain/trail/audited-write'
import { isOf } from '#app/domain/whose'
import type { World } from '#app/domain/world'
import { publicIds, wrongWords } from '#db/schema'

/** Somebody's word was got wrong often, by themselves or by whoever tries. */
export type Guesses = {
  family: { id: string; name: string }
  person: { id: string; name: string; phone?: string }
  /** How many wrong words the newest row tells of. */
  count: number
  /** When that one was given (ISO, UTC). */
  at: string
  /** Only a card opens their plan now, or the worker lets them try again: so long it stays on the desk. */
  isShut: boolean
}

type Row = typeof wrongWords.$inferSelect
const NO_STAFF = {}

/** What nobody has seen yet, and who cannot come in any more; newest first. */
export async function guessesIn(world: World, families: FamilyOfStaff[]): Promise<Guesses[]> {
  const { read } = world.db
  const ids = families.map(({ familyId }) => familyId)
  const rows = await read.select().from(wrongWords).where(inArray(wrongWords.familyId, ids)).orderBy(wrongWords.at)
  const found = await Promise.all(
    families.map(async ({ familyId, publicId, familyName }) => {
      const here = rows.filter((row) => row.familyId === familyId)
      const reach = here.length > 0 ? await reachIn(world, familyId) : null
      if (!reach) return []
      const people = [...new Set(here.map(({ personId }) => personId))]
      const known = await read
        .select()
        .from(publicIds)
        .where(and(eq(publicIds.familyId, familyId), inArray(publicIds.itemId, people)))
      return known.flatMap(({ itemId, publicId: id }) => {
        const told = toldOf(here.filter(({ personId }) => personId === itemId))
        const { phone } = reach.contactOf(itemId)
        const person = { id, name: nameOf(reach.file, itemId), ...(phone && { phone }) }
        return told ? [{ family: { id: publicId, name: familyName }, person, ...told }] : []
      })
    }),
  )
  return found.flat().sort((a, b) => b.at.localeCompare(a.at))
}

function toldOf(rows: Row[]): Pick<Guesses, 'count' | 'at' | 'isShut'> | undefined {
  const isShut = rows.filter(({ forgivenAt }) => !forgivenAt).length >= MOST_GUESSES
  const newest = rows.findLast(({ tells }) => tells !== null) ?? (isShut ? rows.at(-1) : undefined)
  return newest && { count: newest.tells ?? MOST_GUESSES, at: newest.at, isShut }
}

/** Who is gone from the plan since has no name in it. */
function nameOf(file: FamilyFile, id: Id): string {
  const isThere = [...file.people, ...file.children].some((one) => one.id === id)
  return isThere ? personCalled(file, NO_STAFF, id).name : id
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
