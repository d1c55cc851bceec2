/** One page of the editor as its view draws it: what can be written on it, with what stands there. Pure. */
import type { Id } from '../case-file'
import { isBlank } from './finished'
import { type Control, controlOf, isNeeded, type KindName, kindNamed, kindOf, LINED } from './kinds'
import { blankIn } from './limits'
import { FILE, type Found, isItem, itemsIn, type Loose, PLAN } from './loose'
import { blocksOf, type Part } from './parts'
import { linesOfTimes } from './safe-times'
import type { Beside, Writing } from './writing'

/** What a field shows: words, whether it is ticked, or the handles that are pressed. */
export type ShownValue = string | boolean | string[]
export type ShownField = {
  key: string
  as: Control
  value: ShownValue
  /** A version cannot be without it. */
  needed?: true
  /** It is changed elsewhere. */
  fixed?: true
  beside: { id: string; words: string; by: string; at: string; theirs?: { by: string; at: string } }[]
}
export type ShownItem = {
  /** What it goes by outside the server. */
  id: string
  kind: KindName
  /** The key it stands under. */
  key: string
  fields: ShownField[]
  /** What stands behind a press, when it is open. */
  more?: ShownField[]
  /** What is said behind the press, in short: names of who is kept out, and so on. */
  said: { key: string; value: ShownValue }[]
  singles: ShownItem[]
  lists: ShownList[]
  /** It stands in a list, and has not been written yet where it is blank. */
  moves?: { blank?: true }
}
export type ShownList = { in: string; key: string; items: ShownItem[] }
export type ShownBlock = { one: ShownItem } | { list: ShownList } | { worries: ShownItem[]; whole?: true; in: string }

export type Showing = {
  handle: (id: Id) => string
  newId: () => Id
  /** The handle of what is open. */
  open?: string
  nameOf: (staffId: string) => string
  /** What is not the document's to say, by person and field. */
  fixed: (item: Id, field: string) => { value: ShownValue } | undefined
}

/** Lists whose things are written in one row, so that a blank one always waits at the end. */
const isPlain = (key: string) => {
  const kind = kindOf(key)
  return !!kind && (ROWS.has(key) || !(kindNamed(kind).singles || kindNamed(kind).lists))
}
/** Rows that hold more, once they are there; */
const ROWS = new Set(['people', 'meetings', 'stories', 'frames'])
/** and those of them where it stands behind the press until something is in it. */
const CLOSED = new Set(['people', 'meetings', 'frames'])

/** Of a part of the editor everything on it. */
export function shownPart(writing: Writing, part: Part, showing: Showing): ShownBlock[] {
  const items = itemsIn(writing.document)
  const at = (found: Found | undefined) => found && shownItem(writing, found, showing)
  return blocksOf[part].flatMap((block): ShownBlock[] => {
    if ('worries' in block) {
      const all = itemsOf(items.get(PLAN)?.item, 'worries').map((item) => {
        const whole = shownItem(writing, { item, in: PLAN, key: 'worries', siblings: [] }, showing)
        const has = ({ key }: { key: string }) => block.worries.includes(key)
        return {
          ...whole,
          fields: whole.fields.filter(has),
          singles: whole.singles.filter(has),
          lists: whole.lists.filter(has),
        }
      })
      return [{ worries: all, in: PLAN, ...(block.whole && { whole: block.whole }) }]
    }
    if ('list' in block) {
      const parent = items.get(block.in === 'file' ? FILE : PLAN)?.item
      return parent ? [{ list: shownList(writing, parent, block.list, showing) }] : []
    }
    const found =
      block.one === 'file' || block.one === 'plan'
        ? items.get(block.one === 'file' ? FILE : PLAN)
        : [...items.values()].find(({ key }) => key === block.one)
    const one = at(found)
    // The plan’s own page shows what it says of itself; the rest of it has pages.
    return one ? [{ one: block.one === 'plan' ? { ...one, singles: [], lists: [] } : one }] : []
  })
}

const itemsOf = (parent: Loose | undefined, key: string): Loose[] =>
  Array.isArray(parent?.[key]) ? (parent[key] as unknown[]).filter(isItem) : []

