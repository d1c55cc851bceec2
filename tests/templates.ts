/** Three public forms of plans, of different practice models, filled in with people who do not exist. */
import type { CaseFile, Id } from '#app/domain/plan/case-file'

const text = (id: Id, words: string) => ({ id, text: words })
const worker = { id: 'olu', name: 'Olu Bello', relationship: 'social worker', kind: 'professional' as const }
const common = { format: 'safety-network-case/1' as const, language: 'en', worker: 'olu' }

/** A family group conference: the family's own plan, who does what by when, who checks it, and a review. */
const conference: CaseFile = {
  ...{ ...common, reference: 'FGC-1', familyName: 'Ashdown', status: 'CIN' },
  children: [{ id: 'mia', firstName: 'Mia', born: '2017-05' }],
  people: [
    {
      id: 'jo',
      name: 'Jo Ashdown',
      relationship: 'mother',
      kind: 'parent',
      circle: 'inner',
      phone: '+447700900701',
      otherPhones: [{ number: '+441632960701', note: 'Work, until 3pm.' }],
      email: 'jo@example.org',
    },
    {
      id: 'ken',
      name: 'Ken Ashdown',
      relationship: 'grandfather',
      kind: 'network',
      circle: 'inner',
      phone: '+447700900702',
    },
    worker,
  ],
  plan: {
    ...{ from: '2026-11-01', reviewBy: '2027-02-01' },
    worries: [
      {
        ...{
          id: 'W',
          danger: [text('W-D', 'Mia may miss school and meals when Jo is ill.')],
          goal: text('W-G', 'Mia is fed, at school and has a grown-up, also on bad days.'),
        },
        ...{
          familyGoal: text('W-F', 'We look after our own, and say so early.'),
          zero: text('W-0', 'Nobody knows when Jo is ill.'),
          ten: text('W-10', 'Ken knows the same morning.'),
        },
        nextSteps: [{ ...text('W-N', 'Get a second key cut.'), who: 'ken', by: '2026-12-05' }],
      },
    ],
    rules: [
      {
        ...text('R', 'Jo texts Ken by seven when she cannot get up.'),
        makesSure: ['jo'],
        children: ['mia'],
        forChildren: 'If Mum stays in bed, Grandad comes.',
      },
    ],
    triggers: [
      {
        id: 'T',
        level: 'early',
        sign: text('T-S', 'No text by seven.'),
        steps: [
          { ...text('T-1', 'Rings Jo.'), who: 'ken' },
          { ...text('T-2', 'Rings the duty team.'), who: 'duty' },
        ],
      },
    ],
    commitments: [
      {
        ...text('C-1', 'Takes Mia to school.'),
        person: 'ken',
        when: 'school days 08:20',
        repeats: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
        except: ['2026-12-21'],
        minutes: 30,
        checkedBy: 'jo',
        children: ['mia'],
      },
      {
        ...text('C-2', 'Asks the doctor about tiredness.'),
        person: 'jo',
        when: 'when there is an appointment',
        dueBy: '2026-12-10',
      },
    ],
    endsWhen: [text('E', 'Three months with nobody ringing the duty team.')],
    contingency: [text('I', 'If it does not hold, Mia stays at Ken’s and we meet within a week.')],
    meetings: [
      {
        ...{
          id: 'M',
          kind: 'Family group conference',
          at: '2026-11-01T10:00',
          ends: '2026-11-01T13:00',
          place: 'The community hall',
          who: ['jo', 'ken'],
          bring: 'Something to eat together',
        },
        ...{
          agenda: [text('M-A', 'What Mia needs.')],
          decisions: [{ ...text('M-D', 'Ken keeps the key.'), who: 'ken', by: '2026-12-05' }],
        },
      },
    ],
  },
  said: {
    agreements: [
      { id: 'G-1', by: 'jo', on: '2026-11-01', as: 'family', view: 'accept' },
      { id: 'G-2', by: 'olu', on: '2026-11-03', as: 'worker', view: 'accept', words: 'Safe enough for now.' },
    ],
  },
}

