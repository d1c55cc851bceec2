/** How old somebody has to be to read an English text with ease. */
import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'

/** A plan is written for somebody of nine to eleven. */
export const TARGET_AGE = { from: 9, to: 11 }

/** Nobody reads before this. */
const YOUNGEST = 5

type Counts = { sentence: number; word: number; syllable: number }

const bySentence = new Intl.Segmenter('en', { granularity: 'sentence' })
const byWord = new Intl.Segmenter('en', { granularity: 'word' })

/** The sentences of a text, without the space round them. */
export const sentencesOf = (text: string): string[] =>
  [...bySentence.segment(text)].map(({ segment }) => segment.trim()).filter((sentence) => wordsOf(sentence).length > 0)

/** The words of a text: a number is one, a sign is none. */
export const wordsOf = (text: string): string[] =>
  [...byWord.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment)

/** The age in whole years at which these texts together are read with ease (Flesch–Kincaid's school year and five); undefined without a word. */
export function readingAge(texts: string[]): number | undefined {
  const all = texts.map(countsIn).reduce(sum, { sentence: 0, word: 0, syllable: 0 })
  return all.word === 0 ? undefined : Math.max(YOUNGEST, Math.round(fleschKincaid(all) + 5))
}

function countsIn(text: string): Counts {
  const words = wordsOf(text)
  // Each word is spoken, "9" and "pm" too.
  const spoken = words.map((word) => Math.max(1, syllable(word)))
  return { sentence: sentencesOf(text).length, word: words.length, syllable: spoken.reduce((a, b) => a + b, 0) }
}

const sum = (a: Counts, b: Counts): Counts => ({
  sentence: a.sentence + b.sentence,
  word: a.word + b.word,
  syllable: a.syllable + b.syllable,
})
