/** What the leak check found and somebody decided may stand. */
import { asc, eq } from 'drizzle-orm'
import type { ToldOf } from '#app/domain/access/told-of'
import type { Id } from '#app/domain/plan/case-file'
import type { Finding } from '#app/domain/plan/checks/finding'
import { folded } from '#app/domain/plan/checks/folding'
import type { World } from '#app/domain/world'
import { overrules, staff } from '#db/schema'

/** Words one reader may read, as somebody decided; `at` is ISO, UTC. */
export type Overrule = {
  id: number
  personId: Id
  word: string
  found: string
  tellsOf: string[] | null
  reason: string
  by: { id: string; name: string }
  at: string
}

/** Those of a family that hold now, oldest first: nobody has taken them back since. */
export async function overrulesOf(world: World, familyId: string): Promise<Overrule[]> {
  const rows = await world.db.read
    .select({ row: overrules, name: staff.name })
    .from(overrules)
    .innerJoin(staff, eq(staff.id, overrules.by))
    .where(eq(overrules.familyId, familyId))
    .orderBy(asc(overrules.id))
  return rows.flatMap(({ row: { familyId: _, reason, by, ...row }, name }, at) => {
    const isTakenBack = rows
      .slice(at + 1)
      .some((later) => !later.row.reason && later.row.personId === row.personId && later.row.word === row.word)
    return reason && !isTakenBack ? [{ ...row, reason, by: { id: by, name } }] : []
  })
}

/** What is decided is decided for a word, however it is written. */
export const wordOf = (found: string): string => folded(found).text

/**
 * Whose decisions count for a document: anybody's but its authors'. Where somebody has to look at it a second time, it
 * counts for that look and from then on only if they decided the same (`secondBy`).
 */
export type Counting = { authors: string[]; secondBy?: string }

/**
 * The leaks that are not decided, each for those of its readers for whom it is not. A decision is about whom the words
 * told of when it was made: of somebody who came into the plan since, they tell anew.
 */
export function undecided(leaks: Finding[], all: Overrule[], counting: Counting, toldOf: ToldOf): Finding[] {
  const { authors, secondBy } = counting
  const counts = all.filter(({ by }) => !authors.includes(by.id))
  const mayStand = (person: Id, word: string, { found = '', leak }: Finding) => {
    const same = counts.filter((one) => one.personId === person && one.word === word)
    const tells = same.length > 0 && leak ? toldOf(person, found, leak.kind) : []
    const those = same.filter(({ tellsOf }) => tellsOf && tells.every((one) => tellsOf.includes(one)))
    return those.length > 0 && (!secondBy || those.some(({ by }) => by.id === secondBy))
  }
  return leaks.flatMap((leak) => {
    const word = wordOf(leak.found ?? '')
    const people = leak.people.filter((person) => !mayStand(person, word, leak))
    return people.length > 0 ? [{ ...leak, people }] : []
  })
}
