/** What is wrong in a draft, as its form can say it: no key, no id, no sign of how a file is written. */
import type { FamilyFile, Id } from '../case-file'
import { isDate, isLocalTime } from '../dates'
import { type OwnItemsFor, oweOwnItems } from '../people-faults'
import { isPhone } from '../phone'
import { isBlank } from './finished'
import { type Control, controlOf, RAW } from './kinds'
import { isItem, type Loose } from './loose'

/** `who` are ids. `other`: only the file’s own sentence says it. */
export type FaultSaid = {
  is:
    | 'order'
    | 'hidden'
    | 'missing'
    | 'nobody'
    | 'nothing'
    | 'gone'
    | 'themselves'
    | 'both'
    | 'twice'
    | 'number-twice'
    | 'professional'
    | 'day'
    | 'earlier'
    | 'number'
    | 'phone'
    | 'times'
    | 'email'
    | 'comes'
    | 'round'
    | 'long'
    | 'other'
  who?: Id[]
}

/**
 * Where a fault is: the things it stands in, from the outside, by number where they stand in a list; whose field it is,
 * and which. Ids are the draft’s own, in which everything has one.
 */
export type FaultPlace = {
  within: { key: string; number?: number; id: Id }[]
  owner: Loose
  under: string
  field?: string
}

/** Reads a fault’s path in the draft it was made of. */
export function faultPlace(document: Loose, path: string): FaultPlace {
  const within: FaultPlace['within'] = []
  let [owner, under] = [document, '']
  let field: string | undefined
  const enter = (item: Loose, number?: number) => {
    if (field !== 'plan') within.push({ key: field ?? '', id: item.id, ...(number && { number }) })
    ;[owner, under, field] = [item, field ?? '', undefined]
  }
  for (const [, key, index] of path.matchAll(/\.(\w+)|\[(\d+)\]/g)) {
    const there = field === undefined ? undefined : owner[field]
    if (index !== undefined) {
      // What nobody wrote in is in no file.
      const all = Array.isArray(there) ? there.filter(isItem).filter((one) => !isBlank(one)) : []
      const item = all[Number(index)]
      if (item) enter(item, Number(index) + 1)
    } else {
      if (isItem(there) && field !== undefined && !RAW.has(field)) enter(there)
      field = field !== undefined && RAW.has(field) ? field : key
    }
  }
  return { within, owner, under, ...(field !== undefined && { field }) }
}

/** What is wrong there, by what stands in the field and how it is written. */
export function faultSaid(file: FamilyFile, path: string, { owner, under, field }: FaultPlace): FaultSaid {
  if (field === 'planView') return ownItems(oweOwnItems(file).get(owner.id))
  const value = valueAt(file, path)
  const control = field === undefined ? undefined : controlOf(under, field)
  if (value === undefined) return { is: 'missing' }
  if (Array.isArray(value) && value.length === 0) return { is: control ? 'nobody' : 'nothing' }
  if (typeof value === 'string' && value.length > 5000) return { is: 'long' }
  if (field === 'circle') return { is: 'professional' }
  if (field === 'dueBy' && owner.repeats) return { is: 'round' }
  return control ? byControl(file, control, { value, field, owner: owner.id }) : { is: 'other' }
}

const ownItems = (why: OwnItemsFor | undefined): FaultSaid =>
  why && 'hidden' in why ? { is: 'hidden', who: [why.hidden] } : { is: 'order' }

type There = { value: unknown; field?: string; owner?: Id }

function byControl(file: FamilyFile, control: Control, { value, field, owner }: There): FaultSaid {
  const words = String(value)
  switch (control) {
    case 'date':
    case 'month':
    case 'moment':
      return { is: isDate(words) || isLocalTime(words) ? 'earlier' : 'day' }
    case 'lines':
      return { is: field === 'except' ? 'day' : 'other' }
    case 'number':
      return { is: 'number' }
    case 'phone':
    case 'phones':
      return isPhone(words) ? { is: 'number-twice', who: sharing(file, words) } : { is: 'phone' }
    case 'times':
      return { is: 'times' }
    case 'repeats':
      return { is: 'comes' }
    case 'people':
    case 'children':
    case 'everyone':
    case 'readers':
    case 'person':
    case 'child':
    case 'doer':
    case 'rule':
      return byName(file, { value, field, owner })
    default:
      return { is: field === 'email' ? 'email' : 'other' }
  }
}

function byName({ people, children, sides = [], plan }: FamilyFile, { value, field, owner }: There): FaultSaid {
  const id = String(value)
  const isThere = [...people, ...children, ...sides, ...plan.rules].some((one) => one.id === id)
  if (!isThere) return { is: 'gone' }
  if (field === 'onlyFor') return { is: 'both', who: [id] }
  if (field === 'hiddenFrom' && people.some((one) => one.id === owner)) return { is: 'themselves' }
  return field === 'who' || field === 'child' ? { is: 'twice', who: [id] } : { is: 'gone' }
}

const sharing = ({ people, children }: FamilyFile, phone: string): Id[] =>
  [...people, ...children]
    .filter(
      (one) =>
        one.phone === phone || ('otherPhones' in one && one.otherPhones?.some((other) => other.number === phone)),
    )
    .map(({ id }) => id)

function valueAt(file: FamilyFile, path: string): unknown {
  let at: unknown = file
  for (const [, key, index] of path.matchAll(/\.(\w+)|\[(\d+)\]/g))
    at =
      index !== undefined ? (Array.isArray(at) ? at[Number(index)] : undefined) : isItem(at) ? at[key ?? ''] : undefined
  return at
}
