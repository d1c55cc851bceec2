import type { OpenDraft } from '#app/domain/council/open-draft'
import type { FamilyFile, Id } from '#app/domain/plan/case-file'
import { type FaultPlace, type FaultSaid, faultPlace, faultSaid } from '#app/domain/plan/draft/fault-said'
import { controlOf, kindNamed, kindOf } from '#app/domain/plan/draft/kinds'
import { type Found, isItem, itemsIn } from '#app/domain/plan/draft/loose'
import { type Part, partOf } from '#app/domain/plan/draft/parts'
import type { Fault } from '#app/domain/plan/faults'
import type { DraftHandles } from './handles'

/** Where in the editor a thing of the plan is written, by its handle: the page, and what is to be in view. */
export function pageOf(
  { writing }: Pick<OpenDraft, 'writing'>,
  { handle, id }: DraftHandles,
  item: string,
): { part: Part; at: string } | undefined {
  const items = itemsIn(writing.document)
  const found = items.get(id(item))
  if (!found) return undefined
  const keysTo = (one: Found | undefined): string[] => (one ? [...keysTo(items.get(one.in)), one.key] : [])
  const kind = kindOf(found.key)
  const hasWords = kind && Object.hasOwn(kindNamed(kind).fields, 'text')
  const shown = handle(found.item.id)
  return { part: partOf(keysTo(found).filter((key) => key !== '')), at: hasWords ? `f-${shown}.text` : `i-${shown}` }
}

export type PlacedInEditor = {
  /** Tells it from the others. */
  path: string
  /** Only the file’s own sentence, in English, for what no form can say. */
  message: string
  /** `of`: whom or what it is about, as the form calls them. */
  within: { key: string; number?: number; of?: string }[]
  kind: string
  field?: string
  said: { is: FaultSaid['is']; who: string[] }
  part: Part
  /** Whose details have to stand open, and what is to be in view: handles. */
  open?: string
  at?: string
}

/** Where in the editor each fault of a draft is mended, in the words the form has. With `asFound` the message says it. */
export function placedInEditor(
  file: FamilyFile,
  faults: Fault[],
  { writing }: Pick<OpenDraft, 'writing'>,
  { handle }: DraftHandles,
  { asFound = false } = {},
): PlacedInEditor[] {
  const nameOf = (id: Id): string | undefined =>
    file.people.find((one) => one.id === id)?.name ?? file.children.find((one) => one.id === id)?.firstName
  return faults.map(({ path, message }) => {
    const place = faultPlace(writing.document, path)
    const { within, under, field, owner } = place
    const said = asFound ? { is: 'other' as const } : faultSaid(file, path, place)
    const names = ('who' in said ? (said.who ?? []) : []).map((id) => nameOf(id) ?? '')
    const whose = nameOf(owner.id)
    const isOfPerson = said.is === 'order' || said.is === 'hidden' || said.is === 'themselves'
    return {
      ...{ path, message, kind: kindOf(under) ?? under, field },
      within: within.map(({ id, ...one }) => ({ ...one, ...(nameOf(id) && { of: nameOf(id) }) })),
      said: { is: said.is, who: isOfPerson && whose ? [whose, ...names] : names },
      part: partOf([...within.map(({ key }) => key), ...(field ? [field] : []), ...(under === 'plan' ? ['plan'] : [])]),
      ...landing(place, handle),
    }
  })
}

/** The field itself; of a sentence that was never written, its field; of an empty list, what it stands in. */
function landing({ owner, under, field }: FaultPlace, handle: DraftHandles['handle']) {
  const kind = kindOf(under)
  const id = handle(owner.id)
  const inner = field === undefined ? undefined : owner[field]
  if (isItem(inner)) return { at: `f-${handle(inner.id)}.text` }
  if (!kind || field === undefined || !controlOf(under, field)) return { at: `i-${id}` }
  const isBehind = !Object.hasOwn(kindNamed(kind).fields, field)
  return { at: `f-${id}.${field}`, ...(isBehind && { open: id }) }
}
