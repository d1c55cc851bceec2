/** A page of the editor as it is sent without script: what was typed in it, as changes of what its writer had read. */
import type { Id } from '../case-file'
import { controlOf, kindNamed, kindOf } from './kinds'
import { itemsIn } from './loose'
import { isNothing, same } from './same'
import { valueFrom } from './shown'
import type { Change, Writing } from './writing'

export type Fields = [name: string, value: string][]
export type Handles = { id: (handle: string) => Id }

/** Which item and field a name in the form is of: "Xy12.text". */
export function placeIn(name: string): { item: string; field: string } | undefined {
  const [, item, field] = name.match(/^([^.\s]+)\.(\w+)$/) ?? []
  return item && field ? { item, field } : undefined
}

/**
 * The changes a form asks for: of each field on it that reads other than it did then, of each blank row that was
 * written in, and of the button that was pressed (`do`), in this order.
 */
export function changesIn(
  fields: Fields,
  press: string,
  { id }: Handles,
  writing: Writing,
  valueThen: (item: Id, field: string) => unknown,
): Change[] {
  const items = itemsIn(writing.document)
  const all = (name: string) => fields.filter(([key]) => key === name).map(([, value]) => value)
  const names = [...new Set([...fields.map(([name]) => name), ...all('shown')])]
  const blanks = new Map(all('blank').map((row) => [row.split('|')[0] ?? '', row.split('|')]))
  const goneKeys = new Map(
    writing.gone.flatMap((gone) =>
      [...itemsIn({ id: '', only: gone.item })].map(
        ([one, found]) => [one, found.item === gone.item ? gone.key : found.key] as const,
      ),
    ),
  )
  const sets: Change[] = names.flatMap((name): Change[] => {
    const place = placeIn(name)
    if (!place || blanks.has(place.item) || place.item === 'beside' || place.item === 'line') return []
    const item = id(place.item)
    const control = controlOf(items.get(item)?.key ?? goneKeys.get(item) ?? '', place.field)
    if (!control) return []
    const [from, to] = [valueThen(item, place.field), valueFrom(all(name), control, id)]
    return same(from, to, control) ? [] : [{ id: `${press}:${name}`, do: 'set', item, field: place.field, from, to }]
  })
  const adds: Change[] = [...blanks].flatMap(([handle, [, inside = '', key = '', after]]): Change[] => {
    const kind = kindOf(key)
    if (!kind) return []
    const { starts = {}, fields: own } = kindNamed(kind)
    const values = Object.fromEntries(
      Object.entries(own).map(([field, control]) => [field, valueFrom(all(`${handle}.${field}`), control, id)]),
    )
    const isWritten = Object.entries(values).some(
      ([field, value]) => !isNothing(value) && !same(value, (starts as Record<string, unknown>)[field]),
    )
    return isWritten
      ? [
          {
            id: `${press}:${handle}`,
            do: 'add',
            item: handle,
            in: id(inside),
            key,
            values,
            ...(after && { after: id(after) }),
          },
        ]
      : []
  })
  // Where they are decided on, that says what becomes of them.
  const [, decided] = all('do')[0]?.match(/^(?:use|both|drop)\|(.*)$/) ?? []
  const rewords: Change[] = names.flatMap((name): Change[] => {
    const place = placeIn(name)
    const kept = place?.item === 'beside' && writing.beside.find((one) => one.id === place.field && one.id !== decided)
    return kept
      ? [
          {
            id: `${press}:${name}`,
            do: 'reword',
            beside: kept.id,
            from: kept.words,
            words: wordsLike(kept.words, all(name)[0] ?? ''),
          },
        ]
      : []
  })
  return [...sets, ...adds, ...rewords, ...pressed(all('do')[0] ?? '', press, { id }, writing, all, valueThen)]
}

const wordsLike = (kept: unknown, typed: string): unknown =>
  Array.isArray(kept) ? valueFrom([typed], 'lines', (one) => one) : typed.replace(/\r\n?/g, '\n')

function pressed(
  button: string,
  press: string,
  { id }: Handles,
  writing: Writing,
  all: (name: string) => string[],
  valueThen: (item: Id, field: string) => unknown,
): Change[] {
  const [what = '', of = '', key = ''] = button.split('|')
  const change = `${press}:do`
  const kept = writing.beside.find((one) => one.id === of)
  switch (what) {
    case 'remove':
    case 'restore':
      return [{ id: change, do: what, item: id(of) }]
    case 'up':
    case 'down':
      return [{ id: change, do: 'move', item: id(of), by: what === 'up' ? -1 : 1 }]
    case 'add':
      return [{ id: change, do: 'add', item: addedBy(press), in: id(of), key }]
    case 'drop':
      return kept ? [{ id: change, do: 'drop', beside: of }] : []
    case 'use': {
      if (!kept) return []
      const words = wordsLike(kept.words, all(`beside.${of}`)[0] ?? '')
      return [{ id: change, do: 'use', beside: of, from: valueThen(kept.item, kept.field), words }]
    }
    case 'both': {
      if (!kept) return []
      const now = itemsIn(writing.document).get(kept.item)?.item[kept.field]
      const mine = all(`beside.${of}`)[0] ?? ''
      return [
        {
          id: change,
          do: 'reword',
          beside: of,
          from: kept.words,
          words: wordsLike(kept.words, `${now ?? ''}\n${mine}`),
        },
      ]
    }
    case 'throw':
      return [{ id: change, do: 'throw', leftOver: of }]
    default:
      return []
  }
}

/** The id of what a press adds: pressed again it is the same thing. */
export const addedBy = (press: string): Id => `n${press.toLowerCase().replace(/[^a-z0-9]/g, '')}`
