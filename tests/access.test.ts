import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { caseIdOf } from '#app/domain/access/handles'
import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import { seenBy } from '#app/domain/access/who-sees-what'
import type { CaseFile } from '#app/domain/plan/case-file'
import { CASES, type CaseName, caseFile, readBy, readByStaff, situationOf } from './situation'

const viewers = JSON.parse(readFileSync('tests/viewers.json', 'utf8')) as Record<
  CaseName,
  Record<string, { must: string[]; mustNot: string[] }>
>

function view(name: CaseName, person: string, change: (file: CaseFile) => void = () => {}): PlanAsSeenBy {
  const file = caseFile(name)
  change(file)
  const seen = seenBy(situationOf(file, languageOf(file, person)), person)
  if (!seen) throw new Error(`${person} has no view`)
  return seen
}

function languageOf(file: CaseFile, person: string) {
  return { language: file.people.find(({ id }) => id === person)?.language ?? file.language }
}

/** Every text anywhere in a view. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}

function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn)
  if (!value || typeof value !== 'object') return []
  const own = 'id' in value && typeof value.id === 'string' ? [value.id] : []
  return [...own, ...Object.values(value).flatMap(idsIn)]
}

describe.each(CASES)('in the %s family', (name) => {
  const file = caseFile(name)
  const listed = viewers[name]

  test.each(Object.keys(listed))('%s reads what is theirs and nothing else', (person) => {
    const all = textsIn(readBy(situationOf(file, languageOf(file, person)), person)).join('\n')
    for (const text of listed[person]?.must ?? []) expect(all, `must read “${text}”`).toContain(text)
    for (const text of listed[person]?.mustNot ?? []) expect(all, `must not read “${text}”`).not.toContain(text)
  })

  test('no view holds a case-file id of an item', () => {
    const items = new Set(idsIn([file.plan, file.said]))
    for (const person of Object.keys(listed)) {
      const found = textsIn(readBy(situationOf(file, languageOf(file, person)), person)).filter((text) =>
        items.has(text),
      )
      expect(found, person).toEqual([])
    }
  })

  test('a person who may not be invited has no view', () => {
    const may = new Set(
      [
        ...file.people.filter(
          (p) => p.kind !== 'professional' && (p.circle === 'inner' || p.circle === 'middle') && !p.notToBeTold,
        ),
        ...file.children.filter((c) => c.ownSignIn),
      ].map(({ id }) => id),
    )
    for (const { id } of [...file.people, ...file.children]) {
      expect(seenBy(situationOf(file), id) !== null, id).toBe(may.has(id))
    }
    expect(seenBy(situationOf(file), 'nobody')).toBeNull()
  })

  test('the worker sees all of it', () => {
    const all = textsIn(readByStaff(situationOf(file), file.worker))
    const said = Object.values(file.said ?? {}).flat()
    for (const { words } of said.filter((entry) => entry.words && !('to' in entry) && entry.id.indexOf('ap') !== 0)) {
      expect(all).toContain(words)
    }
    for (const worry of file.plan.worries) for (const danger of worry.danger) expect(all).toContain(danger.text)
  })
})

describe('shut leaves no trace', () => {
  test('steps are numbered from the viewer’s own view: a step naming someone hidden is not there', () => {
    const seen = view('harker', 'craig', (file) => {
      const sign = file.plan.triggers.find(({ id }) => id === 'B-T3')
      sign?.steps.splice(1, 0, { id: 'new-step', who: 'maureen', text: 'Rings the school.' })
    })
    expect(seen.triggers[0]?.steps.map((step) => ('text' in step.words ? step.words.text : ''))).toEqual(
      view('harker', 'craig').triggers[0]?.steps.map((step) => ('text' in step.words ? step.words.text : '')),
    )
  })

  test('a narrowing shuts an item, or a person and all that names them, over every version', () => {
    const file = caseFile('marsh')
    const seen = seenBy(situationOf(file, { narrowings: [{ itemId: 'A-R3', shutTo: 'bev' }] }), 'bev')
    expect(textsIn(seen).join()).not.toContain('There is no alcohol')
    const without = seenBy(situationOf(file, { narrowings: [{ itemId: 'toni', shutTo: 'bev' }] }), 'bev')
    expect(textsIn(without).join()).not.toMatch(/Toni Marsh|900156/)
    expect(without?.triggers.flatMap(({ steps }) => steps).length).toBeGreaterThan(0)
  })

  test('someone added to a side takes its limits', () => {
    const seen = view('harker', 'ruth', (file) => file.sides?.[0]?.people.push('ruth'))
    expect(textsIn(seen).join()).not.toMatch(/Maureen|Hannah|PANDA|26 November|family hub/)
  })
})

describe('what is set apart for someone of the middle circle', () => {
  test('is theirs: a rule, a commitment and a meeting that name others, also when their side is meant', () => {
    const apart = (onlyFor: string[]) =>
      view('marsh', 'bev', (file) => {
        const { plan } = file
        file.sides = [{ id: 'nextdoor', name: 'Next door', people: ['bev'] }]
        plan.rules.push({ id: 'apart1', text: 'Only Bev opens the side gate.', makesSure: ['kelly'], onlyFor })
        const to = { person: 'danny', when: 'Mondays', onlyFor }
        plan.commitments.push({ id: 'apart2', text: 'Leave the gate on the latch.', ...to })
        const at = { at: '2026-12-01T10:00', place: 'Number 14', who: ['kelly'] }
        plan.meetings?.push({ id: 'apart3', kind: 'Talk over the fence', ...at, onlyFor })
      })
    const readBy = (onlyFor: string[]) =>
      ['Only Bev opens the side gate.', 'Leave the gate on the latch.', 'Talk over the fence'].map((text) =>
        textsIn(apart(onlyFor)).includes(text),
      )
    expect(readBy(['bev'])).toEqual([true, true, true])
    expect(readBy(['nextdoor'])).toEqual([true, true, true])
    expect(readBy(['toni'])).toEqual([false, false, false])
  })
})

describe('what people said', () => {
  test('others see the day, the author the minute', () => {
    const ofDanny = (person: string) =>
      readBy(situationOf(caseFile('marsh')), person)?.log.find(({ words }) => words?.startsWith('Home by 6'))
    expect(ofDanny('danny')?.happenedAt).toBe('2026-11-20T18:00')
    expect(ofDanny('kelly')?.happenedAt).toBe('2026-11-20')
  })

  test('whoever sees a commitment but not the words sees at most that there is a yes', () => {
    const answered = (choice: 'yes' | 'no') =>
      view('marsh', 'kelly', (file) => {
        const answer = file.said?.answers?.find(({ id }) => id === 'A-C1-a1')
        if (answer) Object.assign(answer, { choice, sharedWith: 'worker' })
      }).commitments.find(({ words }) => 'text' in words && words.text.startsWith('Ring at 7pm'))
    expect(answered('yes')).toMatchObject({ hasSaidYes: true })
    expect(answered('yes')).not.toHaveProperty('answer')
    expect(answered('no')).not.toHaveProperty('hasSaidYes')
    expect(answered('no')).not.toHaveProperty('answer')
  })

  test('others’ scores come after one’s own', () => {
    expect(view('marsh', 'toni').worries[0]?.others).toEqual([])
    expect(view('marsh', 'kelly').worries[0]?.others.map(({ by }) => by.name)).toEqual(
      expect.arrayContaining(['Danny', 'Nan', 'Alfie']),
    )
  })

  test('words that would tell a reader of someone hidden from them do not travel', () => {
    const file = caseFile('harker')
    const mo = file.people.find(({ id }) => id === 'maureen')
    if (mo) mo.hiddenFrom = ['ruth']
    const [at, words] = ['2026-11-22T10:00', 'Nana Mo was here.']
    const when = { on: at, happenedAt: at }
    file.said?.checkIns?.push({ id: 'K8', by: 'leanne', ...when, result: 'done', words, sharedWith: 'inner' })
    const readsIt = (person: string) => textsIn(readBy(situationOf(file), person)).includes(words)
    expect([readsIt('leanne'), readsIt('maureen'), readsIt('ruth')]).toEqual([true, true, false])
  })
})

describe('phone numbers', () => {
  const numbers = (seen: PlanAsSeenBy) => new Set(textsIn(seen).filter((text) => /^\+44\d+$/.test(text)))

  test('Bev has the numbers of those who act beside her and of the professionals she sees, not of those who stand in', () => {
    expect(numbers(view('marsh', 'bev'))).toEqual(
      new Set(['+441632960121', '+447700900156', '+441632960150', '+441632960160']),
    )
  })

  test('no court order stands between the two sides', () => {
    const seen = view('harker', 'leanne', (file) => {
      const steve = file.people.find(({ id }) => id === 'steve')
      if (steve) steve.numberFor = ['leanne']
    })
    expect(numbers(seen)).not.toContain('+447700900267')
  })

  test('who may not know of somebody has not agreed to be rung by them', () => {
    const hideKellyFromToni = (file: CaseFile) => {
      for (const person of file.people) if (person.id === 'kelly') person.hiddenFrom = ['toni']
    }
    expect(numbers(view('marsh', 'kelly'))).toContain('+447700900156')
    expect(numbers(view('marsh', 'kelly', hideKellyFromToni))).not.toContain('+447700900156')
  })

  test('a person who said no when joining is not rung; a child’s number is nobody’s', () => {
    const file = caseFile('marsh')
    const seen = seenBy(situationOf(file, { joined: [{ personId: 'toni', notToRing: ['kelly'] }] }), 'kelly')
    expect(seen && numbers(seen)).not.toContain('+447700900156')
    expect(numbers(view('wojcik', 'agnieszka'))).not.toContain('+447700900301')
  })
})

test('an item that was not handed out cannot be written on', () => {
  const seen = view('marsh', 'bev')
  const [mine] = seen.commitments
  if (!mine) throw new Error('Bev has a commitment')
  expect(caseIdOf(mine)).toBe('A-C3')
  expect(() => caseIdOf({ ...mine })).toThrow(TypeError)
})
