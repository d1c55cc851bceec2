import type { FamilyFile, Id } from '#app/domain/plan/case-file'
import { checked, type Leak, type LeakCheck } from '#app/domain/plan/checks/leaks'
import { type Fault, type Path, pathText, valuesAt, wordsAt } from '#app/domain/plan/paths'
import { eyesOf } from './eyes'
import { caseIdOf } from './handles'
import type { Situation } from './situation'
import { viewing } from './viewing'
import { composed } from './who-sees-what'

/** Somebody with a view of the plan, the keys of all they would read, and what they must not learn from it. */
type Reader = { name: string; reads: Set<string>; leaks: LeakCheck }
type Text = { path: Path; text: string }

/** What stands on a page about a person. A name may hold another: "Zoe's nan". */
const OF_PEOPLE = ['name', 'shownAs', 'firstName', 'relationship', 'addressAs', 'availability']

/**
 * What in a plan would tell one of its readers something kept from them, in any language: where it stands, the words
 * and who would read them. Empty when it may be published. `today` is the day in London; the document has no faults.
 */
export function leaksForReaders({
  file,
  narrowings,
  today,
}: Pick<Situation, 'file' | 'narrowings' | 'today'>): Fault[] {
  const readers = readersOf({ file, narrowings, today })
  return [...textsByKey(file)].flatMap(([key, texts]) => {
    const theirs = readers.filter(({ reads }) => reads.has(key))
    return texts.flatMap(({ path, text }) => faultsAt(path, text, theirs))
  })
}

function readersOf({ file, narrowings, today }: Pick<Situation, 'file' | 'narrowings' | 'today'>): Reader[] {
  const situation: Situation = {
    ...{ file, narrowings, today, said: [], joined: [], staff: {}, worker: file.worker, language: 'en' },
    ...{ planId: 'plan', publicId: (id) => id },
  }
  const everyone = [...file.people, ...file.children.map(({ id, firstName }) => ({ id, name: firstName }))]
  const renamed = new Set(file.people.filter(({ shownAs }) => shownAs).map(({ id }) => id))
  return everyone.flatMap(({ id, name }) => {
    const eyes = eyesOf(situation, id)
    if (!eyes) return []
    const view = viewing(situation, eyes)
    const { people, worker } = composed(view)
    const children = file.children.map((child) => child.id)
    const ofPeople = [id, ...children, ...[worker, ...people].map(caseIdOf)].flatMap((one) =>
      OF_PEOPLE.filter((field) => field !== 'name' || !renamed.has(one)).map((field) => `${one}.${field}`),
    )
    const shown = [...view.shown.keys()]
    // A frame's heading stands over its picture; whoever saves the picture reads what its file is called.
    const besidePicture = shown.flatMap((key) =>
      key.endsWith('.picture') ? ['part', 'image.file'].map((field) => key.replace(/picture$/, field)) : [],
    )
    return [{ name, leaks: view.leaks, reads: new Set([...shown, ...besidePicture, ...ofPeople]) }]
  })
}

/** Every text a reader could meet, by the key it is shown under, with its translations of the words as they stand. */
function textsByKey(file: FamilyFile): Map<string, Text[]> {
  const texts = new Map<string, Text[]>()
  for (const { path, value } of [
    ...['people.*', 'children.*', 'plan.**'].flatMap((pattern) => [...valuesAt(file, pattern)]),
  ]) {
    for (const { value: id } of wordsAt(value, 'id')) {
      for (const inside of [...wordsAt(value, '*'), ...wordsAt(value, 'image.file')])
        texts.set(keyOf(id, inside.path), [{ path: [...path, ...inside.path], text: inside.value }])
    }
  }
  for (const [language, translations] of Object.entries(file.plan.translations ?? {}))
    for (const [key, { text, of }] of Object.entries(translations)) {
      const all = texts.get(key)
      if (all?.[0]?.text === of) all.push({ path: ['plan', 'translations', language, key, 'text'], text })
    }
  return texts
}

/** As translations name it: an item's own text by its id, another of its fields beside. */
function keyOf(id: Id, path: Path): string {
  const field = path.join('.')
  return field === 'text' ? id : `${id}.${field}`
}

function faultsAt(path: Path, text: string, readers: Reader[]): Fault[] {
  const once = checked(text)
  const ofSomebody = path[0] === 'people' || path[0] === 'children'
  const found = new Map<string, { leak: Leak; names: string[] }>()
  for (const { name, leaks } of readers)
    for (const leak of leaks(once)) {
      if (leak.kind === 'script' && ofSomebody) continue
      const known = found.get(leak.found)
      if (known) known.names.push(name)
      else found.set(leak.found, { leak, names: [name] })
    }
  return [...found.values()].map(({ leak, names }) => ({ path: pathText(path), message: sentence(leak, names) }))
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
