import type { OpenDraft } from '#app/domain/council/open-draft'
import type { FamilyFile, Id } from '#app/domain/plan/case-file'
import { itemAtFault } from '#app/domain/plan/draft/fault-at'
import { itemsIn } from '#app/domain/plan/draft/loose'
import { type Part, partOf } from '#app/domain/plan/draft/parts'
import { placeOf } from '#app/domain/plan/fault-place'
import type { Fault } from '#app/domain/plan/faults'
import type { DraftHandles } from './handles'

export type PlacedInEditor = Fault & { place?: string; part: Part; item?: string }

/** Where in the editor each fault of a draft is mended. */
export function placedInEditor(
  file: FamilyFile,
  faults: Fault[],
  { writing }: Pick<OpenDraft, 'writing'>,
  { handle }: DraftHandles,
): PlacedInEditor[] {
  const items = itemsIn(writing.document)
  const keysTo = (id: Id | undefined): string[] => {
    const found = id === undefined ? undefined : items.get(id)
    return found ? [...keysTo(found.in), found.key].filter((key) => key !== '') : []
  }
  return faults.map((fault) => {
    const item = itemAtFault(file, fault.path)
    const inPath = [...fault.path.matchAll(/\.(\w+)/g)].map(([, key]) => key ?? '')
    const keys = item ? [...keysTo(item), ...inPath] : inPath
    return { ...fault, place: placeOf(fault.path), part: partOf(keys), ...(item && { item: handle(item) }) }
  })
}
