/** Which words of two texts differ. */
import { diffArrays } from 'diff'

/** A stretch of words: in both, in the older alone, or in the newer alone. */
export type Mark = { is: 'same' | 'out' | 'in'; text: string }

/** Comparing takes the square of what differs: so much of one text may differ, and so much is spent on a page. */
const MOST_EDITS = 80
const MOST_SPENT = 50_000
/**
 * Words of any script, since a letter of Urdu marked by itself is joined to none and cannot be read. `Intl.Segmenter`
 * takes a hundred times as long for the same; in writing without spaces a stretch is one word.
 */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’\u200c\u200d][\p{L}\p{M}\p{N}]+)*|\s+|./gsu

/** Marks one text after the other; those that would hold up everybody are all out and all in. */
export function marker(): (was: string, is: string) => Mark[] {
  let left = MOST_SPENT
  return (was, is) => {
    const [before, now] = [was.normalize('NFC'), is.normalize('NFC')]
    const whole = wholly(before, now)
    left -= before.length + now.length
    if (!before || !now || before === now || left < 0) return whole
    const parts = diffArrays(wordsOf(before), wordsOf(now), { maxEditLength: MOST_EDITS })
    const edits = parts?.reduce((all, one) => all + (one.added || one.removed ? one.count : 0), 0) ?? MOST_EDITS
    left -= edits ** 2
    return parts ? joined(parts.map(({ value, ...part }) => ({ ...part, value: value.join('') }))) : whole
  }
}

/** Of two texts alone. Put together again the marks are the two texts, in composed letters. */
export const marked = (was: string, is: string): Mark[] => marker()(was, is)

const wordsOf = (text: string) => text.match(WORD) ?? []

function wholly(was: string, is: string): Mark[] {
  if (was === is) return was ? [{ is: 'same', text: was }] : []
  const both: Mark[] = [
    { is: 'out', text: was },
    { is: 'in', text: is },
  ]
  return both.filter(({ text }) => text)
}

/** A space between words that changed belongs to them. */
function joined(parts: { added: boolean; removed: boolean; value: string }[]): Mark[] {
  const runs: { out: string; in: string; same: string }[] = []
  for (const [i, { added, removed, value }] of parts.entries()) {
    const last = runs.at(-1)
    const isChanged = added || removed
    const joins = !isChanged && !value.trim() && i > 0 && i < parts.length - 1
    const run = last && !last.same ? last : { out: '', in: '', same: '' }
    if (run !== last) runs.push(run)
    if (!added && (isChanged || joins)) run.out += value
    if (!removed && (isChanged || joins)) run.in += value
    if (!isChanged && !joins) run.same = value
  }
  return runs.flatMap((run) =>
    (['out', 'in', 'same'] as const).flatMap((is) => (run[is] ? [{ is, text: run[is] }] : [])),
  )
}
