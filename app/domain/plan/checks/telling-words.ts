import { isTitle, withoutTitles } from '../names'
import { isEveryday } from './everyday-words'
import { folded } from './folding'
import { type NameForm, polishForms } from './polish-forms'
import { wordsIn } from './words'

/** What to look for in folded texts: words by themselves, and rows of words, which may also be written as one. */
export type Telling = {
  words: Map<string, NameForm>
  rows: Set<string>
  /** Whom the reader knows by a surname that is a hidden first name: "Danny Kelly" and "Mr Kelly" tell nothing. */
  open: { rows: Set<string>; surnames: Set<string> }
}

/** A name and what else the person is called. */
export type Names = { name: string; alsoKnownAs?: string[] }

/** "Uncle Bob" is told by "Bob", and not by "uncle". */
const KIN = new Set(
  `uncle aunt aunty auntie nan nana nanny gran granny grandma grandad grandpa grampa mum mummy mom mam dad daddy big
  little old young baby our great cousin wujek ciocia babcia dziadek mama tata`.split(/\s+/),
)

const nothing = (): Telling => ({ words: new Map(), rows: new Set(), open: { rows: new Set(), surnames: new Set() } })

/**
 * The names of these people in all their forms. What is also the name of somebody the reader knows (`open`) is none
 * of them: a first name where theirs is a first name, a surname where it is either. Neither is a title, nor one letter
 * among several parts.
 */
export function tellingNames(hidden: Names[], open: Names[]): Telling {
  const known = knownNames(open)
  const telling = nothing()
  for (const { name, alsoKnownAs = [] } of hidden)
    for (const called of [name, ...alsoKnownAs]) {
      addCalled(telling, called, known)
      // Written another way it is still the name; what only looks like one is no find.
      for (const spelt of otherSpellings(called))
        for (const word of partsOf(spelt).flat())
          if (word.length > 3 && !known.any.has(word) && !KIN.has(word)) addForms(telling, word, known)
    }
  for (const { name } of open) {
    const parts = partsOf(name)
    const last = parts.at(-1)?.join('') ?? ''
    if (!telling.words.has(last) || known.given.has(last)) continue
    telling.open.surnames.add(last)
    if (parts.length > 1) telling.open.rows.add(parts.flat().join(''))
  }
  return telling
}

/** Words that give something away; the "'s" or "s" at the end of the last may be missing, or one too many. */
export function tellingGiveaways(phrases: string[]): Telling {
  const telling = nothing()
  for (const phrase of phrases.flatMap((one) => [one, ...otherSpellings(one)])) {
    const words = wordsIn(folded(phrase))
    const last = words.at(-1)
    for (const end of last ? [last.text, last.base ?? last.text, `${last.text}s`] : []) {
      const row = [...words.slice(0, -1).map(({ text }) => text), end].join('')
      if (words.length === 1) telling.words.set(row, { form: row, sure: true, own: true })
      // "7B" is written "7 b".
      if (words.length > 1 || /\p{N}/u.test(row)) telling.rows.add(row)
    }
  }
  return telling
}

function addCalled(telling: Telling, called: string, known: Known) {
  const parts = partsOf(called)
  const words = parts.flat()
  const surname = surnameIn(called)
  const rows = [words, ...parts].filter((row) => row.length > 1).map((row) => row.join(''))
  // "O'Brien" is written "O Brien" too.
  const apart = withoutTitles(called)
    .map((part) => folded(part))
    .filter(({ text }) => text.includes("'"))
    .flatMap((part) => wordsIn(part).map(({ text }) => text))
  for (const row of [...rows, ...apart]) if (!known.any.has(row)) telling.rows.add(row)
  const isOpen = (word: string) => (surname.includes(word) ? known.any : known.given).has(word)
  for (const word of words) {
    if (isOpen(word)) continue
    if (words.length === 1 || (word.length > 1 && !KIN.has(word))) addName(telling, word, known)
  }
  // "Maria Young": a surname that is a word of kin besides is one where it has a capital.
  for (const word of surname) {
    if (KIN.has(word) && words.length > 1 && !KIN.has(words[0] ?? '') && !isOpen(word))
      telling.words.set(word, { form: word, sure: false })
  }
  for (const given of givenBehindSurname(words)) if (!known.any.has(given)) addName(telling, given, known)
}

function addName(telling: Telling, word: string, known: Known) {
  const everyday = isEveryday(word) ? { everyday: true as const } : {}
  telling.words.set(word, {
    form: word,
    ...(word.length > 1 ? { sure: true, own: true, ...everyday } : { sure: false }),
  })
  addForms(telling, word, known)
}

function addForms({ words }: Telling, word: string, known: Known) {
  const forms = [
    { form: word, sure: true },
    { form: `${word}s`, sure: false },
    ...polishForms(word),
    ...withPrefix(word),
  ]
  for (const form of forms) if (!known.any.has(form.form) && !words.has(form.form)) words.set(form.form, form)
}

/** Arabic writes "and", "in", "for" and "so" onto the name. */
const withPrefix = (word: string): NameForm[] =>
  /^\p{Script=Arabic}{3,}$/u.test(word) ? [...'وبلف'].map((prefix) => ({ form: prefix + word, sure: true })) : []

/**
 * ä, ö, ü, ø and å written with two letters, and two letters where others write one: Müller, Mueller. Polish changes a
 * letter before an ending: Gołąb, Gołębia; Kozioł, Kozła.
 */
function otherSpellings(written: string): string[] {
  const plain = written.normalize('NFC')
  const TWO: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' }
  return [
    plain.replace(/[äöüøå]/giu, (letter) => TWO[letter.toLowerCase()] ?? letter),
    plain.replace(/([aou])e(?=\p{L}{2})|(a)a(?=\p{L})/giu, '$1$2'),
    plain.replace(/ą(?=\p{L}\b|\p{L}$)/giu, 'ę'),
    plain.replace(/ioł$/iu, 'ł'),
  ].filter((spelt) => spelt !== plain)
}

/** 小明 of 王小明, 민수 of 김민수: the given name stands behind a surname of one sign, or rarely two. */
const givenBehindSurname = (words: string[]) =>
  words
    .map((word) => word.normalize('NFC'))
    .filter((word) => /^(?:\p{Script=Han}{3,4}|\p{Script=Hangul}{3,4})$/u.test(word))
    .map((word) => folded(word.slice(-2)).text)

/** The words of a name by its parts: "Anne-Marie Smith" has two parts, and the first has two words. */
function partsOf(name: string): string[][] {
  return withoutTitles(name)
    .map((part) => wordsIn(folded(part)).map(({ text }) => text))
    .filter((words) => words.length > 0)
}

/** The words of the surname: of the last of several parts, and of what stands behind a title alone. */
function surnameIn(name: string): string[] {
  const parts = partsOf(name)
  return parts.length > 1 || isTitle(name.trim().split(/\s+/)[0]) ? (parts.at(-1) ?? []) : []
}

/** What people the reader knows are called: first names, and anything else. */
type Known = { given: Set<string>; any: Set<string> }

function knownNames(open: Names[]): Known {
  const known: Known = { given: new Set(), any: new Set() }
  for (const { name, alsoKnownAs = [] } of open) {
    for (const word of knownBy(name)) known.any.add(word)
    for (const called of [name, ...alsoKnownAs]) {
      const surname = surnameIn(called)
      known.any.add(asOne(called))
      for (const word of [asOne(called), ...partsOf(called).flat()]) if (!surname.includes(word)) known.given.add(word)
    }
  }
  return known
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
