import type { FamilyFile, Id } from '../case-file'
import { valuesAt } from '../paths'
import { type Finding, findingIn, placesOf } from './finding'

/** What is new in a document, or was changed, since somebody other than its author last looked at one. */
export function newSince(file: FamilyFile, before: FamilyFile | undefined): Finding[] {
  if (!before) return []
  const places = placesOf(file)
  const known = own(before)
  return [...own(file)]
    .filter(([id, words]) => known.get(id) !== words)
    .map(([id]) => findingIn(places, 'new-since', id))
}

/** Of each person and part what is its own: a sentence within a worry is a part by itself. */
function own(file: FamilyFile): Map<Id, string> {
  const parts = ['people.*', 'children.*', 'plan.**'].flatMap((pattern) => valuesAt(file, pattern))
  return new Map(
    parts.flatMap(({ value }) => {
      if (!isPart(value)) return []
      const fields = Object.entries(value).filter(([, inner]) => ![inner].flat().some(isPart))
      return [[value.id, JSON.stringify(fields.sort(([a], [b]) => (a < b ? -1 : 1)))] as const]
    }),
  )
}

const isPart = (value: unknown): value is { id: Id } =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