/** A safety plan for somebody who is hurt at home: the way out, the bag, the word, orders, safe hours. */
const athome: CaseFile = {
  ...{ ...common, reference: 'DA-1', familyName: 'Pell', status: 'CP', domesticAbuse: true },
  courtOrders: [{ kind: 'occupation order', against: ['rob'], protects: ['ines', 'tia'], from: '2026-10-01' }],
  children: [{ id: 'tia', firstName: 'Tia', born: '2015-02', ownSignIn: true }],
  people: [
    {
      ...{
        id: 'ines',
        name: 'Inês Pell',
        relationship: 'mother',
        kind: 'parent',
        circle: 'inner',
        phone: '+447700900711',
        formerNames: [{ name: 'Inês Duarte' }],
        hiddenFrom: [],
      },
      safeToText: [
        { days: ['MO', 'TU', 'WE'], from: '09:30', to: '14:00' },
        { days: ['FR'], from: '22:30', to: '01:00' },
      ],
    },
    { id: 'rob', name: 'Rob Stark', relationship: 'father', kind: 'parent', circle: 'middle', planView: 'own-items' },
    {
      id: 'dee',
      name: 'Dee Moss',
      relationship: 'friend',
      kind: 'network',
      circle: 'middle',
      phone: '+447700900712',
      hiddenFrom: ['rob'],
      knows: 'Inês may need somewhere to go at night.',
    },
    worker,
  ],
  plan: {
    worries: [],
    rules: [{ ...text('R', 'Nobody tells Rob where they sleep.'), makesSure: ['ines'], hiddenFrom: ['rob'] }],
    triggers: [
      {
        ...{
          id: 'T',
          level: 'red',
          hiddenFrom: ['rob'],
          sign: text('T-S', 'He comes to the door.'),
          steps: [
            { ...text('T-1', 'Leaves by the back.'), who: 'ines' },
            { ...text('T-2', 'Rings 999.'), who: '999' },
          ],
        },
        forYou: [{ ...text('T-Y', 'Inês says the word on the phone.'), who: 'dee' }],
      },
    ],
    commitments: [
      {
        ...text('C', 'Sees Tia at the contact centre.'),
        person: 'rob',
        when: 'Saturdays 10:00',
        repeats: 'FREQ=WEEKLY;BYDAY=SA',
      },
    ],
    safety: {
      bag: [{ ...text('B', 'Passports, keys, the inhaler.'), onlyFor: ['ines'] }],
      safePlaces: [{ ...text('P', 'The library.'), hiddenFrom: ['rob'] }],
      wayOut: [{ ...text('O', 'Through the yard.'), onlyFor: ['ines', 'tia'] }],
      codeWord: [{ ...text('K', 'Ask for the blue tin.'), onlyFor: ['ines', 'tia', 'dee'] }],
      mayCollect: [{ id: 'L', child: 'tia', who: ['ines', 'dee'], hiddenFrom: ['rob'] }],
      health: [{ ...text('H', 'Asthma: two puffs.'), child: 'tia', hiddenFrom: ['rob'] }],
    },
  },
}

/** A map with its network: danger and goal statements, a scale, bottom lines, a story a child, a trajectory. */
const map: CaseFile = {
  ...{ ...common, reference: 'MAP-1', familyName: 'Reyes', status: 'CP' },
  children: [
    { id: 'leo', firstName: 'Leo', born: '2014-09', ownSignIn: true },
    { id: 'ana', firstName: 'Ana', born: '2019-01' },
  ],
  people: [
    {
      id: 'eva',
      name: 'Eva Reyes',
      shownAs: 'Eva',
      relationship: 'mother',
      kind: 'parent',
      circle: 'inner',
      phone: '+447700900721',
    },
    { id: 'sol', name: 'Sol Reyes', relationship: 'aunt', kind: 'network', circle: 'inner', phone: '+447700900722' },
    worker,
  ],
  plan: {
    scale: {
      id: 'S',
      zero: text('S-0', 'The children cannot stay.'),
      ten: text('S-10', 'Nobody needs to visit any more.'),
    },
    worries: [
      {
        ...{
          id: 'W',
          harm: text('W-H', 'In May Ana was alone for a night.'),
          danger: [text('W-D', 'Olu is worried that Ana will be alone again and be hurt.')],
          goal: text('W-G', 'A grown-up everybody trusts is there every night.'),
        },
        ...{
          zero: text('W-0', 'Alone most nights.'),
          ten: text('W-10', 'Never alone.'),
          bottomLines: [text('W-B', 'Two people outside the house know.')],
        },
        ...{
          complicating: [text('W-C', 'Night shifts.')],
          strengths: [text('W-S', 'Sol comes when asked.')],
          existingSafety: [text('W-E', 'In June Eva rang Sol and went to work after.')],
        },
      },
    ],
    rules: [
      {
        ...text('R', 'Eva leaves when Sol has come.'),
        bottomLine: true,
        makesSure: ['eva', 'sol'],
        children: ['ana'],
        forChildren: 'Mum goes when Aunt Sol is here.',
      },
    ],
    triggers: [
      {
        id: 'T',
        level: 'early',
        sign: text('T-S', 'A shift is changed.'),
        steps: [
          { ...text('T-1', 'Texts Sol.'), who: 'eva', backup: 'sol' },
          { ...text('T-2', 'Rings duty.'), who: 'duty' },
        ],
      },
    ],
    commitments: [
      {
        ...text('C', 'Sleeps at the flat.'),
        person: 'sol',
        when: 'every second Friday',
        repeats: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR',
        from: '2026-11-27',
        rule: 'R',
      },
    ],
    phases: [
      text('F-1', 'To Christmas: Sol every shift.'),
      text('F-2', 'From January: Sol and Eva plan by themselves.'),
    ],
    meetings: [
      {
        id: 'M',
        kind: 'Network meeting',
        at: '2026-12-03T17:00',
        ends: '2026-12-03T18:00',
        place: 'By video',
        link: 'https://meet.example/map',
        who: ['eva'],
        apologies: ['sol'],
      },
    ],
    story: {
      readyForChildren: false,
      frames: [{ ...text('Y', 'This is Leo and Ana.'), part: 'Who we are', picture: 'A house' }],
    },
    stories: [
      {
        child: 'leo',
        readyForChildren: true,
        frames: [
          {
            ...text('Y-L', 'Leo looked after Ana at night.'),
            part: 'What happened',
            picture: 'A moon',
            image: { file: 'moon.jpg', alt: text('Y-A', 'A boy under a moon') },
          },
        ],
      },
    ],
  },
  said: { scores: [{ id: 'X', by: 'eva', on: '2026-11-20', about: 'W', value: 4.5 }] },
}

export const templates: [string, CaseFile][] = [
  ['a family group conference', conference],
  ['a safety plan for somebody hurt at home', athome],
  ['a map with its network', map],
]
