/** Who stands alone with a plan that counts on others: a fact for the worker, who rings those others. */
import { keptNumbers } from '#app/domain/access/kept-numbers'
import type { Standing } from '#app/domain/access/standing'
import type { FamilyOfStaff } from '#app/domain/council/families'
import type { World } from '#app/domain/world'
import { type Somebody, somebody } from './somebody'

/** Somebody who has joined, and those the plan gives them to ring who have not given them their number. */
export type OutOfReach = { family: { id: string; name: string }; person: Somebody; cannotRing: Somebody[] }

/** Of all who have joined in these families. */
export function outOfReach(world: World, families: FamilyOfStaff[], standings: Map<string, Standing>): OutOfReach[] {
  return families.flatMap(({ familyId, publicId, familyName }) => {
    const standing = standings.get(familyId)
    const joined = standing?.joined ?? []
    return joined.flatMap(({ personId }) => {
      const cannotRing = standing ? keptNumbers(world, standing, personId) : []
      if (!standing || cannotRing.length === 0) return []
      const person = somebody(world, standing, personId)
      const whom = cannotRing.map((id) => somebody(world, standing, id))
      return [{ family: { id: publicId, name: familyName }, person, cannotRing: whom }]
    })
  })
}
