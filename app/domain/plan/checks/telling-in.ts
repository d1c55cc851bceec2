import { isTitle } from '../names'
import { readsAsName } from './everyday-words'
import { asWritten, type Folded } from './folding'
import type { Span } from './phone-numbers'
import { looksPolish, standsForName } from './polish-forms'
import type { Telling } from './telling-words'
import type { Word } from './words'

/** Scripts that put no space between words, or endings straight onto names. */
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** A text taken apart: its words, all their letters in one row, and whether some of it is spelt letter by letter. */
export type Words = { words: Word[]; letters: string; spelt: boolean }

/** Puts the letters of all words in one row, as a name may be written in one word, in two, or letter by letter. */
export function inOneRow(words: Word[]): Words {
  const single = (at: number) => words[at]?.text.length === 1
  return {
    words,
    letters: words.map(({ text }) => text).join(''),
    spelt: words.some((_, at) => single(at) && single(at + 1) && single(at + 2)),
  }
}

/** In a name that a space got into, none of these is a piece: "Just in case" is not Justin. */
const SMALL = new Set(
  `a an and all am as at be by do er eve go he her him his i if in is it just man mart me men my no nor of on or our
  out rob so son the then there to um up us we do ja ma na od ona po ta te to u w ty wie z za ze`.split(/\s+/),
)

/** Where one of these words or rows stands in a text. */
export function tellingIn(text: Folded, inText: Words, telling: Telling): Span[] {
  const found = standingIn(text, inText, telling)
  return found.length > 0 && telling.open.surnames.size > 0
    ? found.filter((span) => !isOpen(text, inText, span, telling))
    : found
}

function standingIn(text: Folded, inText: Words, { words, rows }: Telling): Span[] {
  const found: Span[] = []
  const all = inText.words.flatMap((word) => [word, ...(word.parts ?? [])])
  all.forEach(({ text: plain, base, start, end }, at) => {
    const stands = [plain, base ?? plain].some((word) => {
      const form = words.get(word)
      if (form?.everyday) return readsAsName(text, all, at)
      return form && standsForName(form, asWritten(text, start, end), () => looksPolish(text.written))
    })
    if (stands) found.push({ start, end })
  })
  for (const row of rows) found.push(...rowIn(inText, row))
  for (const [word, { own }] of words) {
    if (inText.spelt && word.length > 2) found.push(...rowIn(inText, word).filter((span) => isSpelt(inText, span)))
    if (own && word.length > 4) found.push(...rowIn(inText, word).filter((span) => isInPieces(text, inText, span)))
  }
  if (WITHOUT_SPACES.test(inText.letters))
    for (const word of words.keys()) if (WITHOUT_SPACES.test(word)) found.push(...anywhere(text.text, word))
  return found
}

/** Where a row of words stands, from the beginning of a word to the end of one. */
function rowIn({ words, letters }: Words, row: string): Span[] {
  if (!letters.includes(row)) return []
  const [begins, ends] = [new Map<number, number>(), new Map<number, number>()]
  let before = 0
  for (const { text, base, start, end, parts = [] } of words) {
    begins.set(before, start)
    if (base) ends.set(before + base.length, end)
    let inside = before
    for (const part of parts) {
      begins.set(inside, part.start)
      inside += part.text.length
      ends.set(inside, part.end)
    }
    before += text.length
    ends.set(before, end)
  }
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

/** "Kel-ly", "Mc Donald", "Mau reen": two or three pieces with nothing but a space or a dash between. */
function isInPieces({ text }: Folded, { words }: Words, { start, end }: Span): boolean {
  const pieces = words.filter((word) => word.start >= start && word.end <= end)
  return (
    (pieces.length === 2 || pieces.length === 3) &&
    pieces.every((piece) => !SMALL.has(piece.text)) &&
    TOGETHER.test(text.slice(start, end))
  )
}

const TOGETHER = /^[\p{L}\p{M}\p{N}' -]+$/u

/** "Danny Kelly", "Mr Kelly": somebody the reader knows. */
function isOpen({ text }: Folded, inText: Words, { start, end }: Span, { open }: Telling): boolean {
  const within = [...open.rows].some((row) =>
    rowIn(inText, row).some(
      (one) => one.start < start && one.end >= end && TOGETHER.test(text.slice(one.start, one.end)),
    ),
  )
  const at = inText.words.findIndex((word) => word.start === start)
  const { text: plain = '', base = plain } = inText.words[at] ?? {}
  const named = open.surnames.has(plain) || open.surnames.has(base)
  return within || (named && isTitle(inText.words[at - 1]?.text))
}

function anywhere(text: string, word: string): Span[] {
  const at = text.indexOf(word)
  return at < 0 ? [] : [{ start: at, end: at + word.length }]
}
