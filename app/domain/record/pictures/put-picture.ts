import type { Id } from '#app/domain/plan/case-file'
import { isItem, itemsIn, type Loose } from '#app/domain/plan/draft/loose'
import { fileOfHash, fileOfSymbol } from '#app/domain/plan/pictures/named'
import type { SymbolName } from '#app/domain/plan/pictures/symbols'
import type { World } from '#app/domain/world'
import { pictures } from '#db/schema'
import { onceAMinute } from '../writing/once-a-minute'
import { type Saved, saveDraft } from '../writing/save'
import type { Picture } from './redrawn'
import { unusedPictures } from './unused'

/** Where a picture stands in a draft: the frame, and what it says so far. */
export type FrameInDraft = { frame: Loose; image: Loose; alt: Loose; file: string }

/** A frame of a document that is being written; undefined for anything else. */
export function frameIn(document: Loose, id: Id): FrameInDraft | undefined {
  const found = itemsIn(document).get(id)
  const image = found?.item.image
  if (found?.key !== 'frames' || !isItem(image) || !isItem(image.alt)) return undefined
  return { frame: found.item, image, alt: image.alt, file: typeof image.file === 'string' ? image.file : '' }
}

/** What is put into a frame; `keep` is the picture that stands there. */
export type Given = { picture: Picture } | { symbol: SymbolName } | 'keep' | 'none'

/**
 * Puts a picture into a frame of the open draft, with what is to be seen in it, in one write with its bytes; one sent
 * twice (`press`) is one. What nothing names any more goes with it. Undefined when no draft is open.
 */
export async function putPicture(
  world: World,
  of: { familyId: string; by: string; seen: number },
  to: { frame: Id; given: Given; alt: string; press: string },
): Promise<Saved | undefined> {
  const { given } = to
  const picture = typeof given === 'object' && 'picture' in given ? given.picture : undefined
  const audited = onceAMinute(world, of)
  return saveDraft(
    world,
    of,
    (writing) => {
      const at = frameIn(writing.document, to.frame)
      if (!at) return []
      const set = (item: Loose, field: string, value: unknown) =>
        ({ id: `${to.press}:${field}`, do: 'set', item: item.id, field, from: item[field], to: value }) as const
      const alt = given === 'none' ? '' : to.alt
      return [...(given === 'keep' ? [] : [set(at.image, 'file', fileOf(given))]), set(at.alt, 'text', alt)]
    },
    (did, build, options) =>
      audited(
        did,
        async (db) => [
          db.delete(pictures).where(unusedPictures(world, of.familyId)),
          ...(picture
            ? [
                db
                  .insert(pictures)
                  .values(rowOf(world, of.familyId, picture))
                  .onConflictDoNothing(),
              ]
            : []),
          ...(await build(db)),
        ],
        options,
      ),
  )
}

/** A picture as it is kept. */
export const rowOf = (world: World, familyId: string, { hash, bytes, width, height }: Picture) => ({
  ...{ familyId, hash, bytes, width, height },
  madeAt: world.now().toISOString(),
})

function fileOf(given: Exclude<Given, 'keep'>): string | undefined {
  if (given === 'none') return undefined
  return 'picture' in given ? fileOfHash(given.picture.hash) : fileOfSymbol(given.symbol)
}
