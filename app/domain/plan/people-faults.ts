/** What must hold between the people of a case file: one number one person, and nobody let in by mistake. */
import { type Fault, type Path, pathText, valuesAt, wordsAt } from './paths'

type WrittenPerson = {
  path: Path
  id: string
  key: (name: string) => unknown
  list: (name: string) => { path: Path; value: string }[]
}

/** `staff` are the ids of the staff the portal knows. */
export function peopleFaults(json: unknown, { staff }: { staff: string[] }): Fault[] {
  const people = everyone(json, 'people.*')
  const children = everyone(json, 'children.*')
  const expand = sidesOf(json)
  return [
    ...notStaff(json, staff),
    ...namedLikeStaff(people, children, staff),
    ...sameNumber(json),
    ...people
      .filter(({ key }) => key('kind') === 'professional' && key('circle') !== undefined)
      .map(circleOfProfessional),
    ...hiddenFromThemselves(people, expand),
    ...seesTooMuch(json, people),
    ...bothOnlyForAndHidden(json, expand),
    ...twoSignsForOne(json),
  ]
}

function everyone(json: unknown, pattern: string): WrittenPerson[] {
  return valuesAt(json, pattern).flatMap(({ path, value }) =>
    wordsAt(value, 'id').map(({ value: id }) => ({
      path,
      id,
      key: (name: string) => valuesAt(value, name)[0]?.value,
      list: (name: string) =>
        wordsAt(value, `${name}.*`).map((found) => ({ ...found, path: [...path, ...found.path] })),
    })),
  )
}

/** The people an id stands for: a side stands for all of its people. */
function sidesOf(json: unknown): (id: string) => string[] {
  const sides = new Map(
    everyone(json, 'sides.*').map((side) => [side.id, side.list('people').map(({ value }) => value)]),
  )
  return (id) => sides.get(id) ?? [id]
}

function notStaff(json: unknown, staff: string[]): Fault[] {
  return wordsAt(json, 'worker')
    .filter(({ value }) => !staff.includes(value))
    .map(({ path, value }) => ({
      path: pathText(path),
      message: `“${value}” is no member of staff here. Add them first, or name one who is.`,
    }))
}

/** What a member of staff writes is theirs by id; a neighbour of the same id would be taken for its author. */
function namedLikeStaff(people: WrittenPerson[], children: WrittenPerson[], staff: string[]): Fault[] {
  return [...people.filter(({ key }) => key('kind') !== 'professional'), ...children]
    .filter(({ id }) => staff.includes(id))
    .map(({ path, id }) => ({
      path: pathText([...path, 'id']),
      message: `“${id}” is the id of a member of staff. Give this person another.`,
    }))
}

function sameNumber(json: unknown): Fault[] {
  const first = new Map<string, unknown>()
  const all = ['people.*.phone', 'people.*.otherPhones.*.number', 'children.*.phone'].flatMap((at) => wordsAt(json, at))
  return all.flatMap(({ path, value: number }) => {
    const before = first.get(number)
    const whose = valuesAt(json, path.slice(0, 2).join('.'))[0]?.value
    if (before === undefined) first.set(number, Object(whose).id)
    const message = `“${before}” has this number already. Within a family one number is one person.`
    return before === undefined ? [] : [{ path: pathText(path), message }]
  })
}

function circleOfProfessional({ path, id }: WrittenPerson): Fault {
  return {
    path: pathText([...path, 'circle']),
    message: `“${id}” is a professional, and circles are for family and friends. Take the circle out.`,
  }
}

function hiddenFromThemselves(people: WrittenPerson[], expand: (id: string) => string[]): Fault[] {
  return people.flatMap(({ id, list }) =>
    list('hiddenFrom')
      .filter(({ value }) => expand(value).includes(id))
      .map(({ path }) => ({
        path: pathText(path),
        message: `“${id}” would be hidden from “${id}”. Name others here.`,
      })),
  )
}

/** Why somebody may see own items and nothing else: an order is against them, or somebody is hidden from them. */
export type OwnItemsFor = { order: true } | { hidden: string }

/**
 * Who is under an order, or will be, or was until it ended without a decision, or must not learn of someone, and yet may
 * see more than their own items. Takes a document that is being written as well.
 */
export function oweOwnItems(json: unknown): Map<string, OwnItemsFor> {
  const people = everyone(json, 'people.*')
  const expand = sidesOf(json)
  const why = new Map<string, OwnItemsFor>()
  // Each side is opened once, however often it is named.
  const hidden = new Map(people.flatMap(({ id, list }) => list('hiddenFrom').map(({ value }) => [value, id] as const)))
  for (const [from, id] of hidden) for (const viewer of expand(from)) why.set(viewer, { hidden: id })
  // One that begins later counts as well: nobody looks at the plan again on that day.
  // So does one whose last day has passed: only taking it out of the plan opens anything.
  const against = ['courtOrders.*.against', 'courtOrders.*.against.*'].flatMap((at) => wordsAt(json, at))
  for (const { value: id } of against) for (const one of expand(id)) why.set(one, { order: true })
  const owing = people.filter(({ key }) => key('planView') !== 'own-items').map(({ id }) => id)
  return new Map([...why].filter(([id]) => owing.includes(id)))
}

function seesTooMuch(json: unknown, people: WrittenPerson[]): Fault[] {
  const owed = oweOwnItems(json)
  return people.flatMap(({ path, id }) => {
    const why = owed.get(id)
    if (!why) return []
    const said = 'order' in why ? `“${id}” is under a court order` : `“${why.hidden}” is hidden from “${id}”`
    return [{ path: pathText([...path, 'planView']), message: `${said}. Give “${id}” "planView": "own-items".` }]
  })
}

/** Nobody could tell which of the two they would read. */
function twoSignsForOne(json: unknown): Fault[] {
  return valuesAt(json, 'plan.triggers.*').flatMap(({ path: at, value: trigger }) => {
    const before = new Set<string>()
    return wordsAt(trigger, 'forYou.*.who').flatMap(({ path, value: who }) => {
      const message = `“${who}” has words of their own for this sign already. Take one of the two out.`
      return before.size === before.add(who).size ? [{ path: pathText([...at, ...path]), message }] : []
    })
  })
}

function bothOnlyForAndHidden(json: unknown, expand: (id: string) => string[]): Fault[] {
  return valuesAt(json, '**.onlyFor').flatMap(({ path: at, value: onlyFor }) => {
    const path = at.slice(0, -1)
    const item = path.reduce<unknown>((holder, step) => Object(holder)[step], json)
    const named = new Set(wordsAt(item, 'hiddenFrom.*').map(({ value }) => value))
    const hidden = new Set([...named].flatMap(expand))
    const also = new Map<string, boolean>()
    const isHidden = (id: string) => {
      const known = also.get(id) ?? expand(id).some((one) => hidden.has(one))
      also.set(id, known)
      return known
    }
    return wordsAt({ onlyFor }, 'onlyFor.*')
      .filter(({ value: id }) => isHidden(id))
      .map((found) => ({
        path: pathText([...path, ...found.path]),
        message: `This is hidden from “${found.value}” as well. Take the name out of "onlyFor" or of "hiddenFrom".`,
      }))
  })
}
