import { personCalled } from '#app/domain/plan/called'
import type { Id } from '#app/domain/plan/case-file'
import type { World } from '#app/domain/world'
import { eyesOf } from './eyes'
import { type Standing, standingOf } from './standing'

/** Somebody with a view of the plan, as staff call them. `id` is public. */
export type Viewer = { id: string; name: string; personId: Id; language: string }

/** Who would have a view of a family's draft, or, without one, has one of its published plan: people before children. */
export async function viewersOf(world: World, familyId: string): Promise<Viewer[]> {
  const family = await standingOf(world, familyId, { draftFirst: true })
  return family ? viewersIn(family) : []
}

/** The same of a family that is loaded. */
export function viewersIn(family: Standing): Viewer[] {
  const { file, narrowings, publicIds, staff } = family
  return [...file.people, ...file.children].flatMap((one) => {
    const id = publicIds.get(one.id)
    if (!id || !eyesOf({ file, narrowings }, one.id)) return []
    const language = ('language' in one && one.language) || file.language
    return [{ id, name: personCalled(file, staff, one.id).name, personId: one.id, language }]
  })
}
