/** Words of two people on one draft: none is lost, and none wins unseen. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FamilyFile, familyFileSchema } from '#app/domain/plan/case-file'
import { type Changing, change } from '#app/domain/plan/draft/change'
import { finished } from '#app/domain/plan/draft/finished'
import { linesOf } from '#app/domain/plan/draft/lines-of'
import { itemsIn, type Loose, looseOf } from '#app/domain/plan/draft/loose'
import type { Change, Writing } from '#app/domain/plan/draft/writing'

const CASES = ['marsh', 'harker', 'wojcik']
const fileOf = (name: string): FamilyFile => {
  const { said: _, ...file } = JSON.parse(readFileSync(`db/seed/${name}.json`, 'utf8'))
  return file
}

function counter(prefix = 'n') {
  let drawn = 0
  return () => `${prefix}${drawn++}`
}

const writingOf = (name: string): Writing => ({
  document: looseOf(fileOf(name), counter()),
  beside: [],
  gone: [],
  leftOver: [],
})

const newId = counter('new')
const as = (by: string, touched = false): Changing => ({
  ...{ by, at: '2026-11-23T10:00:00.000Z', newId },
  touched: () => touched,
  writerOf: () => ({ by: 'joan', at: '2026-11-23T10:41:00.000Z' }),
})

test.each(CASES)('a draft of %s that nobody changed is the same file', (name) => {
  const file = fileOf(name)
  const back = finished(looseOf(file, counter()))
  expect(back).toEqual(file)
  expect(familyFileSchema.safeParse(back).success).toBe(true)
})

const set = (item: string, from: string, to: string, id = to): Change => ({
  id,
  do: 'set',
  item,
  field: 'text',
  from,
  to,
})
const textOf = (writing: Writing, id: string) => itemsIn(writing.document).get(id)?.item.text

test('words written where another wrote meanwhile stand beside theirs, and either can be kept, or both', () => {
  const writing = writingOf('marsh')
  const before = textOf(writing, 'A-R3') as string
  expect(change(writing, set('A-R3', before, 'No beer in the flat.'), as('joan')).outcome.is).toBe('taken')
  const second = change(writing, set('A-R3', before, 'No drink in the flat.'), as('priya')).outcome
  expect(second).toMatchObject({ is: 'beside', now: 'No beer in the flat.' })
  expect(textOf(writing, 'A-R3')).toBe('No beer in the flat.')
  expect(writing.beside).toMatchObject([
    { words: 'No drink in the flat.', over: before, by: 'priya', theirs: { by: 'joan' } },
  ])

  const both = 'No beer, and no drink at all, in the flat.'
  const use = { id: 'u', do: 'use', beside: second.beside ?? '', from: 'No beer in the flat.', words: both } as const
  expect(change(writing, { ...use, from: before }, as('priya')).outcome.is).toBe('beside')
  expect(change(writing, use, as('priya')).outcome.is).toBe('taken')
  expect([textOf(writing, 'A-R3'), writing.beside]).toEqual([both, []])
})

test('presses of two people on the same names all count', () => {
  const writing = writingOf('marsh')
  const press = (by: string, from: string[], to: string[]) =>
    change(writing, { id: by, do: 'set', item: 'A-R4', field: 'makesSure', from, to }, as(by)).outcome.is
  expect(press('joan', ['kelly'], ['kelly', 'danny'])).toBe('taken')
  expect(press('priya', ['kelly'], ['toni'])).toBe('taken')
  expect(itemsIn(writing.document).get('A-R4')?.item.makesSure).toEqual(['danny', 'toni'])
})

test('words for what was taken out meanwhile are kept, and stand in it again once it is put back', () => {
  const writing = writingOf('marsh')
  const before = textOf(writing, 'A-R3') as string
  expect(change(writing, { id: '1', do: 'remove', item: 'A-R3' }, as('joan')).outcome.is).toBe('taken')
  expect(change(writing, set('A-R3', before, 'No drink in the flat.'), as('priya')).outcome.is).toBe('beside')
  expect(change(writing, { id: '2', do: 'restore', item: 'A-R3' }, as('priya')).outcome.is).toBe('taken')
  expect(textOf(writing, 'A-R3')).toBe('No drink in the flat.')
  expect([writing.beside, writing.gone]).toEqual([[], []])
  expect(finished(writing.document).plan.rules.map(({ id }) => id)).toEqual(
    fileOf('marsh').plan.rules.map(({ id }) => id),
  )
})

test('nothing is taken out that somebody changed since its reader looked', () => {
  const writing = writingOf('marsh')
  expect(change(writing, { id: '1', do: 'remove', item: 'A-T1' }, as('joan', true)).outcome.is).toBe('changed')
  expect(itemsIn(writing.document).has('A-T1-2')).toBe(true)
})

test('a field without a place, and a list where it does not belong, take nothing', () => {
  const writing = writingOf('marsh')
  const stray = { id: 'x', do: 'set', item: 'A-R3', field: '__proto__', from: '', to: 'x' } as const
  expect(change(writing, stray, as('joan')).outcome.is).toBe('unknown')
  expect(change(writing, { ...stray, field: 'id' }, as('joan')).outcome.is).toBe('unknown')
  change(writing, { id: 'y', do: 'add', item: 'z', in: 'A1', key: 'people', values: { name: 'Nobody' } }, as('joan'))
  expect(writing.leftOver).toMatchObject([{ text: 'Nobody' }])
})

test('whatever two people write, in whatever order it comes, twice or late, every text stands somewhere', () => {
  const ITEMS = ['A-R1', 'A-R2', 'A-T1-1', 'A1-S1', 'fresh-1', 'fresh-2']
  const act = fc.record({
    who: fc.constantFrom('joan', 'priya'),
    item: fc.constantFrom(...ITEMS),
    kind: fc.constantFrom('write', 'write', 'write', 'remove', 'restore', 'move', 'look', 'drop-request', 'add'),
    again: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const writing = writingOf('marsh')
      // What each of the two has read of every field, and what they wrote that came through.
      const read = new Map<string, unknown>()
      const said: { item: string; text: string; over: unknown }[] = []
      const replaced: unknown[] = []
      acts.forEach(({ who, item, kind, again }, n) => {
        const key = `${who} ${item}`
        const now = textOf(writing, item)
        if (kind === 'look' || !read.has(key)) read.set(key, now ?? '')
        const changes: Change[] =
          kind === 'write' || kind === 'drop-request'
            ? [set(item, read.get(key) as string, `${who} ${n}`)]
            : kind === 'add'
              ? [{ id: `${n}`, do: 'add', item, in: '~plan', key: 'rules', values: { text: `${who} ${n}` } }]
              : kind === 'move'
                ? [{ id: `${n}`, do: 'move', item, by: 1 }]
                : kind === 'look'
                  ? []
                  : [{ id: `${n}`, do: kind, item }]
        for (const one of changes) {
          // It never arrived.
          if (kind === 'drop-request') continue
          const { outcome } = change(writing, one, as(who))
          if (again) change(writing, one, as(who))
          if (kind !== 'write' && kind !== 'add') continue
          if (outcome.is === 'taken' && one.do === 'set') {
            // Only what its writer had read may be written over.
            replaced.push(one.from)
            read.set(key, one.to)
          }
          said.push({ item, text: `${who} ${n}`, over: read.get(key) })
        }
      })
      const everything = JSON.stringify(writing)
      for (const { text } of said) {
        if (!replaced.includes(text)) expect(everything).toContain(`"${text}"`)
      }
    }),
    { numRuns: 300 },
  )
})

test('a pasted plan comes apart into its lines, without bullets, numbers and empty ones', () => {
  const pasted =
    'Going well\r\n• Kelly reads with Alfie\n\n  - On time at school\n3. Nan rings at 7\t☐ Bev knocks\n4. Toni waits\n———\n(a) Chain on the door'
  expect(linesOf(pasted)).toEqual([
    'Going well',
    'Kelly reads with Alfie',
    'On time at school',
    'Nan rings at 7',
    'Bev knocks',
    'Toni waits',
    'Chain on the door',
  ])
  // Word sets a tab between a mark and its words.
  const word =
    '1.\tNan stays\na)\tBev knocks\no\tToni waits\n\uf0b7 One\n➢ Two\n[ ] Three\n1.1 Four\n1.2 Five\niii. Six\niv. Seven'
  expect(linesOf(word).join()).toBe('Nan stays,Bev knocks,Toni waits,One,Two,Three,Four,Five,Six,Seven')
  expect(linesOf('> Nan stays\n> Bev knocks')).toEqual(['Nan stays', 'Bev knocks'])
})

test('what is no mark of a list stays in a pasted line, and a row of a table is one line', () => {
  const said = [
    '> 3 drinks and Dad sleeps elsewhere',
    'J. Marsh visits',
    '1. December',
    '12. January review',
    '7.30 Nan rings',
  ]
  for (const line of said) expect(linesOf(line)).toEqual([line])
  expect(linesOf(said.join('\n'))).toEqual(said)
  expect(linesOf('Stay Fridays\tSheila\t1. December\tPriya')).toEqual(['Stay Fridays – Sheila – 1. December – Priya'])
})

test('an empty page becomes no case file by itself, and what is blank is left out', () => {
  const empty: FamilyFile = {
    ...fileOf('marsh'),
    children: [],
    people: [],
    plan: { worries: [], rules: [], triggers: [], commitments: [] },
  }
  const document: Loose = looseOf(empty, counter())
  expect(finished(document).plan).toEqual({ worries: [], rules: [], triggers: [], commitments: [] })
})
