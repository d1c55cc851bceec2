import { isDeepStrictEqual } from 'node:util'
import type { Control } from './kinds'
import { linesOfTimes } from './safe-times'

/** Nothing written, a box not ticked, nobody pressed: one and the same. */
const isNothing = (value: unknown) =>
  value === undefined ||
  value === null ||
  value === false ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

/** Whether two values of a field read the same. A browser sends line ends its own way; a no is nothing but where it is asked for. */
export function same(a: unknown, b: unknown, as?: Control): boolean {
  if (as === 'either') return (a ?? undefined) === (b ?? undefined)
  if (isNothing(a) || isNothing(b)) return isNothing(a) && isNothing(b)
  if (typeof a === 'string' && typeof b === 'string') return plain(a) === plain(b)
  return isDeepStrictEqual(asPressed(a), asPressed(b))
}

export { isNothing }

/** A file may say one alone where others say a list, and a number where a page has its digits. */
const asPressed = (value: unknown): unknown =>
  linesOfTimes(value) ?? (typeof value === 'number' ? [String(value)] : typeof value === 'string' ? [value] : value)

const plain = (words: string) => words.replace(/\r\n?/g, '\n')

/** A list of ids as two people pressed it: what either took out is out, what either put in is in. */
export function merged(now: string[], from: string[], to: string[]): string[] {
  const left = now.filter((id) => to.includes(id) || !from.includes(id))
  return [...left, ...to.filter((id) => !from.includes(id) && !left.includes(id))]
}

export const idsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
