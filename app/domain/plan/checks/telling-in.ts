import { asWritten, type Folded } from './folding'
import type { Span } from './phone-numbers'
import { looksPolish, standsForName } from './polish-forms'
import type { Telling } from './telling-words'
import type { Word } from './words'

/** Scripts that put no space between words. */
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** A text taken apart: its words, and all their letters in one row with where words begin and end in it. */
export type Words = {
  words: Word[]
  letters: string
  begins: Map<number, number>
  ends: Map<number, number>
  spelt: boolean
}

/** Puts the letters of all words in one row, as a name may be written in one word, in two, or letter by letter. */
export function inOneRow(words: Word[]): Words {
  const [begins, ends] = [new Map<number, number>(), new Map<number, number>()]
  let letters = ''
  for (const { text, base, start, end } of words) {
    begins.set(letters.length, start)
    if (base) ends.set(letters.length + base.length, end)
    letters += text
    ends.set(letters.length, end)
  }
  const single = words.map(({ text }) => text.length === 1)
  const spelt = single.some((_, at) => single[at] && single[at + 1] && single[at + 2])
  return { words, letters, begins, ends, spelt }
}

/** Where one of these words or rows stands in a text. */
export function tellingIn(text: Folded, inText: Words, { words, rows }: Telling): Span[] {
  const found: Span[] = []
  for (const { text: plain, base, start, end } of inText.words) {
    const form = words.get(plain) ?? (base ? words.get(base) : undefined)
    const stands = form && standsForName(form, asWritten(text, start, end), () => looksPolish(text.written))
    if (stands) found.push({ start, end })
  }
  for (const row of rows) found.push(...rowIn(inText, row))
  for (const [word] of words) {
    if (inText.spelt && word.length > 2) found.push(...rowIn(inText, word).filter((span) => isSpelt(inText, span)))
    if (WITHOUT_SPACES.test(word)) found.push(...anywhere(text.text, word))
  }
  return found
}

function rowIn({ letters, begins, ends }: Words, row: string): Span[] {
  const found: Span[] = []
  for (let at = letters.indexOf(row); at >= 0; at = letters.indexOf(row, at + 1)) {
    const [start, end] = [begins.get(at), ends.get(at + row.length)]
    if (start !== undefined && end !== undefined) found.push({ start, end })
  }
  return found
}

/** Letter by letter: every word in it is one letter. */
function isSpelt({ words }: Words, { start, end }: Span): boolean {
  return words.every((word) => word.end <= start || word.start >= end || word.text.length === 1)
}

function anywhere(text: string, word: string): Span[] {
  const at = text.indexOf(word)
  return at < 0 ? [] : [{ start: at, end: at + word.length }]
}
