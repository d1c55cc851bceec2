import type { FamilyFile, Id } from '#app/domain/plan/case-file'
import type { Finding } from '#app/domain/plan/checks/finding'
import { checked, type Leak, type LeakCheck } from '#app/domain/plan/checks/leaks'
import { type Fault, type Path, pathText, valuesAt, wordsAt } from '#app/domain/plan/paths'
import { eachReader, type Reader, type Standing } from './each-reader'
import { caseIdOf } from './handles'

/** The keys of all that somebody would read, and what they must not learn from it. */
type Reading = { id: Id; reads: Set<string>; leaks: LeakCheck }
type Text = { path: Path; text: string; language: string }

/** What stands on a page about a person. A name may hold another: "Zoe's nan". */
const OF_PEOPLE = ['name', 'shownAs', 'firstName', 'relationship', 'addressAs', 'availability']

/**
 * What in a plan would tell one of its readers something kept from them, in any language: where it stands, the words
 * and who would read them. Empty when it may be published. `today` is the day in London; the document has no faults.
 */
export const leaksForReaders = (standing: Standing): Fault[] => leakFaults(standing.file, leaksIn(standing))

/** The same as findings; `readers` when they are at hand. */
export function leaksIn(standing: Standing, readers: Reader[] = eachReader(standing)): Finding[] {
  const { file } = standing
  const renamed = new Set(file.people.filter(({ shownAs }) => shownAs).map(({ id }) => id))
  const readings = readers.map((reader) => readingOf(file, renamed, reader))
  return [...textsByKey(file)].flatMap(([key, texts]) => {
    const item = itemIn(key)
    // What lies deeper within a part, a picture's description or the name of its file, goes with the part.
    const shownAs = key.split('.').length > 2 ? item : key
    const theirs = readings.filter(({ reads }) => reads.has(key) || reads.has(shownAs))
    return texts.flatMap((text) => found(item, text, theirs))
  })
}

function readingOf({ children, people }: FamilyFile, renamed: Set<Id>, { id, view, plan }: Reader): Reading {
  const ofPeople = [id, ...children.map((child) => child.id), ...[plan.worker, ...plan.people].map(caseIdOf)].flatMap(
    (one) =>
      [...OF_PEOPLE, ...notesOf(people, one)]
        .filter((field) => field !== 'name' || !renamed.has(one))
        .map((field) => `${one}.${field}`),
  )
  const shown = [...view.shown.keys()]
  // A frame's heading stands over its picture.
  const headings = shown.map((key) => key.replace(/picture$/, 'part'))
  return { id, leaks: view.leaks, reads: new Set([...shown, ...shown.map(itemIn), ...headings, ...ofPeople]) }
}

const itemIn = (key: string): Id => key.split('.', 1)[0] ?? key

/** What stands beside a person's other numbers. */
const notesOf = (people: FamilyFile['people'], id: Id | undefined) =>
  people.find((one) => one.id === id)?.otherPhones?.map((_, at) => `otherPhones.${at}.note`) ?? []

/** Every text a reader could meet, by the key it is shown under, with its translations of the words as they stand. */
function textsByKey(file: FamilyFile): Map<string, Text[]> {
  const texts = new Map<string, Text[]>()
  for (const { path, value } of [
    ...['people.*', 'children.*', 'plan.**'].flatMap((pattern) => [...valuesAt(file, pattern)]),
  ]) {
    for (const { value: id } of wordsAt(value, 'id')) {
      for (const inside of wordsInside(value, path))
        texts.set(keyOf(id, inside.path), [{ path: [...path, ...inside.path], text: inside.value, language: 'en' }])
    }
  }
  for (const [language, translations] of Object.entries(file.plan.translations ?? {}))
    for (const [key, { text, of }] of Object.entries(translations)) {
      const all = texts.get(key)
      if (all?.[0]?.text === of) all.push({ path: ['plan', 'translations', language, key, 'text'], text, language })
    }
  return texts
}

/** What is a part's own: its fields, and of the plan's parts what lies within them and is no part by itself. */
function wordsInside(value: unknown, [root]: Path): { path: Path; value: string }[] {
  const deeper = root === 'plan' ? valuesAt(value, '*').filter((one) => isWithinAPart(one.value)) : []
  return [
    ...wordsAt(value, '*'),
    ...wordsAt(value, 'otherPhones.*.note'),
    ...deeper.flatMap(({ path, value: inner }) =>
      wordsAt(inner, '*').map((one) => ({ ...one, path: [...path, ...one.path] })),
    ),
  ]
}

const isWithinAPart = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('id' in value)

/** As translations name it: an item's own text by its id, another of its fields beside. */
function keyOf(id: Id, path: Path): string {
  const field = path.join('.')
  return field === 'text' ? id : `${id}.${field}`
}

function found(item: Id, { path, text, language }: Text, readers: Reading[]): Finding[] {
  const once = checked(text)
  const ofSomebody = path[0] === 'people' || path[0] === 'children'
  const all = new Map<string, { leak: Leak; people: Id[] }>()
  for (const { id, leaks } of readers)
    for (const leak of leaks(once)) {
      if (leak.kind === 'script' && ofSomebody) continue
      const known = all.get(leak.found)
      if (known) known.people.push(id)
      else all.set(leak.found, { leak, people: [id] })
    }
  return [...all.values()].map(({ leak, people }) => ({
    ...{ kind: 'leak', item, path: pathText(path), people, found: leak.found },
    leak: { kind: leak.kind, text, language },
  }))
}

/** Leaks as faults of the document, each a sentence with the names of those who would read it. */
export function leakFaults({ people, children }: FamilyFile, leaks: Finding[]): Fault[] {
  const names = new Map([
    ...people.map(({ id, name }) => [id, name] as const),
    ...children.map(({ id, firstName }) => [id, firstName] as const),
  ])
  return leaks.flatMap(({ path, found = '', leak, people }) =>
    leak
      ? [
          {
            path,
            message: sentence(
              { kind: leak.kind, found },
              people.map((id) => names.get(id) ?? ''),
            ),
          },
        ]
      : [],
  )
}

const OPEN_TO_ALL = { phone: 'a phone number', email: 'an e-mail address', postcode: 'a postcode' }

function sentence({ kind, found }: Leak, names: string[]): string {
  const readers = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names[0]
  switch (kind) {
    case 'name':
    case 'giveaway':
      return `“${found}” would tell ${readers} what is kept from them. Write this without it.`
    case 'script':
      return `“${found}” is in letters in which not all that is kept from ${readers} is noted, so nobody can tell what it names. Add how the names and words are written there to what people are also known as and to the giveaways.`
    default:
      return `“${found}” is ${OPEN_TO_ALL[kind]}, and ${readers} would read it. Take it out.`
  }
}
