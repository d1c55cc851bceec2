/** All a plan can say is written in the editor, or at least comes through it: key by key, to the byte. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type FamilyFile, familyFileSchema } from '#app/domain/plan/case-file'
import { change } from '#app/domain/plan/draft/change'
import { finished } from '#app/domain/plan/draft/finished'
import { changesIn, type Fields } from '#app/domain/plan/draft/from-form'
import { controlOf, kindOf } from '#app/domain/plan/draft/kinds'
import { itemsIn, type Loose, looseOf } from '#app/domain/plan/draft/loose'
import { parts } from '#app/domain/plan/draft/parts'
import { type ShownBlock, type ShownField, type ShownItem, shownPart } from '#app/domain/plan/draft/shown'
import type { Change, Writing } from '#app/domain/plan/draft/writing'
import known from '#locales/en/desk-edit.json'
import { templates } from './templates'
import { keysUnsaid, wholeDocument } from './whole-document'

const withoutSaid = ({ said: _, ...file }: Record<string, unknown>) => familyFileSchema.parse(file)
const plans: [string, FamilyFile][] = [
  ...['marsh', 'harker', 'wojcik'].map((name): [string, FamilyFile] => [
    name,
    withoutSaid(JSON.parse(readFileSync(`db/seed/${name}.json`, 'utf8'))),
  ]),
  ...templates.map(([name, file]): [string, FamilyFile] => [name, withoutSaid(file)]),
  ['a plan that holds every key', wholeDocument],
]

let drawn = 0
const newId = () => `n${drawn++}`
const writingOf = (file: FamilyFile): Writing => ({
  ...{ document: looseOf(file, newId), beside: [], gone: [], leftOver: [] },
})
/** What comes out as the file it would be kept as. */
const kept = (document: Loose) => JSON.stringify(familyFileSchema.parse(finished(document)))

const itself = (id: string) => id
const showing = (open: string) => ({
  ...{ handle: itself, newId, open, nameOf: itself, fixed: () => undefined },
})
const itemsOn = (blocks: ShownBlock[]): ShownItem[] => {
  const within = (item: ShownItem): ShownItem[] => [
    item,
    ...item.singles.flatMap(within),
    ...item.lists.flatMap(({ items }) => items.flatMap(within)),
  ]
  return blocks.flatMap((block) =>
    'one' in block ? within(block.one) : ('list' in block ? block.list.items : block.worries).flatMap(within),
  )
}
const listsOn = (blocks: ShownBlock[]): [string, string][] => [
  ...blocks.flatMap((block): [string, string][] => ('list' in block ? [[block.list.key, block.list.in]] : [])),
  ...itemsOn(blocks).flatMap(({ lists }) => lists.map((list): [string, string] => [list.key, list.in])),
]
const sentOf = (item: ShownItem): Fields => {
  const one = ({ key, as, value }: ShownField): Fields => {
    const name = `${item.id}.${key}`
    if (Array.isArray(value)) return [['shown', name], ...value.map((id): [string, string] => [name, id])]
    if (as === 'yes') return [['shown', name], ...(value ? [[name, 'yes'] as [string, string]] : [])]
    return [[name, String(value)]]
  }
  return [...item.fields, ...(item.more ?? [])].flatMap(one)
}

test.each(plans)('a draft of %s that nobody changed is the same document, to the byte', (_, file) => {
  expect(kept(looseOf(file, newId))).toBe(JSON.stringify(file))
})

test.each(plans)('each page of %s, with anything opened, is saved as it stands without a change', (_, file) => {
  const writing = writingOf(file)
  const all = itemsIn(writing.document)
  const then = (item: string, field: string) => all.get(item)?.item[field]
  for (const open of all.keys())
    for (const part of parts) {
      const items = itemsOn(shownPart(writing, part, showing(open))).filter(({ moves }) => !moves?.blank)
      expect(changesIn(items.flatMap(sentOf), 'p', { id: itself }, writing, then)).toEqual([])
    }
})

test('the plan that holds every key does: a new key is written into it', () => {
  expect(keysUnsaid(familyFileSchema, [wholeDocument])).toEqual([])
})

/** Kept by the portal, or changed on pages of its own. */
const NOT_WRITTEN = ['format', 'reference', 'translations']

