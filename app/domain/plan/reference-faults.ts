/** Every id a case file uses must be the id of something in it, and of the right kind of thing. */
import { type Fault, type Path, pathText, valuesAt, wordsAt } from './paths'
import { given, type Kind, nouns, used } from './references'

/** Words that stand where an id may stand, so no id may be one of them. */
const reserved = used.flatMap(({ or }) => or ?? [])

/** Ids given twice, and ids used that are nothing, or not what is meant there. `staff` are the ids of the staff the portal knows. */
export function referenceFaults(json: unknown, staff: string[]): Fault[] {
  const known = new Map<string, Set<string>>()
  for (const [kind, pattern] of Object.entries(given))
    known.set(kind, new Set(wordsAt(json, pattern).map(({ value }) => value)))
  known.set('staff', new Set(staff))
  const dangling = used.flatMap(({ kinds, or = [], at }) =>
    at
      .flatMap((pattern) => wordsAt(json, pattern))
      .filter(({ value }) => !or.includes(value) && !kinds.some((kind) => known.get(kind)?.has(value)))
      .map(({ path, value }) => ({
        path: pathText(path),
        message: `${whatItIs(value, known, kinds)} ${useInstead(kinds, or)}`,
      })),
  )
  return [...givenTwice(json), ...dangling, ...noStory(json), ...untranslatable(json)]
}

function whatItIs(id: string, known: Map<string, Set<string>>, wanted: Kind[]): string {
  const kind = [...known].find(([, ids]) => ids.has(id))?.[0]
  if (kind) return `“${id}” is ${nouns[kind as Kind]}.`
  return `“${id}” is ${wanted.includes('person') || wanted.includes('child') ? 'nobody' : 'nothing'} in this file.`
}

function useInstead(kinds: Kind[], or: string[]): string {
  const last = (words: string[]) => words.join(', ').replace(/, ([^,]*)$/, ' or $1')
  const [first = '', ...more] = kinds.map((kind) => nouns[kind])
  const instead = or.length > 0 ? `, or ${last(or.map((word) => `“${word}”`))}` : ''
  return `Use the id of ${last([first, ...more.map((noun) => noun.replace(/^an? /, ''))])}${instead}.`
}

function givenTwice(json: unknown): Fault[] {
  const first = new Map<string, Path>()
  return wordsAt(json, '**.id').flatMap(({ path, value }) => {
    const before = first.get(value)
    if (!before) first.set(value, path)
    if (reserved.includes(value))
      return [{ path: pathText(path), message: `“${value}” has a meaning of its own. Use another id.` }]
    if (!before) return []
    return [
      {
        path: pathText(path),
        message: `“${value}” is the id at ${pathText(before)} already. Give one of the two another id.`,
      },
    ]
  })
}

function noStory(json: unknown): Fault[] {
  if (valuesAt(json, 'plan.story').length > 0) return []
  return wordsAt(json, 'said.approvals.*.about')
    .filter(({ value }) => value === 'story')
    .map(({ path }) => ({
      path: pathText(path),
      message: 'There is no story in this plan. Add it, or take this entry out.',
    }))
}

/** Each translation is of the words of one part or person: "B-C1" means its text, "B-C1.when" another sentence of it. */
function untranslatable(json: unknown): Fault[] {
  const parts = new Map<string, [string, unknown][]>()
  for (const pattern of ['people.*', 'children.*', 'plan.**'])
    for (const { value } of valuesAt(json, pattern))
      for (const { value: id } of wordsAt(value, 'id')) parts.set(id, Object.entries(value as object))
  return valuesAt(json, 'plan.translations.*.*').flatMap(({ path }) => {
    const key = String(path.at(-1))
    const [id = '', field = 'text'] = key.split(/\.(.*)/)
    const fault = (message: string) => [{ path: pathText(path), message }]
    const part = parts.get(id)
    if (!part) return fault(`“${id}” is nothing in this file. Use the id of a part of the plan or of a person.`)
    if (part.some(([name, value]) => name === field && name !== 'id' && typeof value === 'string')) return []
    return fault(`“${id}” has no “${field}” to translate. Name words it has, like “${id}.when” or “${id}.place”.`)
  })
}
