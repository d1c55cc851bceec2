import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CaseFile } from '#app/domain/plan/case-file'
import { faultsIn } from '#app/domain/plan/faults'
import { jsonFrom } from '#app/domain/plan/json-text'
import { isPhone, phoneFrom } from '#app/domain/plan/phone'
import { brokenFiles, changed } from './broken-files'
import { CASES, type CaseName, caseFile } from './situation'
import { theOne } from './speaking'

const staff = ['priya', 'tom', 'olu', 'joan', 'amina', 'ada']
const look = (json: unknown) => faultsIn(json, { staff })
const faultsOf = (json: unknown) => {
  const read = look(json)
  return 'faults' in read ? read.faults : []
}

describe('a case file', () => {
  test.each(CASES)('of %s is taken as it is', (name) => {
    expect(look(caseFile(name))).toEqual({ file: caseFile(name) })
  })

  const allowed: [string, CaseName, Record<string, unknown>][] = [
    ['a step for anyone', 'marsh', { 'plan.triggers.0.steps.0.who': 'anyone' }],
    ['a commitment that nobody has taken', 'marsh', { 'plan.commitments.0.person': undefined }],
    ['an entry by a member of staff who is not in the file', 'marsh', { 'said.checkIns.0.by': 'amina' }],
    ['a check-in about a warning sign', 'marsh', { 'said.checkIns.0.about': 'A-T1' }],
    ['a check-in about a sentence of a worry', 'marsh', { 'said.checkIns.0.about': 'A1-B3' }],
    ['a yes to a rule', 'marsh', { 'said.approvals.0.about': 'A-R1' }],
    [
      'a reply to a reply',
      'marsh',
      {
        'said.replies': [
          { id: 'r1', by: 'priya', on: '2026-11-20', to: 'K1' },
          { id: 'r2', by: 'kelly', on: '2026-11-20T10:00', to: 'r1' },
        ],
      },
    ],
    [
      'a translation of where a meeting is',
      'wojcik',
      {
        'plan.translations.ur.M1.place': undefined,
        'plan.translations.ur': { 'M1.place': { text: 'x', of: 'y', status: 'draft' } },
      },
    ],
    ['a stale translation', 'wojcik', { 'plan.translations.pl.C1-G.of': 'What it said before.' }],
    [
      'a translation by whoever made it',
      'wojcik',
      { 'plan.translations.pl.C1-G.by': 'council translator (agency, Tues.)' },
    ],
    ['a translation into Indonesian, whose tag is "id"', 'wojcik', { 'plan.translations.id': {} }],
    [
      'an order against someone with own items only',
      'marsh',
      { courtOrders: [{ kind: 'order', against: 'danny', until: '2027-01-01' }], 'people.1.planView': 'own-items' },
    ],
    [
      'every second month, on its last working day',
      'marsh',
      {
        'plan.commitments.0.repeats': 'FREQ=MONTHLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
        'plan.commitments.0.from': '2026-11-30',
      },
    ],
    ['29 February', 'marsh', { 'said.answers.0.on': '2028-02-29' }],
    ['the hour that comes twice', 'marsh', { 'plan.meetings.0.at': '2026-10-25T01:30' }],
    ['hidden from a child', 'harker', { 'plan.rules.0.hiddenFrom': ['toby'] }],
  ]
  test.each(allowed)('may have %s', (_, name, changes) => {
    expect(faultsOf(changed(name, changes))).toEqual([])
  })

  test('a court order keeps its effect after its last day, until it is taken out of the plan', () => {
    const file = changed('harker', {
      'people.1.planView': undefined,
      'people.2.hiddenFrom': [],
      'people.3.hiddenFrom': [],
      'people.6.hiddenFrom': [],
      'people.7.hiddenFrom': [],
    }) as CaseFile
    Object.assign(theOne(file.courtOrders?.[0]), { until: '2020-01-01' })
    expect(faultsOf(file)).toEqual([
      {
        path: '$.people[1].planView',
        message: '“craig” is under a court order. Give “craig” "planView": "own-items".',
      },
    ])
    expect(faultsOf({ ...file, courtOrders: undefined })).toEqual([])
  })
})

