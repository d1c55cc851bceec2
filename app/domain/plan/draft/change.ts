/**
 * One change of a draft, pure. A change of words counts for what its writer had read of that field: where somebody else
 * has written since, theirs stay and the new ones are kept beside them. No text is ever lost by it.
 */
import type { Id } from '../case-file'
import { controlOf, kindNamed, kindOf, LINED, PRESSED } from './kinds'
import { blankIn, limitedBySide } from './limits'
import { type Found, idsWithin, isItem, itemsIn, type Loose } from './loose'
import { idsOf, isNothing, merged, same } from './same'
import type { Change, Outcome, Step, Writing } from './writing'

export type Changing = {
  by: string
  /** ISO, UTC. */
  at: string
  newId: () => Id
  /** Whether somebody else changed one of these since its writer last looked. */
  touched: (ids: Id[]) => boolean
  /** Who wrote what stands in this field. */
  writerOf: (item: Id, field: string) => { by: string; at: string } | undefined
}

type Changed = { outcome: Outcome; steps: Step[] }

/** Does one change to the writing, in place. */
export function change(writing: Writing, one: Change, who: Changing): Changed {
  switch (one.do) {
    case 'set':
      return set(writing, one, who)
    case 'add':
      return add(writing, one, who)
    case 'remove':
      return remove(writing, one, who)
    case 'restore':
      return restore(writing, one)
    case 'move':
      return move(writing, one)
    case 'use':
    case 'reword':
    case 'drop':
      return beside(writing, one, who)
    case 'paste':
      writing.leftOver.push(...one.lines.map((text) => ({ id: who.newId(), text })))
      return { outcome: { id: one.id, is: 'taken' }, steps: [step('', { after: one.lines, became: 'beside' })] }
    case 'throw': {
      const thrown = writing.leftOver.find(({ id }) => id === one.leftOver)
      writing.leftOver = writing.leftOver.filter((line) => line !== thrown)
      return thrown ? taken(one.id, step(one.leftOver, { before: thrown.text })) : nothing(one.id)
    }
  }
}

const step = (itemId: Id, rest: Partial<Step> = {}): Step => ({ itemId, became: 'taken', ...rest })
const taken = (id: string, ...steps: Step[]): Changed => ({ outcome: { id, is: 'taken' }, steps })
const nothing = (id: string, is: Outcome['is'] = 'same'): Changed => ({ outcome: { id, is }, steps: [] })

type Of<Do extends Change['do']> = Extract<Change, { do: Do }>

function set(writing: Writing, { id, item, field, from, to }: Of<'set'>, who: Changing): Changed {
  const found = itemsIn(writing.document).get(item)
  if (!found) {
    const gone = goneItem(writing, item)
    if (gone ? same(gone.item[field], to) : isNothing(to)) return nothing(id)
    const control = gone && controlOf(gone.key, field)
    // A press on what is not there any more has no words to keep.
    if (typeof to !== 'string' && !(control && LINED.has(control))) return nothing(id, 'changed')
    return keptBeside(writing, { id, item, field, from, to }, who)
  }
  const control = controlOf(found.key, field)
  if (!control) return nothing(id, 'unknown')
  const now = found.item[field]
  if (same(now, to, control)) return { outcome: { id, is: 'same', now }, steps: [] }
  const next = PRESSED.has(control) && !same(now, from) ? merged(idsOf(now), idsOf(from), idsOf(to)) : to
  if (!same(now, from, control) && !PRESSED.has(control))
    return keptBeside(writing, { id, item, field, from, to, now }, who)
  if (same(now, next, control)) return { outcome: { id, is: 'same', now }, steps: [] }
  put(found, field, next)
  const steps = [step(item, { field, before: now, after: next })]
  // Whoever is put on a side takes its limits; taken off it, they keep them until somebody says otherwise.
  if (found.key === 'sides' && field === 'people')
    for (const one of limitedBySide(itemsIn(writing.document), found.item, idsOf(now))) {
      one.planView = 'own-items'
      steps.push(step(one.id, { field: 'planView', after: one.planView }))
    }
  return { outcome: { id, is: 'taken', now: next }, steps }
}

