import { asWritten, type Folded, folded } from './folding'

/**
 * A word of a folded text, without apostrophes and in one spelling; `base` is it without what follows an apostrophe.
 * `parts`: what was written as one and reads as several, "AuntieRuth", "Ruth1".
 */
export type Word = { text: string; base?: string; start: number; end: number; parts?: Word[] }

/** "Zoë's", "Kelly’ego": the endings of English and Polish; not the name in "O'Brien". */
const ENDING = /^(.{2,})'.{1,4}$/su
const WORD = /[\p{L}\p{N}\p{M}]+(?:'[\p{L}\p{N}\p{M}]+)*/gu
/** Most texts are plain letters once folded; looked for as such they cost a third. */
const PLAIN_WORD = /[a-z0-9]+(?:'[a-z0-9]+)*/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
const PLAIN = /^[\u0000-\u007f]*$/

/** Written long, short and in American: what a place is called must not depend on it. */
const ONE_SPELLING = new Map([
  ['saint', 'st'],
  ['street', 'st'],
  ['road', 'rd'],
  ['avenue', 'ave'],
  ['center', 'centre'],
])

/** Within a word a new one begins: a capital behind a small letter, a digit beside a letter. */
const BEGINS = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\p{Nd})|(?<=\p{Nd})(?=\p{L})/u

/** The words of a text, with those that somebody wrote in one. */
export function wordsWithin(text: Folded): Word[] {
  return wordsIn(text).map((word) => {
    const { start, end } = word
    const written = asWritten(text, start, end).split(BEGINS)
    if (written.length < 2) return word
    let at = start
    const parts = written.map((one) => {
      const { text: plain } = folded(one)
      const part = { text: plain.replaceAll("'", ''), start: at, end: at + plain.length }
      at = part.end
      return part
    })
    return { ...word, parts }
  })
}

/** The words of a folded text. */
export function wordsIn({ text }: Pick<Folded, 'text'>): Word[] {
  return [...text.matchAll(PLAIN.test(text) ? PLAIN_WORD : WORD)].map(({ 0: word, index }) => {
    const plain = word.replaceAll("'", '')
    const base = word.includes("'") ? ENDING.exec(word)?.[1]?.replaceAll("'", '') : undefined
    return {
      text: ONE_SPELLING.get(plain) ?? plain,
      ...(base && { base }),
      start: index,
      end: index + word.length,
    }
  })
}
