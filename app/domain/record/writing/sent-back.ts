import { draftOf } from '#app/domain/council/drafts'
import type { OpenDraft } from '#app/domain/council/open-draft'
import { progressOf } from '#app/domain/council/turns'
import type { World } from '#app/domain/world'

/** Why the version an open draft was begun from came back; undefined when it did not. */
export async function whySentBack(
  world: World,
  { familyId, basedOn }: OpenDraft,
): Promise<{ name: string; words: string } | undefined> {
  const version = basedOn ? await draftOf(world, familyId) : undefined
  const back = version?.versionId === basedOn && version ? progressOf(version).sentBack : undefined
  return back && { name: back.by.name, words: back.words ?? '' }
}