describe('what a fault says', () => {
  const messages: [CaseName, Record<string, unknown>, string][] = [
    [
      'marsh',
      { 'plan.rules.0.hiddenFrom': ['tonii'] },
      '“tonii” is nobody in this file. Use the id of a person, child or side.',
    ],
    ['marsh', { 'plan.commitments.0.person': 'alfie' }, '“alfie” is a child. Use the id of a person.'],
    [
      'marsh',
      { 'plan.triggers.0.steps.0.who': 'police' },
      '“police” is nobody in this file. Use the id of a person, or “anyone”, “999” or “duty”.',
    ],
    ['marsh', { 'said.answers.0.about': 'A-C99' }, '“A-C99” is nothing in this file. Use the id of a commitment.'],
    [
      'marsh',
      { 'plan.phases.1.id': 'P1' },
      '“P1” is the id at $.plan.phases[0].id already. Give one of the two another id.',
    ],
    ['marsh', { familyName: undefined }, '“familyName” is missing.'],
    ['marsh', { colour: 'blue' }, '“colour” is no key of a case file. Check how it is spelled, or take it out.'],
    [
      'marsh',
      { 'said.answers.0.on': '2026-02-30' },
      '“on” must be a date like 2026-11-23 or a time like 2026-11-23T16:30.',
    ],
    ['marsh', { 'people.0.phone': '+44770090011' }, '“phone” must be a whole phone number like +447700900112.'],
    ['marsh', { 'people.0.phone': '07700 900112' }, '“phone” must be a whole phone number like +447700900112.'],
    ['marsh', { 'people.0.kind': 'friend' }, '“kind” must be one of "parent", "carer", "network", "professional".'],
    ['marsh', { 'plan.rules.0.bottomLine': false }, '“bottomLine” must be true, or left out.'],
    ['marsh', { children: [] }, '“children” must hold at least 1.'],
    [
      'harker',
      { 'people.4.planView': undefined },
      '“hannah” is hidden from “steve”. Give “steve” "planView": "own-items".',
    ],
  ]
  test.each(messages)('%s with %j: %s', (name, changes, message) => {
    expect(faultsOf(changed(name, changes)).map((fault) => fault.message)).toContain(message)
  })

  test('never holds a phone number', () => {
    for (const [, name, changes] of brokenFiles) {
      for (const { message } of faultsOf(changed(name, changes))) {
        expect(message.replace('like +447700900112', '')).not.toMatch(/\d{5}/)
      }
    }
  })
})

describe('the text of a file', () => {
  test.each([
    ['{ "format": ', /^This file is not JSON/],
    ['', /^This file is not JSON/],
    ['{\n "a": 1,\n "b" 2\n}', /^This file is not JSON: something is wrong at line 3, character 6\./],
  ])('%j is refused with the place', (text, message) => {
    expect(jsonFrom(text)).toEqual({ faults: [{ path: '$', message: expect.stringMatching(message) }] })
  })

  test('may start with a byte order mark', () => {
    expect(jsonFrom('\uFEFF{"a": [1]}')).toEqual({ json: { a: [1] } })
  })

  test('with a key twice in one place is refused, since one of the two would be lost', () => {
    const text =
      '{"plan": {"rules": [{"id": "a"}, {"hiddenFrom": ["x"], "text": "\\"id\\": {", "hiddenFrom": []}]}, "id": "b"}'
    expect(jsonFrom(text)).toMatchObject({ faults: [{ path: '$.plan.rules[1].hiddenFrom' }] })
  })

  test.each(CASES)('of %s is read as it is', (name) => {
    expect(jsonFrom(JSON.stringify(caseFile(name), null, 1))).toEqual({ json: caseFile(name) })
  })
})

describe('a file of any shape', () => {
  test.each([[null], [[]], ['text'], [7], [true]])('%j is refused at $', (json) => {
    expect(faultsOf(json)).toEqual([{ path: '$', message: 'The file must be an object in { }.' }])
  })

  test('a key that would reach the prototype is refused wherever it stands', () => {
    const bad = JSON.parse(
      '{"__proto__": {"status": "CP"}, "constructor": 1, "plan": {"translations": {"__proto__": {}, "pl": {"__proto__": {}}}}}',
    )
    const paths = faultsOf(bad).map(({ path }) => path)
    for (const path of [
      '$.__proto__',
      '$.constructor',
      '$.plan.translations.__proto__',
      '$.plan.translations.pl.__proto__',
    ]) {
      expect(paths).toContain(path)
    }
  })

  test('brackets in brackets in brackets do not bring it down', () => {
    const deep = JSON.parse(`{"plan": ${'['.repeat(10_000)}${']'.repeat(10_000)}}`)
    expect(faultsOf(deep).map(({ path }) => path)).toContain('$.plan')
  })

  test('whatever is put in any one place, it is taken whole or every fault names a place in it', () => {
    const strange = fc.oneof(
      fc.constantFrom(
        'kelly',
        'craigs-side',
        'A-R1',
        'story',
        'duty',
        '',
        'nobody',
        '2026-02-30',
        '+447700900112',
        '__proto__',
        'constructor',
      ),
      fc.jsonValue({ maxDepth: 2 }),
    )
    const change = fc.constantFrom('take out', 'rename', 'put in its place', 'swap for another value of the file')
    fc.assert(
      fc.property(fc.constantFrom(...CASES), change, fc.nat(), fc.nat(), strange, (name, how, at, other, value) => {
        const file: unknown = caseFile(name)
        const places = placesIn(file)
        const { holder, key } = pick(places, at)
        const old = Object(holder)[key]
        if (how === 'take out' || how === 'rename') {
          if (Array.isArray(holder)) holder.splice(Number(key), 1)
          else delete Object(holder)[key]
        }
        if (how === 'rename' && !Array.isArray(holder)) Object(holder)[`${key}s`] = old
        if (how === 'put in its place') Object.defineProperty(Object(holder), key, { value, enumerable: true })
        if (how === 'swap for another value of the file') {
          const from = pick(places, other)
          Object(holder)[key] = structuredClone(Object(from.holder)[from.key])
        }
        const before = JSON.stringify(file)
        const read = look(file)
        expect(JSON.stringify(file)).toBe(before)
        if ('file' in read) return
        expect(read.faults.length).toBeGreaterThan(0)
        for (const { path, message } of read.faults) {
          expect(standsIn(file, path), path).toBe(true)
          expect(message).toMatch(/^[“A-Z].*\.$/)
        }
      }),
      { numRuns: 400 },
    )
  }, 30_000)
})

