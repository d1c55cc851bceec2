/** Pictures beside a case file, which only names them: out into a folder, and in from one. */
import { eq } from 'drizzle-orm'
import { familyByReference } from '#app/domain/council/families'
import { valuesAt } from '#app/domain/plan/paths'
import { pictureNamed } from '#app/domain/plan/pictures/named'
import type { World } from '#app/domain/world'
import { pictures } from '#db/schema'
import { type NoPicture, type Picture, redrawn } from './redrawn'

/** The images a case file names, as they stand in it. */
function imagesIn(json: unknown): { file: string }[] {
  return ['plan.story.frames.*.image', 'plan.stories.*.frames.*.image']
    .flatMap((pattern) => valuesAt(json, pattern))
    .flatMap(({ value }) => (value && typeof value === 'object' && 'file' in value ? [value] : []))
    .filter((image): image is { file: string } => typeof image.file === 'string')
}

/** The pictures a family's exported file names, each with the name it has there. */
export async function picturesOf(
  world: World,
  json: { reference: string },
): Promise<{ file: string; bytes: Buffer }[]> {
  const familyId = await familyByReference(world, json.reference)
  const named = new Set(imagesIn(json).map(({ file }) => file))
  const kept = await world.db.read.select().from(pictures).where(eq(pictures.familyId, familyId))
  return kept.map(({ hash, bytes }) => ({ file: `${hash}.jpg`, bytes })).filter(({ file }) => named.has(file))
}

/**
 * The pictures of a file that comes in, each drawn anew, whoever it says drew it: a name is no seal, and what a picture
 * holds is in many places. The file then names them by what they are. `refused`: the names of those that are not there,
 * or are no pictures.
 */
export async function broughtIn(
  json: unknown,
  read: (file: string) => Promise<Uint8Array | undefined>,
): Promise<{ pictures: Picture[]; refused: { file: string; why: NoPicture | 'not-there' }[] }> {
  const brought: Picture[] = []
  const refused: { file: string; why: NoPicture | 'not-there' }[] = []
  for (const image of imagesIn(json)) {
    const named = pictureNamed(image.file)
    if (named && 'symbol' in named) continue
    const bytes = await read(image.file)
    const picture = bytes ? await redrawn(bytes) : ({ refused: 'not-there' } as const)
    if ('refused' in picture) refused.push({ file: image.file, why: picture.refused })
    else {
      brought.push(picture)
      image.file = `${picture.hash}.jpg`
    }
  }
  return { pictures: brought, refused }
}
