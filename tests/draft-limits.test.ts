/** What a draft keeps from whoever sees only their own items, in the Harkers’ plan, which both parents read. */
import { describe, expect, test } from 'vitest'
import type { CaseFile, FamilyFile } from '#app/domain/plan/case-file'
import { change } from '#app/domain/plan/draft/change'
import { finished } from '#app/domain/plan/draft/finished'
import { type Control, kindNamed, kindOf } from '#app/domain/plan/draft/kinds'
import { itemsIn, looseOf } from '#app/domain/plan/draft/loose'
import type { Change, Writing } from '#app/domain/plan/draft/writing'
import { faultsIn } from '#app/domain/plan/faults'
import { caseFile, readBy, situationOf } from './situation'

let drawn = 0
const newId = () => `n${drawn++}`
const as = {
  ...{ by: 'tom', at: '2026-11-23T10:00:00.000Z', newId },
  touched: () => false,
  writerOf: () => undefined,
}

/** Every time with the same ids. */
function harker(): Writing {
  drawn = 0
  const { said: _, ...file } = caseFile('harker')
  return { document: looseOf(file, newId), beside: [], gone: [], leftOver: [] }
}
const did = (writing: Writing, one: Change): FamilyFile => {
  expect(change(writing, one, as).outcome.is).toBe('taken')
  return finished(writing.document)
}
const read = (file: FamilyFile, who: string) => JSON.stringify(readBy(situationOf(file as CaseFile), who))

/** Every place something can be begun in, that the rule can shut. */
const places = [...itemsIn(harker().document)].flatMap(([id, { key }]) => {
  const lists = key === '' ? [] : id === '~plan' ? ['worries', 'rules', 'triggers', 'commitments'] : []
  const kind = kindOf(key)
  const inside = kind && id !== '~plan' ? (kindNamed(kind).lists ?? []) : []
  const seen = [...lists, ...inside].filter((list) => {
    const of = kindOf(list)
    return of && of !== 'forYou' && kindNamed(of).seen
  })
  return seen.map((list) => [id, list] as const)
})

/** All of it about this person. */
function naming(person: string, key: string): Record<string, unknown> {
  const { fields, more = {} } = kindNamed(kindOf(key) ?? 'text')
  const written = (control: Control) => {
    if (control === 'person' || control === 'doer') return person
    if (control === 'people' || control === 'everyone') return [person]
    return control === 'words' || control === 'line' ? 'Some new words.' : undefined
  }
  const all = Object.entries<Control>({ ...fields, ...more }).map(([field, control]) => [field, written(control)])
  return Object.fromEntries(all.filter(([, value]) => value !== undefined))
}

describe('a new thing', () => {
  test('of any kind, anywhere, is shut to Craig and to Steve, even one about them, and Leanne reads the rule', () => {
    expect(places.length).toBeGreaterThan(20)
    for (const who of ['craig', 'steve']) {
      const before = read(finished(harker().document), who)
      for (const [inside, key] of places) {
        const one = { id: 'c', do: 'add', item: 'fresh', in: inside, key, values: naming(who, key) } as const
        const file = did(harker(), one)
        expect(read(file, who), `${who}: ${key} in ${inside}`).toBe(before)
        if (key === 'rules') expect(read(file, 'leanne')).toContain('Some new words.')
      }
    }
  })

  test('is theirs to see by one press on it', () => {
    const writing = harker()
    const values = { text: 'Ring Tom on Mondays.', person: 'craig', when: 'Mondays' }
    did(writing, { id: '1', do: 'add', item: 'fresh', in: '~plan', key: 'commitments', values })
    const side = itemsIn(writing.document).get('fresh')?.item.hiddenFrom
    expect(side).toEqual(['craigs-side'])
    const file = did(writing, { id: '2', do: 'set', item: 'fresh', field: 'hiddenFrom', from: side, to: [] })
    expect(read(file, 'craig')).toContain('Ring Tom on Mondays.')
  })

  test('begun and never written is left out, and in a plan where everyone sees all it starts open', () => {
    const writing = harker()
    expect(did(writing, { id: '1', do: 'add', item: 'fresh', in: '~plan', key: 'rules' })).toEqual(
      finished(harker().document),
    )
    const { said: _, ...marsh } = caseFile('marsh')
    const open: Writing = { ...harker(), document: looseOf(marsh, newId) }
    did(open, { id: '1', do: 'add', item: 'fresh', in: '~plan', key: 'rules', values: { text: 'A rule.' } })
    expect(itemsIn(open.document).get('fresh')?.item).not.toHaveProperty('hiddenFrom')
  })
})

test('whoever is put on Craig’s side takes its limits: only their own items, and nobody of Leanne’s', () => {
  const writing = harker()
  const gary = { name: 'Gary Dunn', relationship: 'cousin', kind: 'network', circle: 'inner' }
  const before = did(writing, { id: '1', do: 'add', item: 'gary', in: '~file', key: 'people', values: gary })
  expect(read(before, 'gary')).toContain('Ruth')
  const sides = { from: ['craig', 'steve'], to: ['craig', 'steve', 'gary'] }
  const after = did(writing, { id: '2', do: 'set', item: 'craigs-side', field: 'people', ...sides })
  expect(after.people.find(({ id }) => id === 'gary')?.planView).toBe('own-items')
  expect(faultsIn(after, { staff: ['tom'] })).not.toHaveProperty('faults')
  expect(read(after, 'gary')).not.toMatch(/Ruth|Maureen|Nana Mo|Hannah|Lowe|Some|door mat/)
})