test.each<[string, (file: CaseFile) => unknown, string]>([
  [
    'a giveaway without a letter',
    (file) => (file.giveaways = [{ words: ['🦄'], keepFrom: ['danny'] }]),
    '$.giveaways[0].words[0]',
  ],
  [
    'a name that turns the line round',
    (file) => Object.assign(file.people[1] ?? {}, { name: 'Bev\u202eAdeyemi' }),
    '$.people[1].name',
  ],
  [
    'a name of signs nobody sees',
    (file) => Object.assign(file.people[1] ?? {}, { name: '\u200b' }),
    '$.people[1].name',
  ],
  [
    'letters lost in another encoding',
    (file) => Object.assign(file.people[1] ?? {}, { name: 'Zo\ufffd' }),
    '$.people[1].name',
  ],
  [
    'a year with a digit missing',
    (file) => Object.assign(file.plan.commitments[0] ?? {}, { from: '0206-11-23' }),
    '$.plan.commitments[0].from',
  ],
])('%s is refused at its place', (_, change, path) => {
  const file = caseFile('marsh')
  change(file)
  const read = faultsIn(file, { staff: ['priya'] })
  expect('faults' in read && read.faults.map((fault) => fault.path)).toEqual([path])
})

describe('a phone number', () => {
  test.each(['+447700900112', '+441632960121', '+48601000000', '+923001234567'])('%s could be dialled', (number) => {
    expect(isPhone(number)).toBe(true)
  })

  test.each([
    '07700900112',
    '+44 7700 900112',
    '+447700900112 ',
    '+4477009',
    '+447700900112999',
    '+44770090011',
    '+4477009001',
    '+44077009001',
    '+447700900',
    '+4477009001123',
    '+446012345678',
    '+44601234567',
    '+4860123456',
    '+92300123456',
    '+999',
    '',
    'tel:+447700900112',
  ])('%j is not one as a file writes it', (number) => expect(isPhone(number)).toBe(false))

  test('of a mobile phone in the United Kingdom with a digit too few or too many is none, however it is typed', () => {
    for (const typed of ['07700 90011', '07700 9001', '07700 900', '+44 7700 90011', '07700 900 1123', '۰۷۷۰۰ ۹۰۰۱۱'])
      expect([typed, phoneFrom(typed)]).toEqual([typed, null])
    for (const typed of ['601 234 567', '07700900112;07700900113', '07700 900112 ext 3'])
      expect([typed, phoneFrom(typed)]).toEqual([typed, null])
    expect(phoneFrom('+44 (0)7700 900112')).toBe('+447700900112')
    expect(phoneFrom('+48 601 000 000')).toBe('+48601000000')
  })

  test('typed as people type it is understood', () => {
    expect(['07700 900112', '+44 7700 900112', '(01632) 960121', 'none', '12'].map(phoneFrom)).toEqual([
      '+447700900112',
      '+447700900112',
      '+441632960121',
      null,
      null,
    ])
  })
})

function placesIn(json: unknown): { holder: object; key: string }[] {
  if (typeof json !== 'object' || json === null) return []
  return Object.entries(json).flatMap(([key, inner]) => [{ holder: json, key }, ...placesIn(inner)])
}

function pick<T>(places: T[], at: number): T {
  return places[at % places.length] as T
}

/** The path leads to something in the file, or to a key that is missing from an object in it. */
function standsIn(json: unknown, path: string): boolean {
  const steps = [...path.matchAll(/\.(\w+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/g)].map(([, name, index, quoted]) =>
    quoted ? String(JSON.parse(quoted)) : (name ?? index ?? ''),
  )
  const last = steps.pop()
  const holder = steps.reduce<unknown>(
    (at, step) => (Object.hasOwn(Object(at), step) ? Object(at)[step] : undefined),
    json,
  )
  return typeof json !== 'object' || last === undefined || (typeof holder === 'object' && holder !== null)
}