function shownList(writing: Writing, parent: Loose, key: string, showing: Showing): ShownList {
  const items = itemsOf(parent, key).map((item) =>
    shownItem(writing, { item, in: parent.id, key, siblings: [] }, showing),
  )
  const next = () => {
    const all = itemsIn(writing.document)
    const item = blankIn(all, key, parent.id, { id: showing.newId(), newId: showing.newId })
    const shown = shownItem(writing, { item, in: parent.id, key }, showing)
    return { ...shown, singles: [], lists: [], moves: { blank: true as const } }
  }
  return { in: showing.handle(parent.id), key, items: isPlain(key) ? [...items, next()] : items }
}

/** `of`: the key of what a single sentence stands in. */
function shownItem(writing: Writing, { item, key, siblings }: Found, showing: Showing, of?: string): ShownItem {
  const kind = kindOf(key) ?? 'text'
  const { fields, more = {}, singles = {}, lists = [], seen } = kindNamed(kind)
  const field = ([name, as]: [string, Control]): ShownField => ({
    ...{ key: name, as, value: valueFor(item[name], as, showing.handle) },
    beside: besideAt(writing, item.id, name, showing),
    ...(isNeeded(key, name, of) && { needed: true as const }),
    ...fixedAt(item.id, name, showing),
  })
  const id = showing.handle(item.id)
  const behind = Object.entries<Control>({ ...more, ...(seen && { hiddenFrom: 'readers', onlyFor: 'readers' }) }).map(
    field,
  )
  // Words that wait for a choice are never behind a press.
  const waits = behind.filter(({ beside }) => beside.length > 0)
  const isOpen = showing.open === id
  return {
    ...{ id, kind, key },
    fields: [...Object.entries<Control>(fields).map(field), ...(isOpen ? [] : waits)],
    ...(isOpen && { more: behind }),
    said: behind.filter(({ value }) => (Array.isArray(value) ? value.length > 0 : !!value)),
    singles: Object.keys(singles).flatMap((one) => {
      const inner = item[one]
      return isItem(inner) && (isOpen || !CLOSED.has(key) || !isBlank(inner))
        ? [shownItem(writing, { item: inner, in: item.id, key: one }, showing, key)]
        : []
    }),
    lists: lists
      .filter((one) => !CLOSED.has(key) || isOpen || itemsOf(item, one).length > 0)
      .map((one) => shownList(writing, item, one, showing)),
    ...(siblings && { moves: {} }),
  }
}

function fixedAt(item: Id, field: string, { fixed }: Showing) {
  const elsewhere = fixed(item, field)
  return elsewhere && { fixed: true as const, value: elsewhere.value }
}

const ONE_OF: Control[] = ['person', 'child', 'doer', 'rule']

/** Inside, people go by their ids; outside, by handles. */
export function valueFor(value: unknown, as: Control, handle: (id: Id) => string): ShownValue {
  if (as === 'yes') return value === true
  if (as === 'either') return value === true ? 'yes' : value === false ? 'no' : ''
  if (LINED.has(as)) return (linesOfTimes(value) ?? (Array.isArray(value) ? value : [])).join('\n')
  if (Array.isArray(value)) return value.map((one) => handle(String(one)))
  if (as === 'people' || as === 'children' || as === 'everyone' || as === 'readers')
    return typeof value === 'string' ? [handle(value)] : []
  if (value === undefined || value === null) return ''
  return ONE_OF.includes(as) ? handle(String(value)) : String(value)
}

function besideAt({ beside }: Writing, item: Id, field: string, showing: Showing): ShownField['beside'] {
  return beside.filter((one) => one.item === item && one.field === field).map((one) => shownBeside(one, showing))
}

/** Words beside the document, with whose they are. */
export function shownBeside({ id, words, by, at, theirs }: Beside, { nameOf }: Pick<Showing, 'nameOf'>) {
  const text = Array.isArray(words) ? words.join('\n') : String(words ?? '')
  return {
    ...{ id, words: text, by: nameOf(by), at },
    ...(theirs && { theirs: { by: nameOf(theirs.by), at: theirs.at } }),
  }
}

/** A value as it was typed or pressed, as the document has it. */
export function valueFrom(typed: string[], as: Control, id: (handle: string) => Id): unknown {
  const [first = ''] = typed
  if (as === 'yes') return typed.length > 0 && first !== '' ? true : undefined
  if (as === 'either') return first === 'yes' ? true : first === 'no' ? false : undefined
  if (LINED.has(as))
    return first
      .split(/\r\n?|\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
  if (as === 'people' || as === 'children' || as === 'everyone' || as === 'readers')
    return typed.filter((one) => one !== '').map(id)
  return ONE_OF.includes(as) ? id(first) : first.replace(/\r\n?/g, '\n')
}

export { controlOf }
