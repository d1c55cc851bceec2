/** What a case file's lists hold, as people call one of them. */
const one: Record<string, string> = {
  children: 'Child',
  people: 'Person',
  courtOrders: 'Court order',
  sides: 'Side',
  giveaways: 'Giveaway',
  worries: 'Worry',
  danger: 'danger',
  bottomLines: 'bottom line',
  complicating: 'complicating thing',
  strengths: 'strength',
  existingSafety: 'existing safety',
  nextSteps: 'next step',
  rules: 'Rule',
  triggers: 'Warning sign',
  steps: 'step',
  forYou: 'words for one person',
  commitments: 'Commitment',
  safetyObjects: 'Safety object',
  childContacts: 'Child’s contact',
  phases: 'Phase',
  endsWhen: 'What ends the plan',
  contingency: 'If the plan does not hold',
  meetings: 'Meeting',
  frames: 'Picture of the story',
  told: 'told',
  formerNames: 'former name',
  answers: 'Answer',
  positions: 'Position',
  scores: 'Score',
  approvals: 'Approval',
  checkIns: 'Check-in',
  replies: 'Reply',
}

/** What stands under a key, as people call it. */
const named: Record<string, string> = {
  reference: 'Reference',
  familyName: 'Name of the family',
  worker: 'Worker',
  firstName: 'first name',
  born: 'month of birth',
  name: 'name',
  shownAs: 'name others read',
  knows: 'what they were told',
  alsoKnownAs: 'other names',
  relationship: 'relationship',
  circle: 'circle',
  phone: 'phone number',
  unsafePhones: 'numbers that are not safe',
  language: 'language',
  safeToText: 'when it is safe to text',
  days: 'days',
  askedBy: 'who asked them',
  suggestedBy: 'who suggested them',
  hiddenFrom: 'who must not see it',
  onlyFor: 'who alone may see it',
  keepFrom: 'who must not learn it',
  about: 'what it is about',
  harm: 'harm',
  goal: 'goal',
  familyGoal: 'the family’s own goal',
  scale: 'scale for the whole',
  zero: 'what 0 means',
  ten: 'what 10 means',
  text: 'words',
  words: 'words',
  makesSure: 'who makes sure',
  forChildren: 'words for children',
  sign: 'sign',
  toldTo: 'who is told',
  who: 'who',
  person: 'who does it',
  backup: 'who does it if they can’t',
  rule: 'rule it belongs to',
  when: 'when',
  repeats: 'how often',
  from: 'from when',
  until: 'until when',
  reviewBy: 'day to look at the plan again',
  child: 'child',
  object: 'object',
  place: 'place',
  means: 'what it means',
  checkedBy: 'who checks it',
  dueBy: 'by when',
  except: 'days without it',
  minutes: 'how many minutes',
  'rules.children': 'which child',
  'commitments.children': 'which child',
  order: 'order',
  how: 'how',
  howOften: 'how often',
  kind: 'kind',
  at: 'when',
  part: 'part',
  picture: 'picture',
  against: 'against whom',
  protects: 'whom it protects',
  by: 'who said it',
  'nextSteps.by': 'by when',
  on: 'when it was said',
  to: 'what it answers',
  happenedAt: 'when it happened',
  value: 'number',
  view: 'view',
  choice: 'choice',
  result: 'how it went',
}

/** Where a text of the plan stands: what is the words of something needs no saying. */
export const placeOfText = (path: string): string => placeOf(path.replace(/\.text$/, '')) ?? ''

/**
 * Where a fault stands, for who does not read paths: "$.plan.rules[0].makesSure[1]" is "Rule 1, who makes sure". In
 * English, as the faults are. Undefined for what concerns the whole file, or stands under a key nobody knows.
 */
export function placeOf(path: string): string | undefined {
  const steps = [...path.matchAll(/\.(\w+)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]/g)]
  const place = steps.flatMap(([, key = '', number], at) => {
    if (number !== undefined) return []
    const next = steps[at + 1]?.[2]
    const within = `${steps.slice(0, at).findLast((step) => step[1])?.[1]}.${key}`
    if (Object.hasOwn(named, within)) return named[within] ?? []
    if (Object.hasOwn(one, key)) return next === undefined ? [] : `${one[key]} ${Number(next) + 1}`
    return Object.hasOwn(named, key) ? (named[key] ?? []) : []
  })
  const words = place.join(', ')
  return words ? words[0]?.toUpperCase() + words.slice(1) : undefined
}