test('every key is shown on a page, written there and emptied, and has its words', () => {
  const writing = writingOf(wholeDocument)
  const shown = new Set<string>()
  const words = [known.field, known.key].map((group) => new Set(Object.keys(group)))
  for (const open of itemsIn(writing.document).keys())
    for (const part of parts)
      for (const item of itemsOn(shownPart(writing, part, showing(open))))
        for (const { key } of [...item.fields, ...(item.more ?? [])]) {
          shown.add(`${item.id}.${key}`)
          const named = words[0]?.has(key) || words[0]?.has(`${item.kind}_${key}`)
          if (!named && !(item.fields.length === 1 && words[1]?.has(item.key))) throw new Error(`${item.kind}: ${key}`)
        }
  const missing: string[] = []
  const who = { by: 'priya', at: '2026-11-23T10:00:00.000Z', newId, touched: () => false, writerOf: () => undefined }
  for (const { item, key } of itemsIn(writing.document).values()) {
    expect(kindOf(key), key).toBeDefined()
    for (const [field, value] of Object.entries(item)) {
      const isItems = Array.isArray(value) ? value.some((one) => one?.id) : (value as Loose)?.id !== undefined
      if (field === 'id' || NOT_WRITTEN.includes(field) || isItems) continue
      if (!shown.has(`${item.id}.${field}`) || !controlOf(key, field)) missing.push(`${key}.${field}`)
      const set = (from: unknown, to: unknown): Change => ({ id: newId(), do: 'set', item: item.id, field, from, to })
      expect(change(writing, set(value, undefined), who).outcome.is, `${key}.${field}`).toBe('taken')
      expect(change(writing, set(undefined, value), who).outcome.is, `${key}.${field}`).toBe('taken')
    }
  }
  expect(missing).toEqual([])
  expect(kept(writing.document)).toBe(JSON.stringify(wholeDocument))
})

test('each list has a row that waits, and what is written in it is in the plan', () => {
  const writing = writingOf(wholeDocument)
  const before = itemsIn(writing.document).size
  const blanks = new Map<string, ShownItem>()
  const open = 'M'
  for (const part of parts)
    for (const item of itemsOn(shownPart(writing, part, showing(open))))
      if (item.moves?.blank) blanks.set(item.key, item)
  for (const key of [
    'bag',
    'safePlaces',
    'wayOut',
    'codeWord',
    'mayCollect',
    'health',
    'agenda',
    'decisions',
    'stories',
    'frames',
    'otherPhones',
    'meetings',
  ])
    expect(blanks.has(key), key).toBe(true)
  const parents = new Map(parts.flatMap((part) => listsOn(shownPart(writing, part, showing(open)))))
  const fields = [...blanks].flatMap(
    ([key, { id, fields }]): Fields => [
      ['blank', `${id}|${parents.get(key)}|${key}`],
      ...fields
        .filter(({ as }) => as !== 'yes')
        .map(({ key, as }): [string, string] => [`${id}.${key}`, as === 'child' ? 'tia' : `New ${key}`]),
    ],
  )
  const who = { by: 'priya', at: '2026-11-23T10:00:00.000Z', newId, touched: () => false, writerOf: () => undefined }
  const then = (item: string, field: string) => itemsIn(writing.document).get(item)?.item[field]
  for (const one of changesIn(fields, 'p', { id: itself }, writing, then))
    expect(change(writing, one, who).outcome.is, JSON.stringify(one)).toBe('taken')
  expect(writing.leftOver).toEqual([])
  expect(itemsIn(writing.document).size).toBeGreaterThanOrEqual(before + blanks.size)
  const { plan } = finished(writing.document)
  expect(plan.safety?.codeWord?.[1]?.text).toBe('New text')
  expect(plan.meetings?.[0]?.agenda?.[1]?.text).toBe('New text')
  expect(plan.stories?.[1]).toEqual({ child: 'tia', readyForChildren: false, frames: [] })
})

test('safe times are written one a line; a line that says no time is found before anybody is asked', () => {
  const writing = writingOf(wholeDocument)
  const who = { by: 'priya', at: '2026-11-23T10:00:00.000Z', newId, touched: () => false, writerOf: () => undefined }
  const write = (from: unknown, to: string[]) => {
    change(writing, { id: newId(), do: 'set', item: 'rob', field: 'safeToText', from, to }, who)
    return finished(writing.document).people.find(({ id }) => id === 'rob')?.safeToText
  }
  expect(write(['SA 10:00-12:00'], ['mo, tu 9:30-14:00', 'FR 22:30–01:00'])).toEqual([
    { days: ['MO', 'TU'], from: '09:30', to: '14:00' },
    { days: ['FR'], from: '22:30', to: '01:00' },
  ])
  expect(write(['mo, tu 9:30-14:00', 'FR 22:30–01:00'], ['mornings'])).toEqual('mornings')
  expect(familyFileSchema.safeParse(finished(writing.document)).success).toBe(false)
  expect(write(['mornings'], [])).toBeUndefined()
})
