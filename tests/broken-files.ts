import { type CaseName, caseFile } from './situation'

/** What is broken, in which real case, the places changed (`undefined`: taken out), and every fault that makes. */
export type BrokenFile = [what: string, of: CaseName, changes: Record<string, unknown>, ...faults: string[]]

/** A real case with places changed: `{ 'plan.rules.0.text': 'New words' }`. A place may be new. */
export function changed(name: CaseName, changes: Record<string, unknown>): unknown {
  const file: unknown = caseFile(name)
  for (const [place, value] of Object.entries(changes)) {
    const path = place.split('.')
    const last = path.pop() ?? ''
    const holder = path.reduce<unknown>((at, step) => Object(at)[step], file)
    if (value === undefined) delete Object(holder)[last]
    else Object.assign(Object(holder), { [last]: value })
  }
  return file
}

const text = { id: 'new', text: 'Some words.' }
const said = { id: 'new', by: 'kelly', on: '2026-11-20' }
const safe = { days: ['MO'], from: '09:30', to: '14:30' }
const order = { kind: 'non-molestation order', against: 'danny', until: '2026-11-23' }

/** One class a line. In `harker`, person 1 is Craig, 4 is Steve; in `marsh`, 0 is Kelly, 1 Danny, 6 Ms Orr. */
export const brokenFiles: BrokenFile[] = [
  ['another format', 'marsh', { format: 'safety-network-case/2' }, '$.format'],
  ['a missing key', 'marsh', { familyName: undefined }, '$.familyName'],
  ['a missing plan', 'marsh', { plan: undefined, said: undefined }, '$.plan'],
  ['a list that is not one', 'marsh', { 'plan.rules.0.makesSure': 'kelly' }, '$.plan.rules[0].makesSure'],
  ['words that are blank', 'marsh', { 'plan.rules.0.text': '  ' }, '$.plan.rules[0].text'],
  ['a status there is not', 'marsh', { status: 'OK' }, '$.status'],
  ['a mark that is false instead of left out', 'marsh', { domesticAbuse: false }, '$.domesticAbuse'],
  ['a reference with a space at its end', 'marsh', { reference: 'CS-20417 ' }, '$.reference'],

  ['an unknown key', 'marsh', { colour: 'blue' }, '$.colour'],
  [
    'an unknown key deep down',
    'harker',
    { 'plan.triggers.1.steps.2.hidenFrom': ['craig'] },
    '$.plan.triggers[1].steps[2].hidenFrom',
  ],
  [
    'two unknown keys in one place',
    'marsh',
    { 'people.0.age': 31, 'people.0.post code': 'x' },
    '$.people[0].age',
    '$.people[0]["post code"]',
  ],

  ['an id with a space', 'marsh', { 'plan.phases.0.id': 'P 1' }, '$.plan.phases[0].id'],
  ['an id that is too long', 'marsh', { 'plan.phases.0.id': 'P'.repeat(41) }, '$.plan.phases[0].id'],
  ['an id given twice in the plan', 'marsh', { 'plan.phases.1.id': 'P1' }, '$.plan.phases[1].id'],
  ['the id of a person on an item', 'marsh', { 'plan.phases.1.id': 'kelly' }, '$.plan.phases[1].id'],
  ['the id of an item on an entry', 'marsh', { 'said.checkIns.0.id': 'M1' }, '$.said.checkIns[0].id'],
  ['an id that means something else', 'marsh', { 'plan.phases.1.id': 'duty' }, '$.plan.phases[1].id'],
  ['a neighbour with the id of a member of staff', 'marsh', { 'people.5.id': 'amina' }, '$.people[5].id'],

  [
    'a next step of a child, by no day',
    'marsh',
    { 'plan.worries.0.nextSteps': [{ ...text, who: 'alfie', by: 'soon' }] },
    '$.plan.worries[0].nextSteps[0].by',
    '$.plan.worries[0].nextSteps[0].who',
  ],
  ['a rule nobody makes sure', 'marsh', { 'plan.rules.0.makesSure.0': 'tonii' }, '$.plan.rules[0].makesSure[0]'],
  ['hidden from nobody', 'harker', { 'plan.rules.0.hiddenFrom.0': 'craigs-syde' }, '$.plan.rules[0].hiddenFrom[0]'],
  ['only for nobody', 'harker', { 'plan.rules.4.onlyFor.0': 'graig' }, '$.plan.rules[4].onlyFor[0]'],
  ['a side with a stranger', 'harker', { 'sides.0.people.2': 'gary' }, '$.sides[0].people[2]'],
  ['words kept from a stranger', 'harker', { 'giveaways.0.keepFrom.1': 'gary' }, '$.giveaways[0].keepFrom[1]'],
  ['an order against a stranger', 'harker', { 'courtOrders.0.against': 'gary' }, '$.courtOrders[0].against'],
  [
    'an order against two, one a stranger, that ends before it begins',
    'harker',
    { 'courtOrders.0.against': ['craig', 'gary'], 'courtOrders.0.from': '2027-06-01' },
    '$.courtOrders[0].against[1]',
    '$.courtOrders[0].until',
  ],
  ['an order against nobody', 'harker', { 'courtOrders.0.against': [] }, '$.courtOrders[0].against'],
  ['an order for a stranger', 'harker', { 'courtOrders.0.protects.3': 'gary' }, '$.courtOrders[0].protects[3]'],
  [
    'a sentence about a stranger',
    'harker',
    { 'plan.worries.0.bottomLines.0.about.0': 'gary' },
    '$.plan.worries[0].bottomLines[0].about[0]',
  ],
  ['a step for a stranger', 'marsh', { 'plan.triggers.0.steps.0.who': 'police' }, '$.plan.triggers[0].steps[0].who'],
  ['a step for a child', 'marsh', { 'plan.triggers.0.steps.0.who': 'alfie' }, '$.plan.triggers[0].steps[0].who'],
  [
    'a step with no such backup',
    'marsh',
    { 'plan.triggers.0.steps.0.backup': 'gary' },
    '$.plan.triggers[0].steps[0].backup',
  ],
  [
    'a sign in two ways for one person, and in words for a child',
    'marsh',
    {
      'plan.triggers.0.forYou': [
        { ...text, who: 'bev' },
        { ...text, id: 'new2', who: 'bev' },
        { ...text, id: 'new3', who: 'alfie' },
      ],
    },
    '$.plan.triggers[0].forYou[2].who',
    '$.plan.triggers[0].forYou[1].who',
  ],
  ['a scale without its end', 'marsh', { 'plan.scale': { zero: text } }, '$.plan.scale.ten'],
  ['a sign a stranger was told', 'marsh', { 'plan.triggers.0.toldTo.0': 'gary' }, '$.plan.triggers[0].toldTo[0]'],
  ['a commitment of a stranger', 'marsh', { 'plan.commitments.0.person': 'gary' }, '$.plan.commitments[0].person'],
  [
    'a task of no child that a child checks, by a day though it comes round',
    'marsh',
    {
      'plan.commitments.0.dueBy': '2026-12-01',
      'plan.commitments.0.checkedBy': 'alfie',
      'plan.commitments.0.children': ['kelly'],
      'plan.commitments.0.minutes': 0.5,
      'plan.commitments.0.except': ['24.12.'],
    },
    '$.plan.commitments[0].except[0]',
    '$.plan.commitments[0].minutes',
    '$.plan.commitments[0].checkedBy',
    '$.plan.commitments[0].children[0]',
    '$.plan.commitments[0].dueBy',
  ],
  ['a rule of no child', 'marsh', { 'plan.rules.0.children': [] }, '$.plan.rules[0].children'],
  ['a commitment for no rule', 'marsh', { 'plan.commitments.0.rule': 'A-C2' }, '$.plan.commitments[0].rule'],
  ['a safety object of no child', 'marsh', { 'plan.safetyObjects.0.child': 'kelly' }, '$.plan.safetyObjects[0].child'],
  [
    'a child who calls a stranger',
    'marsh',
    { 'plan.childContacts.0.order.1': 'gary' },
    '$.plan.childContacts[0].order[1]',
  ],
  ['a meeting with a stranger', 'marsh', { 'plan.meetings.0.who.0': 'gary' }, '$.plan.meetings[0].who[0]'],
  ['a number for a stranger', 'marsh', { 'people.0.numberFor': ['gary'] }, '$.people[0].numberFor[0]'],
  [
    'a former name of no letters, and until no day',
    'marsh',
    { 'people.2.formerNames': [{ name: '…', until: '2019-02-30' }], 'people.2.shownAs': '?' },
    '$.people[2].formerNames[0].until',
    '$.people[2].shownAs',
    '$.people[2].formerNames[0].name',
  ],
  ['a person a stranger asked', 'marsh', { 'people.2.askedBy': 'gary' }, '$.people[2].askedBy'],
  [
    'a person a stranger told',
    'marsh',
    { 'people.2.told': [{ what: 'x', by: 'gary', on: '2026-10-01' }] },
    '$.people[2].told[0].by',
  ],
  ['a worker who is nobody', 'marsh', { worker: 'pria' }, '$.worker', '$.worker'],
  ['a worker who is not staff', 'marsh', { worker: 'ms_orr' }, '$.worker'],
  [
    'a translation of nothing',
    'wojcik',
    { 'plan.translations.ur.C-C99': { text: 'x', of: 'y', status: 'draft' } },
    '$.plan.translations.ur["C-C99"]',
  ],
  [
    'a translation of words that are not there',
    'wojcik',
    { 'plan.translations.ur.M1': { text: 'x', of: 'y', status: 'draft' } },
    '$.plan.translations.ur.M1',
  ],
  ['a language that is none', 'wojcik', { 'plan.translations.in urdu': {} }, '$.plan.translations["in urdu"]'],

  ['an answer to no commitment', 'marsh', { 'said.answers.0.about': 'A-R1' }, '$.said.answers[0].about'],
  ['a position on no part of the plan', 'marsh', { 'said.positions.0.about': 'kelly' }, '$.said.positions[0].about'],
  ['a score of no worry', 'marsh', { 'said.scores.0.about': 'A2' }, '$.said.scores[0].about'],
  ['a yes to nothing', 'marsh', { 'said.approvals.0.about': 'history' }, '$.said.approvals[0].about'],
  [
    'a yes to a story there is not',
    'marsh',
    { 'plan.story': undefined, 'said.approvals.1': { ...said, about: 'A-R1' } },
    '$.said.approvals[0].about',
  ],
  ['a check-in about nothing', 'marsh', { 'said.checkIns.0.about': 'A-C99' }, '$.said.checkIns[0].about'],
  [
    'an agreement as nobody',
    'marsh',
    { 'said.agreements': [{ ...said, as: 'aunt', view: 'accept' }] },
    '$.said.agreements[0].as',
  ],
  [
    'an other phone that is somebody’s, and an address that is none',
    'marsh',
    { 'people.3.otherPhones': [{ number: '+447700900112' }], 'people.3.email': 'toni at home' },
    '$.people[3].email',
    '$.people[3].otherPhones[0].number',
  ],
  ['a reply to no entry', 'marsh', { 'said.replies': [{ ...said, to: 'A-C1' }] }, '$.said.replies[0].to'],
  ['a reply to itself', 'marsh', { 'said.replies': [{ ...said, to: 'new' }] }, '$.said.replies[0].to'],
  ['an entry by nobody', 'marsh', { 'said.checkIns.0.by': 'gary' }, '$.said.checkIns[0].by'],
  ['an entry nobody wrote down', 'marsh', { 'said.checkIns.0.recordedBy': 'gary' }, '$.said.checkIns[0].recordedBy'],

  [
    'a plan to be looked at before it begins',
    'marsh',
    { 'plan.from': '2026-11-01', 'plan.reviewBy': '2026-10-31' },
    '$.plan.reviewBy',
  ],
  [
    'an end that is about a stranger',
    'marsh',
    { 'plan.endsWhen': [{ ...text, about: ['gary'] }] },
    '$.plan.endsWhen[0].about[0]',
  ],
  [
    'a meeting that ends before it begins',
    'marsh',
    { 'plan.meetings.0.ends': '2026-11-30T16:00' },
    '$.plan.meetings[0].ends',
  ],
  ['a link that is no address', 'marsh', { 'plan.meetings.0.link': 'javascript:alert(1)' }, '$.plan.meetings[0].link'],
  [
    'a decision of a stranger, apologies of another',
    'marsh',
    { 'plan.meetings.0.decisions': [{ ...text, who: 'gary' }], 'plan.meetings.0.apologies': ['gina'] },
    '$.plan.meetings[0].apologies[0]',
    '$.plan.meetings[0].decisions[0].who',
  ],
  [
    'two stories of one child, and one of no child',
    'marsh',
    {
      'plan.stories': ['alfie', 'alfie', 'kelly'].map((child) => ({ child, readyForChildren: false, frames: [] })),
    },
    '$.plan.stories[2].child',
    '$.plan.stories[1].child',
  ],
  [
    'a picture in a folder',
    'marsh',
    { 'plan.story.frames.0.image': { file: 'C:\\drawings\\one.jpg', alt: text } },
    '$.plan.story.frames[0].image.file',
  ],
  [
    'a stranger who may collect a child, and the health of a grown-up',
    'marsh',
    {
      'plan.safety': {
        mayCollect: [{ id: 'one', child: 'alfie', who: ['gary'] }],
        health: [{ ...text, child: 'kelly' }],
      },
    },
    '$.plan.safety.mayCollect[0].who[0]',
    '$.plan.safety.health[0].child',
  ],
  ['a day that is not one', 'harker', { 'courtOrders.0.until': '2026-02-30' }, '$.courtOrders[0].until'],
  ['a day in another order', 'marsh', { 'said.answers.0.on': '20/10/2026' }, '$.said.answers[0].on'],
  ['a minute the clocks skip', 'marsh', { 'plan.meetings.0.at': '2026-03-29T01:30' }, '$.plan.meetings[0].at'],
  ['a time with an offset', 'marsh', { 'plan.meetings.0.at': '2026-11-30T16:30Z' }, '$.plan.meetings[0].at'],
  ['a month that is not one', 'marsh', { 'children.0.born': '2018-13' }, '$.children[0].born'],
  ['a time of day that is not one', 'harker', { 'people.0.safeToText.to': '25:00' }, '$.people[0].safeToText.to'],
  [
    'one of several safe times without its days',
    'harker',
    { 'people.0.safeToText': [safe, { ...safe, days: [] }] },
    '$.people[0].safeToText[1].days',
  ],
  [
    'safe times of no length',
    'harker',
    { 'people.0.safeToText': { ...safe, to: '09:30' } },
    '$.people[0].safeToText.to',
  ],
  ['no safe time in a list', 'harker', { 'people.0.safeToText': [] }, '$.people[0].safeToText'],
  [
    'a rule of days that is none',
    'marsh',
    { 'plan.commitments.0.repeats': 'every day' },
    '$.plan.commitments[0].repeats',
  ],
  [
    'a rule of days that never ends being counted',
    'marsh',
    { 'plan.commitments.0.repeats': 'FREQ=WEEKLY;INTERVAL=-1' },
    '$.plan.commitments[0].repeats',
  ],
  [
    'a rule of days that never comes',
    'marsh',
    { 'plan.commitments.0.repeats': 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' },
    '$.plan.commitments[0].repeats',
  ],
  ['a score that is no half', 'marsh', { 'said.scores.0.value': 6.3 }, '$.said.scores[0].value'],
  ['a score above ten', 'marsh', { 'said.scores.0.value': 11 }, '$.said.scores[0].value'],

  ['a number without its country', 'marsh', { 'people.0.phone': '07700900112' }, '$.people[0].phone'],
  ['a number with spaces', 'marsh', { 'people.0.phone': '+44 7700 900112' }, '$.people[0].phone'],
  ['a number that is too short', 'harker', { 'people.0.unsafePhones.0': '+4477009' }, '$.people[0].unsafePhones[0]'],
  ['two people with one number', 'marsh', { 'people.3.phone': '+447700900112' }, '$.people[3].phone'],
  ['a child with the number of a grown-up', 'wojcik', { 'children.0.phone': '+447700900312' }, '$.children[0].phone'],

  ['a circle on a professional', 'marsh', { 'people.6.circle': 'inner' }, '$.people[6].circle'],
  [
    'only for someone it is hidden from',
    'harker',
    { 'plan.rules.4.hiddenFrom': ['craig'] },
    '$.plan.rules[4].onlyFor[0]',
  ],
  [
    'only for someone it is hidden from by a side',
    'harker',
    { 'plan.rules.0.onlyFor': ['leanne', 'steve'] },
    '$.plan.rules[0].onlyFor[1]',
  ],
  [
    'only for a side one of whom it is hidden from',
    'harker',
    { 'plan.rules.3.onlyFor': ['craigs-side'], 'plan.rules.3.hiddenFrom': ['craig'] },
    '$.plan.rules[3].onlyFor[0]',
  ],
  [
    'an entry only for someone it is hidden from',
    'harker',
    { 'said.checkIns.0.onlyFor': ['craig'] },
    '$.said.checkIns[0].onlyFor[0]',
  ],
  [
    'a person hidden from themselves',
    'harker',
    { 'people.4.hiddenFrom': ['craigs-side'] },
    '$.people[4].hiddenFrom[0]',
  ],
  ['someone under an order who sees it all', 'marsh', { courtOrders: [order] }, '$.people[1].planView'],
  [
    'two under an order without an end, who see it all',
    'marsh',
    { courtOrders: [{ kind: 'order', against: ['danny', 'toni'] }] },
    '$.people[1].planView',
    '$.people[3].planView',
  ],
  [
    'someone who sees it all until an order begins',
    'marsh',
    { courtOrders: [{ ...order, from: '2027-01-01', until: undefined }] },
    '$.people[1].planView',
  ],
  [
    'someone a person is hidden from who sees it all',
    'marsh',
    { 'people.2.hiddenFrom': ['toni'] },
    '$.people[3].planView',
  ],
  [
    'someone on a side a person is hidden from who sees it all',
    'harker',
    { 'people.4.planView': undefined },
    '$.people[4].planView',
  ],
  ['someone new on that side who sees it all', 'harker', { 'sides.0.people.2': 'brenda' }, '$.people[5].planView'],

  [
    'much at once',
    'marsh',
    {
      colour: 'blue',
      worker: undefined,
      'people.0.phone': '12',
      'plan.rules.1.makesSure.1': 'tonii',
      'plan.phases.1': { ...text, id: 'P1' },
    },
    '$.worker',
    '$.people[0].phone',
    '$.colour',
    '$.plan.phases[1].id',
    '$.plan.rules[1].makesSure[1]',
  ],
]