/** To name nobody is something only where that is said: an `onlyFor` without a name would shut a thing to all. */
function put({ item, key }: Pick<Found, 'item' | 'key'>, field: string, value: unknown) {
  const kind = kindOf(key)
  const stays = field === 'numberFor' || (kind && Object.hasOwn(kindNamed(kind).starts ?? {}, field))
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0 && !stays))
    delete item[field]
  else item[field] = value
}

type Words = { id: string; item: Id; field: string; from: unknown; to: unknown; now?: unknown }

function keptBeside(writing: Writing, { id, item, field, from, to, now }: Words, who: Changing): Changed {
  const one = { item, field, words: to, over: from, by: who.by, at: who.at, theirs: who.writerOf(item, field) }
  // Whoever goes on writing where their words stand beside others’ goes on with those.
  const mine = writing.beside.find(
    (it) => it.by === who.by && it.item === item && it.field === field && same(it.words, from),
  )
  const kept = mine?.id ?? who.newId()
  if (mine) mine.words = to
  else writing.beside.push({ id: kept, ...one })
  return {
    outcome: { id, is: 'beside', now, beside: kept },
    steps: [step(item, { field, before: from, after: to, became: 'beside' })],
  }
}

function goneItem(writing: Writing, id: Id): { item: Loose; key: string } | undefined {
  for (const { item, key } of writing.gone) {
    const found = itemsIn({ id: '', only: item }).get(id)
    if (found) return { item: found.item, key: found.item === item ? key : found.key }
  }
}

function add(writing: Writing, one: Of<'add'>, who: Changing): Changed {
  const items = itemsIn(writing.document)
  const values = Object.entries(one.values ?? {}).filter(([, value]) => !isNothing(value))
  // It came before: what it says now is a change of it, and what stands there is not written over.
  if (items.has(one.item) || goneItem(writing, one.item)) {
    const again = values.map(([field, to]) =>
      set(writing, { ...{ id: `${one.id}.${field}`, do: 'set', item: one.item, field }, from: '', to }, who),
    )
    const kept = again.find(({ outcome }) => outcome.is === 'beside')
    return { outcome: { ...(kept?.outcome ?? { is: 'same' }), id: one.id }, steps: again.flatMap(({ steps }) => steps) }
  }
  const parent = items.get(one.in)
  const kind = parent && kindOf(parent.key)
  if (!parent || !kind || !holds(kind, one.key)) {
    const words = values.flatMap(([, value]) => (typeof value === 'string' ? [value] : []))
    writing.leftOver.push(...words.map((text) => ({ id: who.newId(), text })))
    return { outcome: { id: one.id, is: 'beside' }, steps: [step(one.item, { after: words, became: 'beside' })] }
  }
  const item = blankIn(items, one.key, one.in, { id: one.item, newId: who.newId })
  for (const [field, value] of values) {
    const single = item[field]
    if (field === 'hiddenFrom') item[field] = [...new Set([...idsOf(item[field]), ...idsOf(value)])]
    else if (controlOf(one.key, field)) item[field] = value
    else if (isItem(single)) single.text = value
  }
  const list = Array.isArray(parent.item[one.key]) ? (parent.item[one.key] as Loose[]) : []
  const at = one.after === undefined ? list.length : list.findIndex(({ id }) => id === one.after) + 1
  list.splice(one.after !== undefined && one.after !== '' && at === 0 ? list.length : at, 0, item)
  parent.item[one.key] = list
  writing.leftOver = writing.leftOver.filter(({ id }) => id !== one.leftOver)
  return taken(one.id, step(one.item, { field: one.key, after: item }))
}

/** Lists of the family and of its plan stand in the parts; those of a kind, with it. */
const OF_ALL: Record<string, string[]> = {
  file: ['children', 'people', 'sides', 'courtOrders', 'giveaways'],
  plan: [
    'worries',
    'rules',
    'triggers',
    'commitments',
    'safetyObjects',
    'childContacts',
    'phases',
    'meetings',
    'endsWhen',
    'contingency',
    'stories',
  ],
}
const holds = (kind: Parameters<typeof kindNamed>[0], key: string) =>
  (OF_ALL[kind] ?? kindNamed(kind).lists ?? []).includes(key)

