/** Two documents of a family held side by side for staff: each thing with its parts, and the words that differ marked. */
import type { FamilyFile, Id } from './case-file'
import { type ItemKind, itemTexts } from './item-text'
import { type Mark, marker } from './marks'

export type { Mark }
export type DifferenceKind = ItemKind | 'person' | 'child' | 'side' | 'family'
/** `called`: the sentence or name it is known by. */
export type Difference = {
  id: Id
  kind: DifferenceKind
  is: 'new' | 'gone' | 'changed'
  called: string
  fields: { field: Field; language?: string; marks: Mark[] }[]
}

/** The parts that have a name at the desk; any other goes by "other". How people are reached is no version's to say. */
const FIELDS = [
  ...([
    'text',
    'forChildren',
    'object',
    'means',
    'place',
    'howOften',
    'how',
    'kind',
    'part',
    'picture',
    'knows',
  ] as const),
  ...(['when', 'repeats', 'at', 'from', 'until', 'dueBy', 'by', 'except', 'minutes', 'reviewBy', 'level'] as const),
  ...(['person', 'who', 'backup', 'checkedBy', 'makesSure', 'child', 'children', 'order', 'rule', 'about'] as const),
  ...(['hiddenFrom', 'onlyFor', 'toldTo', 'byVoice', 'bottomLine', 'openToChildren', 'endsOpenToChildren'] as const),
  ...(['name', 'firstName', 'shownAs', 'alsoKnownAs', 'formerNames', 'relationship', 'addressAs', 'circle'] as const),
  ...(['notToBeTold', 'planView', 'numberFor', 'told', 'askedBy', 'availability', 'people', 'ownSignIn'] as const),
  ...(['familyName', 'status', 'worker', 'domesticAbuse', 'courtOrders', 'giveaways', 'translation', 'other'] as const),
  'readyForChildren' as const,
]
export type Field = (typeof FIELDS)[number]
const NOT_HERE = ['id', 'phone', 'landline', 'unsafePhones', 'noTexts', 'language', 'safeToText', 'reference', 'format']

type Thing = { kind: DifferenceKind; called: string; fields: Map<string, string> }

/** What differs from the older to the newer, in the newer's order, with what is gone at the end. `named`: who staff are. */
export function differences(older: FamilyFile, newer: FamilyFile, named: Map<Id, string>): Difference[] {
  // Both by the newer's names: a task is no other because the rule behind it has other words.
  const names = new Map([...named, ...namesIn(older), ...namesIn(newer)])
  const [was, is] = [thingsOf(older, names), thingsOf(newer, names)]
  const marked = marker()
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((id) => {
    const [before, now] = [was.get(id), is.get(id)]
    const thing = now ?? before
    if (!thing) return []
    const fields = [...new Set([...(now?.fields.keys() ?? []), ...(before?.fields.keys() ?? [])])]
      .filter((field) => before?.fields.get(field) !== now?.fields.get(field))
      .map((key) => {
        const [field, language] = key.split(':')
        const marks = marked(before?.fields.get(key) ?? '', now?.fields.get(key) ?? '')
        return { field: FIELDS.find((one) => one === field) ?? 'other', ...(language && { language }), marks }
      })
    if (fields.length === 0) return []
    return [{ id, kind: thing.kind, is: !before ? 'new' : !now ? 'gone' : 'changed', called: thing.called, fields }]
  })
}

/** Whether things that are in both stand in another order. */
export function isReordered(older: FamilyFile, newer: FamilyFile): boolean {
  const ids = (file: FamilyFile) => itemTexts(file).map(({ id }) => id)
  const both = (one: Id[], other: Set<Id>) => one.filter((id) => other.has(id)).join(' ')
  const [was, is] = [ids(older), ids(newer)]
  return both(was, new Set(is)) !== both(is, new Set(was))
}

/** What each thing and person is called by in a document. */
function namesIn(file: FamilyFile): [Id, string][] {
  return [
    ...itemTexts(file).map(({ id, text }): [Id, string] => [id, text]),
    ...file.people.map(({ id, name }): [Id, string] => [id, name]),
    ...file.children.map(({ id, firstName }): [Id, string] => [id, firstName]),
    ...(file.sides ?? []).map(({ id, name }): [Id, string] => [id, name]),
  ]
}

function thingsOf(file: FamilyFile, names: Map<Id, string>): Map<Id, Thing> {
  const { people, children, sides = [], plan, ...family } = file
  const texts = new Map(itemTexts(file).map((one) => [one.id, one]))
  const things = new Map<Id, Thing>()
  const put = (id: Id, kind: DifferenceKind, called: string, fields: object) => {
    const thing = things.get(id) ?? { kind, called, fields: new Map() }
    for (const [field, value] of Object.entries(fields))
      if (!NOT_HERE.includes(field) && value !== undefined)
        thing.fields.set(field, written(value, names).normalize('NFC'))
    things.set(id, thing)
  }
  const { worries, rules, triggers, commitments, safetyObjects, childContacts, meetings, story, ...rest } = plan
  const { translations = {}, scale, phases, endsWhen, contingency, ...dates } = rest
  put('', 'family', file.familyName, { ...family, ...dates, readyForChildren: story?.readyForChildren })
  for (const one of people) put(one.id, 'person', one.name, one)
  for (const one of children) put(one.id, 'child', one.firstName, one)
  for (const one of sides) put(one.id, 'side', one.name, one)
  const parts = [
    worries,
    scale,
    rules,
    triggers,
    commitments,
    safetyObjects,
    childContacts,
    phases,
    endsWhen,
    contingency,
  ]
  for (const item of itemsIn([...parts, meetings, story?.frames])) {
    const { kind = 'sign', text = '' } = texts.get(item.id) ?? {}
    put(item.id, kind, text || String(item.text ?? ''), alone(item))
  }
  for (const [language, words] of Object.entries(translations))
    for (const [key, { text, status }] of Object.entries(words)) {
      const [id = ''] = key.split('.')
      const thing = things.get(id)
      if (thing) put(id, thing.kind, thing.called, { [`translation:${language}:${key}`]: `${text} (${status})` })
    }
  return things
}

type Item = { id: Id } & Record<string, unknown>

/** Whatever has an id, however deep, outer before inner. */
function itemsIn(value: unknown): Item[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(itemsIn)
  return 'id' in value ? [value as Item, ...inner] : inner
}

/** A thing without the things in it, which stand by themselves. */
const alone = (item: Item) =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => itemsIn(value).length === 0))

/** A value as staff read it: people and things by name. */
function written(value: unknown, names: Map<Id, string>): string {
  if (Array.isArray(value)) return value.map((one) => written(one, names)).join(', ')
  if (typeof value === 'object' && value !== null)
    return Object.values(value)
      .map((one) => written(one, names))
      .join(', ')
  return value === true ? '✓' : (names.get(String(value)) ?? String(value))
}
