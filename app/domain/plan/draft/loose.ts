/**
 * The plan document while it is being written: the same keys, nothing needed yet. All in it that is an object is an
 * item with an id, so that each can be spoken of by itself; what has none in a case file (a court order, the story) has
 * one here that begins with "~" and goes no further.
 */
import type { FamilyFile, Id } from '../case-file'
import { kindNamed, kindOf, NAMELESS, RAW } from './kinds'

export type Value = string | number | boolean | null | string[] | Loose | undefined
export type Loose = { id: Id; [key: string]: unknown }

/** Two items that are always there: the family itself and its plan. */
export const FILE = '~file'
export const PLAN = '~plan'

/** Where an item stands: in a list of its parent, or as the one thing under a key. */
export type Found = { item: Loose; in: Id; key: string; siblings?: Loose[] }

export const isItem = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isList = (value: unknown): value is Loose[] => Array.isArray(value) && value.some(isItem)

/** Every item of a document by its id. */
export function itemsIn(document: Loose): Map<Id, Found> {
  const found = new Map<Id, Found>([[FILE, { item: document, in: '', key: '' }]])
  const within = (item: Loose) => {
    for (const [key, value] of Object.entries(item)) {
      if (RAW.has(key)) continue
      if (isList(value)) for (const one of value) add({ item: one, in: item.id, key, siblings: value })
      else if (isItem(value)) add({ item: value, in: item.id, key })
    }
  }
  const add = (one: Found) => {
    found.set(one.item.id, one)
    within(one.item)
  }
  within(document)
  return found
}

/** The ids of an item and of all that stands in it. */
export function idsWithin(item: Loose): Id[] {
  return [...itemsIn({ id: FILE, only: item }).keys()].filter((id) => id !== FILE)
}

/** A document to write on, of a version's: every item with an id, and every sentence that has a place of its own there, if only empty. */
export function looseOf(file: FamilyFile, newId: () => Id): Loose {
  const document = named(structuredClone(file) as unknown as Loose, '', newId)
  const plan = document.plan as Loose
  for (const key of ['worries', 'rules', 'triggers', 'commitments'] as const) plan[key] ??= []
  if ((plan.worries as Loose[]).length === 0) plan.worries = [blank('worries', newId(), newId)]
  return document
}

function named(item: Loose, key: string, newId: () => Id): Loose {
  const id = key === '' ? FILE : key === 'plan' ? PLAN : (item.id ?? `~${newId()}`)
  const whole: Loose = { id }
  for (const [inner, value] of Object.entries(item)) {
    if (inner === 'id') continue
    if (RAW.has(inner)) whole[inner] = value
    else if (isList(value)) whole[inner] = value.map((one) => named(one, inner, newId))
    else whole[inner] = isItem(value) ? named(value, inner, newId) : value
  }
  const kind = kindOf(key)
  for (const single of kind ? Object.keys(kindNamed(kind).singles ?? {}) : [])
    whole[single] ??= blank(single, NAMELESS.has(single) ? `~${newId()}` : newId(), newId)
  return whole
}

/** An item of a list (or under a key) with nothing written in it yet. */
export function blank(key: string, id: Id, newId: () => Id): Loose {
  const kind = kindOf(key)
  const starts = kind ? (kindNamed(kind).starts ?? {}) : { text: '' }
  return named({ id, ...structuredClone(starts) }, key, newId)
}

/** A family nobody has written about yet. */
export function emptyFile(
  known: Pick<FamilyFile, 'reference' | 'familyName' | 'status' | 'language' | 'worker'>,
): FamilyFile {
  const plan = { worries: [], rules: [], triggers: [], commitments: [] }
  return { format: 'safety-network-case/1', ...known, children: [], people: [], plan }
}