function remove(writing: Writing, { id, item }: Of<'remove'>, who: Changing): Changed {
  const found = itemsIn(writing.document).get(item)
  if (!found?.siblings) return nothing(id, found ? 'unknown' : 'same')
  if (who.touched(idsWithin(found.item))) return nothing(id, 'changed')
  const at = found.siblings.indexOf(found.item)
  found.siblings.splice(at, 1)
  writing.gone.push({ item: found.item, in: found.in, key: found.key, at, by: who.by, on: who.at })
  return taken(id, step(item, { field: found.key, before: found.item }))
}

function restore(writing: Writing, { id, item }: Of<'restore'>): Changed {
  const gone = writing.gone.find((one) => itemsIn({ id: '', only: one.item }).has(item))
  const parent = gone && itemsIn(writing.document).get(gone.in)?.item
  if (!gone || !parent) return nothing(id, gone ? 'unknown' : 'same')
  const list = Array.isArray(parent[gone.key]) ? (parent[gone.key] as Loose[]) : []
  list.splice(gone.at, 0, gone.item)
  parent[gone.key] = list
  writing.gone = writing.gone.filter((one) => one !== gone)
  // Words that came for it meanwhile stand in it now, where nothing else was written there.
  for (const words of [...writing.beside]) {
    const place = itemsIn({ id: '', only: gone.item }).get(words.item)?.item
    if (!place || !same(place[words.field], words.over)) continue
    place[words.field] = words.words
    writing.beside = writing.beside.filter((one) => one !== words)
  }
  return taken(id, step(gone.item.id, { field: gone.key, after: gone.item }))
}

function move(writing: Writing, { id, item, by }: Of<'move'>): Changed {
  const found = itemsIn(writing.document).get(item)
  const at = found?.siblings?.indexOf(found.item) ?? -1
  const other = found?.siblings?.[at + by]
  if (!found?.siblings || !isItem(other)) return nothing(id)
  found.siblings[at] = other
  found.siblings[at + by] = found.item
  return taken(id, step(item, { field: found.key, before: at, after: at + by }))
}

function beside(writing: Writing, one: Of<'use' | 'reword' | 'drop'>, who: Changing): Changed {
  const kept = writing.beside.find(({ id }) => id === one.beside)
  if (!kept) {
    // Somebody was quicker. What was written for it is not theirs to throw away.
    if (one.do === 'drop' || isNothing(one.words)) return nothing(one.id)
    writing.leftOver.push({ id: who.newId(), text: String(one.words) })
    return { outcome: { id: one.id, is: 'beside' }, steps: [step('', { after: one.words, became: 'beside' })] }
  }
  const { item, field } = kept
  if (one.do === 'reword') {
    if (same(kept.words, one.words)) return nothing(one.id)
    const before = kept.words
    if (!same(before, one.from)) {
      writing.beside.push({ ...kept, id: who.newId(), words: one.words, by: who.by, at: who.at })
    } else kept.words = one.words
    return taken(one.id, step(item, { field, before, after: one.words, became: 'beside' }))
  }
  const without = writing.beside.filter((other) => other !== kept)
  if (one.do === 'drop') {
    writing.beside = without
    return taken(one.id, step(item, { field, before: kept.words }))
  }
  const place = itemsIn(writing.document).get(item)
  const now = place?.item[field]
  // It changed again since they read it, or is not there: nothing is decided yet.
  if (!place || !same(now, one.from)) {
    if (same(kept.words, one.words)) return { outcome: { id: one.id, is: 'beside', now, beside: kept.id }, steps: [] }
    const before = kept.words
    Object.assign(kept, { words: one.words, theirs: who.writerOf(item, field) })
    return {
      outcome: { id: one.id, is: 'beside', now, beside: kept.id },
      steps: [step(item, { field, before, after: one.words, became: 'beside' })],
    }
  }
  writing.beside = without
  put(place, field, one.words)
  return {
    outcome: { id: one.id, is: 'taken', now: one.words },
    steps: [step(item, { field, before: now, after: one.words })],
  }
}
