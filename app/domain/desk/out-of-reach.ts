/** Who stands alone with a plan that counts on others: a fact for the worker, who rings those others. */
import { keptNumbers } from '#app/domain/access/kept-numbers'
import type { Standing } from '#app/domain/access/standing'
import type { FamilyOfStaff } from '#app/domain/council/families'
import type { Id } from '#app/domain/plan/case-file'
import type { World } from '#app/domain/world'
import type { OwedFacts } from './owed-facts'
import { type Somebody, somebody } from './somebody'

/** A family in which numbers are missing: whose, and whom the plan gives them to ring with. */
export type OutOfReach = { family: { id: string; name: string }; owners: (Somebody & { missedBy: Somebody[] })[] }

/** Whose number somebody who has joined could ring by the plan, and has not got; by their ids in the plan. */
export function missingNumbers(
  world: World,
  standing: Standing,
  refused: OwedFacts['refused'],
): { personId: Id; from: Id }[] {
  const isRefused = (personId: Id, from: Id) =>
    refused.some((row) => row.familyId === standing.familyId && row.personId === personId && row.from === from)
  return standing.joined.flatMap(({ personId: from }) =>
    keptNumbers(world, standing, from)
      .filter((personId) => !isRefused(personId, from))
      .map((personId) => ({ personId, from })),
  )
}

/** Of all who have joined in these families, one for each family; whoever was asked and said no stands there no more. */
export function outOfReach(
  world: World,
  families: FamilyOfStaff[],
  standings: Map<string, Standing>,
  { refused }: Pick<OwedFacts, 'refused'>,
): OutOfReach[] {
  return families.flatMap(({ familyId, publicId, familyName }) => {
    const standing = standings.get(familyId)
    const missing = standing ? missingNumbers(world, standing, refused) : []
    if (!standing || missing.length === 0) return []
    const owners = [...new Set(missing.map(({ personId }) => personId))].map((id) => ({
      ...somebody(world, standing, id),
      missedBy: missing.filter(({ personId }) => personId === id).map(({ from }) => somebody(world, standing, from)),
    }))
    return [{ family: { id: publicId, name: familyName }, owners }]
  })
}
