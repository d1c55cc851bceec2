/** One plan in which every key there is says something: `keysUnsaid` names those that do not. */
import { type FamilyFile, familyFileSchema } from '#app/domain/plan/case-file'

const seen = { hiddenFrom: ['rob'], onlyFor: ['ines'] }
const item = <Id extends string>(id: Id) => ({ ...{ id, ...seen }, about: ['tia'], byVoice: true as const })
const text = (id: string) => ({ ...item(id), text: `Words of ${id}.` })
const nextStep = (id: string) => ({ ...text(id), who: 'dee', by: '2026-12-05' })
const frame = (id: string) => ({
  ...{ ...text(id), part: 'What happened', picture: 'A moon' },
  image: { file: `${id}.jpg`, alt: text(`${id}-alt`) },
})

const json = {
  ...{ format: 'safety-network-case/1', reference: 'ALL-1', familyName: 'Pell', status: 'CP', language: 'en' },
  domesticAbuse: true,
  courtOrders: [
    { kind: 'occupation order', against: 'rob', protects: ['ines', 'tia'], from: '2026-10-01', until: '2027-10-01' },
    { kind: 'non-molestation order', against: ['rob'] },
  ],
  sides: [{ id: 'hers', name: 'Inês’s side', people: ['ines', 'dee'] }],
  giveaways: [{ words: ['Mill Lane', 'the refuge'], keepFrom: ['rob'] }],
  worker: 'olu',
  children: [
    {
      ...{ id: 'tia', firstName: 'Tia', born: '2010-02', youngCarer: true, phone: '+447700900713' },
      ...{ noTexts: true, ownSignIn: true },
    },
  ],
  people: [
    {
      ...{ id: 'ines', name: 'Inês Pell', shownAs: 'Inês', alsoKnownAs: ['Nes'] },
      ...{ formerNames: [{ name: 'Inês Duarte', until: '2012-05-01' }], relationship: 'mother', addressAs: 'Mum' },
      ...{ kind: 'parent', circle: 'inner', phone: '+447700900711', noTexts: true, landline: true },
      ...{ otherPhones: [{ number: '+441632960701', note: 'Work, until 3pm.' }, { number: '+441632960702' }] },
      ...{ email: 'ines@example.org', unsafePhones: ['+447700900799'], numberFor: ['dee', 'tia'], language: 'pl' },
      ...{ parentalResponsibility: true, livesWithChildren: false, knows: 'What there is to know.' },
      ...{ told: [{ what: 'Who is in it.', by: 'olu', on: '2026-11-01' }], askedBy: 'olu', suggestedBy: 'dee' },
      planView: 'own-items',
      safeToText: [
        { days: ['MO', 'TU', 'WE'], from: '09:30', to: '14:00' },
        { days: ['FR'], from: '22:30', to: '01:00' },
      ],
      ...{ availability: 'Mornings.', hiddenFrom: ['rob'] },
    },
    {
      ...{ id: 'rob', name: 'Rob Stark', relationship: 'father', kind: 'parent', notToBeTold: true },
      safeToText: { days: ['SA'], from: '10:00', to: '12:00' },
    },
    {
      ...{ id: 'dee', name: 'Dee Moss', relationship: 'friend', kind: 'network' },
      safeToText: [{ days: ['SU'], from: '10:00', to: '12:00' }],
    },
    { id: 'olu', name: 'Olu Bello', relationship: 'social worker', kind: 'professional' },
  ],
  plan: {
    ...{ from: '2026-11-01', reviewBy: '2027-02-01', scale: { id: 'S', zero: text('S0'), ten: text('S10') } },
    worries: [
      {
        ...{ id: 'W', ...seen, harm: text('WH'), danger: [text('WD')], goal: text('WG'), familyGoal: text('WF') },
        ...{ zero: text('W0'), ten: text('W10'), bottomLines: [text('WB')], complicating: [text('WC')] },
        ...{ strengths: [text('WS')], existingSafety: [text('WE')], nextSteps: [nextStep('WN')] },
        endsOpenToChildren: true,
      },
    ],
    rules: [
      { ...text('R'), bottomLine: true, makesSure: ['ines'], children: ['tia'], forChildren: 'The same, shorter.' },
    ],
    triggers: [
      {
        ...{ id: 'T', ...seen, level: 'red', sign: text('TS'), forYou: [{ ...text('TY'), who: 'dee' }] },
        ...{ toldTo: ['dee'], steps: [{ ...text('T1'), who: 'ines', backup: 'dee' }] },
      },
    ],
    commitments: [
      {
        ...{ ...text('C'), person: 'dee', when: 'Fridays', repeats: 'FREQ=WEEKLY;BYDAY=FR', from: '2026-11-27' },
        ...{ until: '2027-02-01', dueBy: '2026-12-01', except: ['2026-12-25'], minutes: 30, backup: 'ines' },
        ...{ rule: 'R', checkedBy: 'olu', children: ['tia'] },
      },
    ],
    safetyObjects: [
      {
        ...{ ...item('O'), child: 'tia', object: 'A whistle', place: 'Her bag', means: 'Come now', checkedBy: 'dee' },
        howOften: 'every week',
      },
    ],
    childContacts: [{ ...item('K'), child: 'tia', order: ['dee', 'ines'], how: 'By the kitchen phone' }],
    safety: {
      ...{ bag: [text('SB')], safePlaces: [text('SP')], wayOut: [text('SW')], codeWord: [text('SC')] },
      mayCollect: [{ ...item('SM'), child: 'tia', who: ['dee'] }],
      health: [{ ...text('SH'), child: 'tia' }],
    },
    ...{ phases: [text('P')], endsWhen: [text('E')], contingency: [text('I')] },
    meetings: [
      {
        ...{ ...item('M'), kind: 'Network meeting', at: '2026-12-03T17:00', ends: '2026-12-03T18:00' },
        ...{ place: 'By video', link: 'https://meet.example/map', bring: 'Something to eat', who: ['ines', 'tia'] },
        ...{ agenda: [text('MA')], apologies: ['dee'], decisions: [nextStep('MD')], openToChildren: true },
      },
    ],
    story: { readyForChildren: true, frames: [frame('F')] },
    stories: [{ child: 'tia', readyForChildren: true, frames: [frame('G')] }],
    translations: {
      pl: {
        R: { text: 'Słowa.', of: 'Words of R.', status: 'checked', by: 'olu' },
        'F-alt': { text: 'Słowa.', of: 'Words of F-alt.', status: 'draft' },
        'ines.otherPhones.0.note': { text: 'Praca.', of: 'Work, until 3pm.', status: 'draft' },
      },
    },
  },
}

/** As it is kept: the keys in the order of the schema. */
export const wholeDocument: FamilyFile = familyFileSchema.parse(json)

type Part = {
  def: { innerType?: unknown }
  shape?: Record<string, unknown>
  element?: unknown
  options?: unknown
}

/** Where the schema has a key that the document does not say anything under. */
export function keysUnsaid(schema: unknown, values: unknown[], path = '$'): string[] {
  const { def, shape, element, options } = schema as Part
  if (def.innerType) return keysUnsaid(def.innerType, values, path)
  const there = values.filter((value) => value !== undefined)
  if (there.length === 0) return [path]
  if (element) return keysUnsaid(element, there.flat(), `${path}[]`)
  if (options) return []
  if (!shape) return []
  return Object.entries(shape).flatMap(([key, inner]) =>
    keysUnsaid(
      inner,
      there.map((value) => (value as Record<string, unknown>)[key]),
      `${path}.${key}`,
    ),
  )
}
