import { tellingParts } from '../names'
import { folded } from './folding'
import { type NameForm, polishForms } from './polish-forms'
import { wordsIn } from './words'

/** What to look for in folded texts: words by themselves, and rows of words, which may also be written as one. */
export type Telling = { words: Map<string, NameForm>; rows: Set<string> }

/** A name and what else the person is called. */
export type Names = { name: string; alsoKnownAs?: string[] }

/** "Uncle Bob" is told by "Bob", and not by "uncle". */
const KIN = new Set(
  `uncle aunt aunty auntie nan nana nanny gran granny grandma grandad grandpa grampa mum mummy mom mam dad daddy big
  little old young baby our cousin wujek ciocia babcia dziadek mama tata`.split(/\s+/),
)

/**
 * The names of these people in all their forms. What is also the name of somebody the reader knows (`open`) is none
 * of them; neither is a title, nor one letter among several parts.
 */
export function tellingNames(hidden: Names[], open: Names[]): Telling {
  const known = new Set(open.flatMap(({ name, alsoKnownAs = [] }) => [...knownBy(name), ...alsoKnownAs.map(asOne)]))
  const telling: Telling = { words: new Map(), rows: new Set() }
  for (const { name, alsoKnownAs = [] } of hidden) {
    for (const called of [name, ...alsoKnownAs]) {
      const parts = partsOf(called)
      const words = parts.flat()
      const rows = [words, ...parts].filter((row) => row.length > 1).map((row) => row.join(''))
      // "O'Brien" is written "O Brien" too.
      const apart = folded(called).text.includes("'") ? words : []
      for (const row of [...rows, ...apart]) if (!known.has(row)) telling.rows.add(row)
      for (const word of words) {
        const alone = words.length === 1
        if (!known.has(word) && (alone || (word.length > 1 && !KIN.has(word)))) addName(telling, word, known)
      }
      const last = words.at(-1) ?? ''
      // "Maria Young": a surname that is a word of kin besides is one where it has a capital.
      if (words.length > 1 && KIN.has(last) && !KIN.has(words[0] ?? '') && !known.has(last))
        telling.words.set(last, { form: last, sure: false })
      for (const given of givenInChinese(words)) if (!known.has(given)) addName(telling, given, known)
    }
  }
  return telling
}

/** Words that give something away; the "'s" at the end of the last may be missing. */
export function tellingGiveaways(phrases: string[]): Telling {
  const telling: Telling = { words: new Map(), rows: new Set() }
  for (const phrase of phrases) {
    const words = wordsIn(folded(phrase))
    const last = words.at(-1)
    for (const end of last ? [last.text, last.base ?? last.text] : []) {
      const row = [...words.slice(0, -1).map(({ text }) => text), end].join('')
      if (words.length > 1) telling.rows.add(row)
      else telling.words.set(row, { form: row, sure: true, own: true })
    }
  }
  return telling
}

function addName({ words }: Telling, word: string, known: Set<string>) {
  words.set(word, word.length > 1 ? { form: word, sure: true, own: true } : { form: word, sure: false })
  for (const form of [{ form: `${word}s`, sure: false }, ...polishForms(word)])
    if (!known.has(form.form) && !words.has(form.form)) words.set(form.form, form)
}

/** 小明 of 王小明: the given name stands behind a surname of one sign, or rarely two. */
const givenInChinese = (words: string[]) =>
  words.filter((word) => /^\p{Script=Han}{3,4}$/u.test(word)).map((word) => word.slice(-2))

/** The words of a name by its parts: "Anne-Marie Smith" has two parts, and the first has two words. */
function partsOf(name: string): string[][] {
  return folded(name)
    .text.split(' ')
    .map((part) => tellingParts(part).flatMap((one) => wordsIn({ text: one }).map(({ text }) => text)))
}

/** All that somebody may be called by who is known; Kowalski's wife is Kowalska, and he Kowalski. */
function knownBy(name: string): string[] {
  const parts = partsOf(name)
  const surnames = parts.flat().filter((word) => /(?:sk|ck|dzk)[ia]$/.test(word))
  return [
    asOne(name),
    ...parts.map((part) => part.join('')),
    ...parts.flat(),
    ...surnames.flatMap((word) => polishForms(word).map(({ form }) => form)),
  ]
}

const asOne = (name: string) => partsOf(name).flat().join('')
