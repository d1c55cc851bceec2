import { documentOf } from '#app/domain/access/documents'
import type { OpenDraft } from '#app/domain/council/open-draft'
import type { Id } from '#app/domain/plan/case-file'
import type { World } from '#app/domain/world'

/** What things of a draft go by outside the server: their public ids; what is new in it has an id that tells nothing. */
export type DraftHandles = { handle: (id: Id) => string; id: (handle: string) => Id }

/** The same of one draft. */
export async function draftHandles(world: World, { basedOn }: OpenDraft): Promise<DraftHandles> {
  const publicIds = basedOn ? (await documentOf(world, basedOn)).publicIds : new Map<Id, string>()
  const ids = new Map([...publicIds].map(([id, publicId]) => [publicId, id]))
  return { handle: (id) => publicIds.get(id) ?? id, id: (handle) => ids.get(handle) ?? handle }
}
