import type { FamilyFile, Id } from './case-file'
import { callable } from './names'

/** Up to a comma: who comes after it is somebody not to turn to. */
const NOT = /\b(?:not|never|without|instead of|rather than)\b[^.,;:!?\n]*$/i

/**
 * Whom of these people English words name by what they are called, in the words' order. Nobody by a name that another
 * of them goes by too: the wrong one might be rung. Nobody the words warn against: "Rings Steve, not Leanne". Who is
 * not among `known` makes no difference: that there is somebody else of this name would tell of them.
 */
export function namedBy(words: string, file: FamilyFile, known: Id[]): Id[] {
  const ways = known.flatMap((id) => callable(file, {}, id).ways.map((way) => ({ id, way })))
  const found = new Map<Id, number>()
  for (const { id, way } of ways) {
    if (ways.some((one) => one.id !== id && one.way === way)) continue
    const at = placeOf(way, words)
    if (at !== undefined) found.set(id, Math.min(at, found.get(id) ?? at))
  }
  return [...found].sort(([, a], [, b]) => a - b).map(([id]) => id)
}

/** Where a name stands as a word of its own that is not warned against. */
function placeOf(name: string, words: string): number | undefined {
  // Most names stand in most words nowhere, and making a pattern of each took half of the time in which the demo starts.
  if (!words.includes(name)) return undefined
  const letters = name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  const alone = new RegExp(`(?<![\\p{L}\\p{N}-])${letters}(?![\\p{L}\\p{N}-])`, 'gu')
  return [...words.matchAll(alone)].map(({ index }) => index).find((at) => !NOT.test(words.slice(0, at)))
}
