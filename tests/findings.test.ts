/** What the look before publishing finds beside leaks, one kind after another, in the three real families. */
import { describe, expect, test } from 'vitest'
import { findingsIn } from '#app/domain/access/findings'
import type { CaseFile } from '#app/domain/plan/case-file'
import type { FindingKind } from '#app/domain/plan/checks/finding'
import { demoFamilies } from '#db/seed/demo'
import { changed } from './broken-files'
import { CASES, type CaseName, caseFile } from './situation'

const today = '2026-11-23'

/** As "kind item → people: words". */
function found(
  name: CaseName,
  changes: Record<string, unknown> = {},
  { on, before }: { on?: string; before?: CaseFile } = {},
) {
  return foundIn(changed(name, changes) as CaseFile, { on, before })
}

function foundIn(file: CaseFile, { on = today, before }: { on?: string; before?: CaseFile } = {}) {
  return findingsIn({ file, narrowings: [], today: on }, before).map(
    ({ kind, item = '', people, found }) =>
      `${kind} ${item}${people.length > 0 ? ` → ${people.join(' ')}` : ''}${found ? `: ${found}` : ''}`,
  )
}

const ofKind = (all: string[], ...kinds: FindingKind[]) =>
  all.filter((one) => kinds.some((kind) => one.startsWith(`${kind} `)))

test('in the real plans there is what their workers know: nobody for Mondays, and a day that is over', () => {
  const known = [[], [], ['nobody-does-it C-C7', 'past-date C-C6: 2026-11-20']]
  // And whom a sign would be read to as of a stranger: for them the demo's plans have words of their own.
  const strangers = [['about-reader A-T1 → kelly', 'about-reader A-T3 → kelly'], [], ['about-reader C-T2 → agnieszka']]
  expect(CASES.map((name) => found(name))).toEqual(known.map((one, at) => [...(strangers[at] ?? []), ...one]))
  expect(demoFamilies.map((file) => foundIn(file as CaseFile))).toEqual(known)
})

const step = { id: 'S1', who: 'kelly', text: 'Sits down.' }

test.each<[what: string, of: CaseName, changes: Record<string, unknown>, ...found: string[]]>([
  ['a rule shut to who makes sure of it', 'marsh', { 'plan.rules.1.hiddenFrom': ['toni'] }, 'unseen-duty A-R2 → toni'],
  [
    'a task for somebody who knows nothing yet',
    'marsh',
    { 'plan.commitments.1.person': 'marcus' },
    'unseen-duty A-C2 → marcus',
  ],
  ['a rule nobody makes sure of', 'marsh', { 'plan.rules.3.makesSure': [] }, 'nobody-makes-sure A-R4'],
  ['a task of nobody', 'marsh', { 'plan.commitments.1.person': undefined }, 'nobody-does-it A-C2'],
  [
    'a sign whose steps lead to nobody',
    'marsh',
    { 'plan.triggers.1.steps': [step] },
    'no-last-step A-T2',
    'nobody-to-ring A-T2 → kelly danny sheila toni',
  ],
  [
    'a sign whose last step is shut to one who acts in it',
    'marsh',
    { 'plan.triggers.0.steps.3.hiddenFrom': ['bev'] },
    'no-last-step A-T1 → bev',
  ],
  [
    'somebody of the middle circle who was told nothing',
    'marsh',
    { 'people.4.knows': undefined, 'plan.triggers.0.toldTo': undefined, 'plan.triggers.2.toldTo': undefined },
    'more-than-told bev → bev',
  ],
  [
    'a task that tells of more than they were told',
    'marsh',
    { 'plan.commitments.2.text': 'Walk the kids to school when their dad is in prison.' },
    'more-than-told A-C3 → bev: prison',
  ],
  [
    'a task for somebody who must never be told',
    'harker',
    { 'plan.commitments.4.person': 'brenda' },
    'not-to-be-told B-C5 → brenda',
  ],
  [
    'a sign told to somebody who must never be told',
    'harker',
    { 'plan.triggers.2.toldTo': ['steve', 'brenda'] },
    'not-to-be-told B-T3 → brenda',
  ],
  [
    'words that send somebody to who must never be told',
    'harker',
    { 'plan.triggers.2.steps.1.text': 'Ask Brenda to come along.' },
    'not-to-be-told B-T3-2 → brenda: Brenda',
  ],
  ['words that warn against them', 'harker', { 'plan.triggers.2.steps.1.text': 'Go for a walk, do not ring Brenda.' }],
  ['a meeting of last week', 'marsh', { 'plan.meetings.0.at': '2026-11-16T16:30' }, 'past-date M1: 2026-11-16T16:30'],
  ['a plan to be looked at again last month', 'marsh', { 'plan.reviewBy': '2026-10-23' }, 'past-date : 2026-10-23'],
  ['a task that was due', 'marsh', { 'plan.commitments.1.dueBy': '2026-11-22' }, 'past-date A-C2: 2026-11-22'],
  ['a task that is due today', 'marsh', { 'plan.commitments.1.dueBy': today }],
  ['a task that ended', 'marsh', { 'plan.commitments.0.until': '2026-11-01' }, 'past-date A-C1: 2026-11-01'],
  [
    'a next step that was due',
    'marsh',
    { 'plan.worries.0.nextSteps': [{ id: 'N1', text: 'Ring the school.', by: '2026-11-22' }] },
    'past-date N1: 2026-11-22',
  ],
])('%s', (_, name, changes, ...expected) => {
  const all = found(name, changes)
  const kinds = expected.map((one) => one.split(' ')[0] as FindingKind)
  if (expected.length > 0) expect(ofKind(all, ...kinds)).toEqual(expected)
  else expect(all.filter((one) => !/^(unseen|about-reader)/.test(one))).toEqual([])
})

test('an order past its end is a task for staff, to the day', () => {
  const over = (on: string) => ofKind(found('harker', {}, { on }), 'order-over')
  expect(over('2027-05-14')).toEqual([])
  expect(over('2027-05-15')).toEqual(['order-over  → craig: 2027-05-14'])
})

describe('since somebody else last looked', () => {
  const fresh = (changes: Record<string, unknown>) =>
    ofKind(found('harker', changes, { before: caseFile('harker') }), 'new-since')

  test('nothing is new in the same plan', () => expect(fresh({})).toEqual([]))
  test('a sentence, a whole worry’s goal, and who is kept from something are, by themselves', () => {
    expect(fresh({ 'plan.rules.0.text': 'Other words.' })).toEqual(['new-since B-R1'])
    expect(fresh({ 'plan.worries.0.goal.text': 'Other words.' })).toHaveLength(1)
    expect(fresh({ 'people.3.hiddenFrom': [] })).toEqual(['new-since ruth'])
    const [first, ...others] = caseFile('harker').plan.commitments
    expect(fresh({ 'plan.commitments': [first, ...others, { ...first, id: 'new-1' }] })).toEqual(['new-since new-1'])
  })
})

test('of a picture its description and the name of its file are looked through too', () => {
  const image = { file: 'ruth.png', alt: { id: 'F9-alt', text: 'At Ruth’s' } }
  const frame = { id: 'F9', part: 'Home', text: 'We play.', picture: 'A house', onlyFor: ['craig'], image }
  const file = changed('harker', { 'plan.story': { readyForChildren: true, frames: [frame] } }) as CaseFile
  const leaks = findingsIn({ file, narrowings: [], today }).filter(({ kind }) => kind === 'leak')
  expect(leaks.map(({ path, people }) => [path, people])).toEqual(
    ['file', 'alt.text'].map((key) => [`$.plan.story.frames[0].image.${key}`, ['craig']]),
  )
})
