import { and, eq } from 'drizzle-orm'
import { pictureNamed } from '#app/domain/plan/pictures/named'
import { symbols } from '#app/domain/plan/pictures/symbols'
import type { World } from '#app/domain/world'
import { pictures } from '#db/schema'
import type { PlanAsSeenBy } from './plan-as-seen'
import { sourceOf } from './read-plan'

export type PictureBytes = { type: 'image/jpeg' | 'image/svg+xml'; bytes: Uint8Array<ArrayBuffer> }

/** A picture of a story this viewer reads, by the public id it has there; undefined for every other. */
export async function pictureFor(world: World, plan: PlanAsSeenBy, id: string): Promise<PictureBytes | undefined> {
  const frames = [plan.story, ...plan.childStories.map((story) => story.frames)].flat()
  const image = frames.find((frame) => frame.image?.id === id)?.image
  return image && pictureOf(world, sourceOf(plan).familyId, image.file)
}

/** A picture of this family by the name a plan has for it. Whether its reader may see it the caller has made sure of. */
export async function pictureOf(world: World, familyId: string, file: string): Promise<PictureBytes | undefined> {
  const named = pictureNamed(file)
  if (!named) return undefined
  if ('symbol' in named) return { type: 'image/svg+xml', bytes: new TextEncoder().encode(symbols[named.symbol]) }
  const [kept] = await world.db.read
    .select({ bytes: pictures.bytes })
    .from(pictures)
    .where(and(eq(pictures.familyId, familyId), eq(pictures.hash, named.hash)))
  return kept && { type: 'image/jpeg', bytes: new Uint8Array(kept.bytes) }
}
