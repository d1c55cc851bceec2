import { standingsOf } from '#app/domain/access/standing'
import type { FamilyOfStaff } from '#app/domain/council/families'
import { type AuditedWrite, plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { numbersRefused } from '#db/schema'
import { missingNumbers, type OutOfReach, outOfReach } from './out-of-reach'
import { owedFacts } from './owed-facts'

type Asked = { family: FamilyOfStaff; staffId: string }

/** The numbers missing in one family; undefined when there are none. The caller has made sure that the family is theirs. */
export async function numbersMissing(world: World, { family, staffId }: Asked): Promise<OutOfReach | undefined> {
  const { familyId } = family
  const [standings, facts] = await Promise.all([standingsOf(world, [familyId]), owedFacts(world, staffId, [familyId])])
  return outOfReach(world, [family], standings, facts)[0]
}

/**
 * Somebody (by public id) was asked and lets nobody of those ring them: the desk does not ask again, and the trail keeps
 * who asked. Nothing is written where nothing is missing any more.
 */
export async function refuseNumber(
  world: World,
  { family, staffId, owner }: Asked & { owner: string },
  writeAs: AuditedWrite = plainly(world),
): Promise<void> {
  const { familyId } = family
  const [standings, facts] = await Promise.all([standingsOf(world, [familyId]), owedFacts(world, staffId, [familyId])])
  const standing = standings.get(familyId)
  const theirs = (standing ? missingNumbers(world, standing, facts.refused) : []).filter(
    ({ personId }) => standing?.publicIds.get(personId) === owner,
  )
  const [first] = theirs
  if (!first) return
  const row = { familyId, by: staffId, at: world.now().toISOString() }
  const did = { who: `staff:${staffId}`, familyId, did: 'number.refused', about: first.personId } as const
  await writeAs(did, async (db) => [db.insert(numbersRefused).values(theirs.map((one) => ({ ...row, ...one })))])
}
