import type { FamilyFile, Id } from '../case-file'
import { isItem } from './loose'

/** The id of the innermost thing a fault's path leads to; undefined for what is the whole family's. */
export function itemAtFault(file: FamilyFile, path: string): Id | undefined {
  let at: unknown = file
  let found: Id | undefined
  for (const [, key, number] of path.matchAll(/\.(\w+)|\[(\d+)\]/g)) {
    at = number !== undefined && Array.isArray(at) ? at[Number(number)] : isItem(at) ? at[key ?? ''] : undefined
    if (isItem(at) && typeof at.id === 'string') found = at.id
  }
  return found
}
