import { londonDay } from '#app/domain/london'
import { personCalled } from '#app/domain/plan/called'
import type { FamilyFile, Id } from '#app/domain/plan/case-file'
import type { World } from '#app/domain/world'
import { type Apart, GRAVEST, gravestApart } from './apart'
import { eyesOf } from './eyes'
import { type Standing, standingOf } from './standing'

/**
 * Somebody through whose eyes a plan is looked at, as staff call them. `id` is public. `outside`: they stand apart and
 * have no view yet; what they would have, once somebody puts them in a circle, is looked at in good time.
 */
export type Viewer = { id: string; name: string; personId: Id; language: string; apart: Apart[]; outside?: true }

/** Of a family's draft, or, without one, of its published plan: everybody to look at it as. */
export async function viewersOf(world: World, familyId: string): Promise<Viewer[]> {
  const family = await standingOf(world, familyId, { draftFirst: true })
  return family ? viewersIn(family, londonDay(world.now().toISOString())) : []
}

/**
 * The same of a family that is loaded: whoever an order is against comes first, with or without a circle, then whoever
 * else stands apart, then people, then children.
 */
export function viewersIn(family: Standing, today: string): Viewer[] {
  const { file, narrowings, publicIds, staff } = family
  const rank = ({ apart }: { apart: Apart[] }) => (apart[0] ? GRAVEST.indexOf(apart[0]) : GRAVEST.length)
  return [...file.people, ...file.children]
    .flatMap((one) => {
      const id = publicIds.get(one.id)
      const apart = gravestApart({ file, narrowings, today }, one.id)
      const hasView = !!eyesOf({ file, narrowings }, one.id)
      if (!id || (!hasView && apart.length === 0)) return []
      const language = ('language' in one && one.language) || file.language
      const called = personCalled(file, staff, one.id).name
      return [{ id, name: called, personId: one.id, language, apart, ...(!hasView && { outside: true as const }) }]
    })
    .sort((a, b) => rank(a) - rank(b))
}

/** The document with somebody in the innermost circle, seeing own items alone: the most that whoever stands apart could ever be let see. */
export const onceInCircle = (file: FamilyFile, personId: Id): FamilyFile => ({
  ...file,
  people: file.people.map((one) =>
    one.id === personId ? { ...one, circle: 'inner' as const, planView: 'own-items' as const } : one,
  ),
})
