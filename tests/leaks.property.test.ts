/** However a hidden name is spelt: nobody it is hidden from reads the words it stands in, in the plan or in what was said. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eyesOf } from '#app/domain/access/eyes'
import { leaksForReaders } from '#app/domain/access/leaks-for-readers'
import { stayFromSome } from '#app/domain/access/words-that-stay'
import type { CaseFile } from '#app/domain/plan/case-file'
import { leakCheck } from '#app/domain/plan/checks/leaks'
import { wordsAt } from '#app/domain/plan/paths'
import { grown } from './grown'
import { caseFile, readBy, saying, situationOf } from './situation'
import { spelt } from './spelt'

const today = '2026-11-23'
const MARK = '«here»'
const runs = { numRuns: Number(process.env.PROPERTY_RUNS ?? 400) }

/** Everybody with a view from whom this person is hidden. */
const kept = (file: CaseFile, hidden: string, narrowings: { itemId: string; shutTo: string }[] = []) =>
  [...file.people, ...file.children].map(({ id }) => id).filter((id) => eyesOf({ file, narrowings }, id)?.hides(hidden))

const names = fc.constantFrom(
  'zoë',
  'wójcik',
  'zoë wójcik',
  'ruth',
  'osei',
  'marek',
  'agnieszka',
  'sheila',
  'brenda',
  'quill',
)

describe('a hidden name', () => {
  test('is found in any spelling', () => {
    const people = [
      { id: 'one', name: 'Zoë Wójcik' },
      { id: 'two', name: 'Ruth Osei' },
      { id: 'three', name: 'Marek Duda', alsoKnownAs: ['Agnieszka'], shownAs: 'Sheila' },
      { id: 'four', name: 'Mo', formerNames: [{ name: 'Brenda Quill', until: '2019-05-01' }] },
    ].map((one) => ({ ...one, relationship: 'friend', kind: 'network' as const }))
    const check = leakCheck(
      { ...caseFile('marsh'), people },
      () => true,
      () => false,
    )
    const anySpelling = names.chain((name) => spelt(name))
    fc.assert(
      fc.property(anySpelling, fc.constantFrom('', 'I met '), fc.constantFrom('', ' today'), (name, before, after) => {
        expect(check(before + name + after).map(({ kind }) => kind)).toContain('name')
      }),
      runs,
    )
  })

  test('in any text of the plan: it is refused, or nobody reads it who must not', () => {
    const clean = grown('harker')
    const places = [...wordsAt(clean, 'plan.**'), ...wordsAt(clean, 'people.*.*')].filter(
      ({ path }) =>
        [
          'text',
          'when',
          'bring',
          'link',
          'object',
          'place',
          'means',
          'howOften',
          'how',
          'kind',
          'part',
          'picture',
          'forChildren',
        ]
          .concat('relationship', 'addressAs', 'availability', 'knows')
          .includes(String(path.at(-1))) && !(path[0] === 'people' && path.at(-1) === 'kind'),
    )
    const told = { refused: 0, published: 0 }
    fc.assert(
      fc.property(fc.constantFrom(...places), spelt('ruth'), ({ path, value }, name) => {
        const file = grown('harker')
        const holder = path.slice(0, -1).reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], file)
        Object.assign(holder as object, {
          [String(path.at(-1))]: path.at(-1) === 'link' ? `${value}/${MARK}/${name}` : `${value} ${MARK} ${name}`,
        })
        const reads = kept(file, 'ruth').filter((id) => JSON.stringify(readBy(situationOf(file), id)).includes(MARK))
        const refused = leaksForReaders({ file, narrowings: [], today }).some(
          ({ message }) => message.includes('Craig') || message.includes('Steve'),
        )
        told[refused ? 'refused' : 'published']++
        if (!refused) expect(reads).toEqual([])
      }),
      runs,
    )
    expect(told.refused).toBeGreaterThan(0)
    expect(told.published).toBeGreaterThan(0)
  })

  test('in what somebody said: it reaches none of those, and its author is told', () => {
    const narrowings = ['bev', 'danny'].map((shutTo) => ({ itemId: 'toni', shutTo }))
    fc.assert(
      fc.property(spelt('toni'), fc.constantFrom('inner' as const, 'network' as const), (name, sharedWith) => {
        const file = caseFile('marsh')
        const entry = { id: 'new', by: 'kelly', on: '2026-11-23T09:00', happenedAt: '2026-11-23', about: 'A-C3' }
        const words = `${MARK} ${name} came.`
        const checkIn = saying(file, 'checkIns', { ...entry, result: 'done' as const, sharedWith, words })
        const situation = situationOf(file, { narrowings, said: [checkIn] })
        const reads = (id: string) => JSON.stringify(readBy(situation, id)).includes(MARK)
        expect(kept(file, 'toni', narrowings)).toEqual(['danny', 'bev'])
        expect(kept(file, 'toni', narrowings).filter(reads)).toEqual([])
        expect(reads('sheila')).toBe(true)
        expect(stayFromSome(situation, checkIn)).toBe(true)
      }),
      runs,
    )
  })
})
