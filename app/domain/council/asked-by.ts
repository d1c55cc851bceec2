import type { World } from '#app/domain/world'
import { draftOf } from './drafts'
import { progressOf } from './turns'

/** Who asked for the version that waits to be shown, by name; undefined when none does. Another takes its place and its hands. */
export async function askedBy(world: World, familyId: string): Promise<string | undefined> {
  const draft = await draftOf(world, familyId)
  return draft && progressOf(draft).asked?.by.name
}
