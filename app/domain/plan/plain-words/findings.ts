/** What in a plan's English could be said in plainer words. Never a reason not to publish: advice to whoever writes. */
import type { FamilyFile, Id } from '../case-file'
import { looksPolish } from '../checks/polish-forms'
import { scriptsIn } from '../checks/scripts'
import { finderOf } from './finder'
import { JARGON, type PlainWord } from './jargon'
import { LABELS } from './labels'
import { readingAge, sentencesOf, TARGET_AGE, wordsOf } from './reading-age'
import { planTexts } from './texts'

/**
 * `hard`: it reads older than it should (`age`); `long`: a sentence of so many words (`count`); `jargon`: a word of the
 * trade, with what to say instead (`offer`); `label`: a danger that judges instead of saying what happened; `worries`:
 * more than people keep in mind (`count`); `not-english`: nothing can be said of it.
 */
export type WordsKind = 'hard' | 'long' | 'jargon' | 'label' | 'worries' | 'not-english'

/** `words` as they stand in the text. `path` as in faults. */
export type WordsFinding = {
  itemId: Id
  path: string
  kind: WordsKind
  words: string
  offer?: string
  age?: number
  count?: number
}

type InText = Omit<WordsFinding, 'itemId' | 'path'>

/** A sentence of more words is two. */
export const LONGEST_SENTENCE = 20
/** Of fewer words no age can be told. */
const ENOUGH_WORDS = 10
/** A family keeps so many in mind. */
export const MOST_WORRIES = 3

const labels = finderOf(LABELS, (label) => label)

/** Looks through texts with a council's own list. `isDanger`: it says what people are worried could happen. */
export function plainWords(jargon: PlainWord[] = JARGON) {
  const trade = finderOf(jargon, ({ word }) => word)
  return (text: string, { isDanger = false } = {}): InText[] => {
    if (!isEnglish(text)) return [{ kind: 'not-english', words: text }]
    const long = sentencesOf(text).flatMap((words): InText[] => {
      const count = wordsOf(words).length
      return count > LONGEST_SENTENCE ? [{ kind: 'long', words, count }] : []
    })
    // What is hard about a long sentence is most often that.
    const age = long.length === 0 && wordsOf(text).length >= ENOUGH_WORDS ? (readingAge([text]) ?? 0) : 0
    return [
      ...(age > TARGET_AGE.to ? [{ kind: 'hard' as const, words: text, age }] : []),
      ...long,
      ...trade(text).map(({ one, words }) => ({ kind: 'jargon' as const, words, offer: one.plain })),
      ...(isDanger ? labels(text).map(({ words }) => ({ kind: 'label' as const, words })) : []),
    ]
  }
}

/** All of a plan, in the order of the document, and the age at which all of it together is read with ease. */
export function wordsInPlan(file: FamilyFile, jargon?: PlainWord[]): { age?: number; findings: WordsFinding[] } {
  const look = plainWords(jargon)
  const texts = planTexts(file)
  const age = readingAge(texts.map(({ text }) => text).filter(isEnglish))
  const tooMany = file.plan.worries[MOST_WORRIES]
  return {
    ...(age !== undefined && { age }),
    findings: [
      ...texts.flatMap(({ itemId, path, text, isDanger }) =>
        look(text, { isDanger }).map((found) => ({ itemId, path, ...found })),
      ),
      ...(tooMany
        ? [
            {
              itemId: tooMany.id,
              path: '$.plan.worries',
              kind: 'worries' as const,
              words: '',
              count: file.plan.worries.length,
            },
          ]
        : []),
    ],
  }
}

/** A plan is written in English; what is in other letters, or has Polish ones in most of its words, is not. */
function isEnglish(text: string): boolean {
  if (scriptsIn(text).length > 0) return false
  const words = wordsOf(text)
  return words.filter(looksPolish).length * 4 < Math.max(words.length, 1)
}
