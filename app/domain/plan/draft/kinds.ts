/**
 * What can be written about each thing of a plan, once, for the editor's pages, its forms and its script: a new key of
 * the case file is a row here and a word in `locales/en/desk-edit.json`.
 */

/**
 * How a field is written. `words` is a sentence or more, `line` a few words, `lines` several of them, one a line, as are `phones` and `times`;
 * `picture` is a file that is brought in on a page of its own; `yes` is said or left out, `either` may be a no;
 * `people`, `children`, `everyone`, `readers` and `sides` are ids pressed by name, `person`, `child`, `rule` and `doer` one of them.
 */
export type Control =
  | 'words'
  | 'line'
  | 'picture'
  | 'lines'
  | 'yes'
  | 'either'
  | 'date'
  | 'month'
  | 'moment'
  | 'number'
  | 'repeats'
  | 'language'
  | 'phone'
  | 'phones'
  | 'times'
  | 'people'
  | 'children'
  | 'everyone'
  | 'readers'
  | 'person'
  | 'child'
  | 'doer'
  | 'rule'
  | 'status'
  | 'kind'
  | 'circle'
  | 'planView'
  | 'level'

type Kind = {
  /** On the item itself. */
  fields: Record<string, Control>
  /** Behind a press. */
  more?: Record<string, Control>
  /** Keys that hold one item each, and always do here. */
  singles?: Record<string, true>
  /** Keys that hold lists, in the order they are written. */
  lists?: string[]
  /** What a new one begins with, beside empty words. */
  starts?: Record<string, unknown>
  /** It can be shut, or told of by voice. */
  seen?: true
}

const text = {
  fields: { text: 'words' },
  more: { about: 'everyone', byVoice: 'yes' },
  seen: true,
  starts: { text: '' },
} as const

export const kinds = {
  file: {
    fields: { familyName: 'line', status: 'status', language: 'language', worker: 'person', domesticAbuse: 'yes' },
  },
  child: {
    fields: { firstName: 'line', born: 'month' },
    more: { youngCarer: 'yes', ownSignIn: 'yes', phone: 'phone', noTexts: 'yes' },
    starts: { firstName: '', born: '' },
  },
  person: {
    fields: { name: 'line', relationship: 'line', addressAs: 'line', kind: 'kind', circle: 'circle' },
    more: {
      knows: 'words',
      hiddenFrom: 'readers',
      planView: 'planView',
      notToBeTold: 'yes',
      parentalResponsibility: 'either',
      livesWithChildren: 'either',
      askedBy: 'person',
      suggestedBy: 'person',
      availability: 'line',
      numberFor: 'everyone',
      phone: 'phone',
      landline: 'yes',
      email: 'line',
      unsafePhones: 'phones',
      language: 'language',
      noTexts: 'yes',
      safeToText: 'times',
      shownAs: 'line',
      alsoKnownAs: 'lines',
    },
    lists: ['otherPhones', 'formerNames', 'told'],
    starts: { name: '', relationship: '', kind: 'network' },
  },
  otherPhone: { fields: { number: 'phone', note: 'line' }, starts: { number: '' } },
  formerName: { fields: { name: 'line', until: 'date' }, starts: { name: '' } },
  told: { fields: { what: 'words', by: 'person', on: 'date' }, starts: { what: '', by: '', on: '' } },
  side: { fields: { name: 'line', people: 'everyone' }, starts: { name: '', people: [] } },
  courtOrder: {
    fields: { kind: 'line', against: 'people', protects: 'everyone', from: 'date', until: 'date' },
    starts: { kind: '', against: [] },
  },
  giveaway: { fields: { words: 'lines', keepFrom: 'readers' }, starts: { words: [], keepFrom: [] } },
  plan: { fields: { from: 'date', reviewBy: 'date' }, singles: { scale: true, safety: true, story: true } },
  scale: { fields: {}, singles: { zero: true, ten: true } },
  text,
  worry: {
    fields: { endsOpenToChildren: 'yes' },
    singles: { harm: true, goal: true, familyGoal: true, zero: true, ten: true },
    lists: ['danger', 'complicating', 'strengths', 'existingSafety', 'bottomLines', 'nextSteps'],
    seen: true,
    starts: { danger: [] },
  },
  nextStep: { ...text, fields: { text: 'words', who: 'person', by: 'date' } },
  rule: {
    ...text,
    fields: { text: 'words', makesSure: 'people' },
    more: { bottomLine: 'yes', children: 'children', forChildren: 'words', ...text.more },
    starts: { text: '', makesSure: [] },
  },
  trigger: {
    fields: { level: 'level' },
    more: { toldTo: 'people' },
    singles: { sign: true },
    lists: ['steps', 'forYou'],
    seen: true,
    starts: { level: 'early', steps: [] },
  },
  step: { ...text, fields: { who: 'doer', text: 'words', backup: 'person' }, starts: { who: '', text: '' } },
  forYou: { ...text, fields: { who: 'person', text: 'words' }, starts: { who: '', text: '' } },
  commitment: {
    ...text,
    fields: { text: 'words', person: 'person', when: 'line', backup: 'person', rule: 'rule' },
    more: {
      repeats: 'repeats',
      from: 'date',
      until: 'date',
      dueBy: 'date',
      minutes: 'number',
      checkedBy: 'person',
      children: 'children',
      except: 'lines',
      ...text.more,
    },
    starts: { text: '', when: '' },
  },
  safetyObject: {
    ...text,
    fields: { child: 'child', object: 'line', place: 'line', means: 'words', checkedBy: 'person', howOften: 'line' },
    starts: { child: '', object: '', place: '', means: '', checkedBy: '' },
  },
  childContact: {
    ...text,
    fields: { child: 'child', order: 'people', how: 'words' },
    starts: { child: '', order: [], how: '' },
  },
  safety: { fields: {}, lists: ['bag', 'safePlaces', 'wayOut', 'codeWord', 'mayCollect', 'health'] },
  mayCollect: { ...text, fields: { child: 'child', who: 'people' }, starts: { child: '', who: [] } },
  health: { ...text, fields: { child: 'child', text: 'words' }, starts: { child: '', text: '' } },
  meeting: {
    ...text,
    fields: { kind: 'line', at: 'moment', ends: 'moment', place: 'line', who: 'everyone' },
    more: { link: 'line', bring: 'words', apologies: 'everyone', openToChildren: 'yes', ...text.more },
    lists: ['agenda', 'decisions'],
    starts: { kind: '', at: '', place: '', who: [] },
  },
  story: { fields: { readyForChildren: 'yes' }, lists: ['frames'], starts: { readyForChildren: false, frames: [] } },
  childStory: {
    fields: { child: 'child', readyForChildren: 'yes' },
    lists: ['frames'],
    starts: { child: '', readyForChildren: false, frames: [] },
  },
  frame: {
    ...text,
    fields: { part: 'line', text: 'words', picture: 'words' },
    singles: { image: true },
    starts: { part: '', text: '', picture: '' },
  },
  image: { fields: { file: 'picture' }, singles: { alt: true } },
} as const satisfies Record<string, Kind>

export type KindName = keyof typeof kinds

/** Which kind stands under a key. */
export const kindsUnder: Record<string, KindName> = {
  '': 'file',
  children: 'child',
  people: 'person',
  otherPhones: 'otherPhone',
  formerNames: 'formerName',
  told: 'told',
  sides: 'side',
  courtOrders: 'courtOrder',
  giveaways: 'giveaway',
  plan: 'plan',
  scale: 'scale',
  worries: 'worry',
  ...Object.fromEntries(
    ['harm', 'goal', 'familyGoal', 'zero', 'ten', 'sign', 'danger', 'complicating', 'strengths', 'existingSafety'].map(
      (key) => [key, 'text' as const],
    ),
  ),
  ...Object.fromEntries(
    [
      ...['bottomLines', 'phases', 'endsWhen', 'contingency', 'agenda', 'alt'],
      ...['bag', 'safePlaces', 'wayOut', 'codeWord'],
    ].map((key) => [key, 'text' as const]),
  ),
  nextSteps: 'nextStep',
  rules: 'rule',
  triggers: 'trigger',
  steps: 'step',
  forYou: 'forYou',
  commitments: 'commitment',
  safetyObjects: 'safetyObject',
  childContacts: 'childContact',
  safety: 'safety',
  mayCollect: 'mayCollect',
  health: 'health',
  meetings: 'meeting',
  decisions: 'nextStep',
  story: 'story',
  stories: 'childStory',
  frames: 'frame',
  image: 'image',
}

/** The kind of what stands under a key; undefined for a key nobody told the editor of, which it then leaves as it is. */
export const kindOf = (key: string): KindName | undefined =>
  Object.hasOwn(kindsUnder, key) ? kindsUnder[key] : undefined

/** The kind as it is asked of: all rows have the same keys. */
export const kindNamed = (name: KindName): Kind => kinds[name]

/** Objects that are one value of their item, not items. */
export const RAW = new Set(['translations', 'safeToText'])

/** What has no id in a case file. */
export const NAMELESS = new Set([
  ...['otherPhones', 'formerNames', 'told', 'courtOrders', 'giveaways'],
  ...['safety', 'story', 'stories', 'image'],
])

/** How a field of an item under this key is written; undefined when the editor has no such field. */
export function controlOf(key: string, field: string): Control | undefined {
  const name = kindOf(key)
  if (!name) return undefined
  const { fields, more = {}, seen } = kindNamed(name)
  if (seen && (field === 'hiddenFrom' || field === 'onlyFor')) return 'readers'
  return Object.entries({ ...fields, ...more }).find(([key]) => key === field)?.[1]
}

/** What a new one begins with and may stay without names. */
const MAY_STAY_EMPTY = new Set(['rule.makesSure', 'side.people', 'giveaway.keepFrom', 'meeting.who', 'trigger.level'])
/** Sentences with a place of their own that no version goes without. */
const NEEDED_SENTENCES = new Set(['worries.goal', 'worries.zero', 'worries.ten', 'triggers.sign'])
const NEEDED_OF_FAMILY = ['familyName', 'status', 'language', 'worker']

/** Whether a plan cannot be a version without this field; `of`: what a single sentence stands in, by its key. */
export function isNeeded(key: string, field: string, of?: string): boolean {
  if (key === '') return NEEDED_OF_FAMILY.includes(field)
  const kind = kindOf(key)
  if (!kind || (of !== undefined && !NEEDED_SENTENCES.has(`${of}.${key}`))) return false
  return Object.hasOwn(kindNamed(kind).starts ?? {}, field) && !MAY_STAY_EMPTY.has(`${kind}.${field}`)
}

/** Fields that hold ids pressed by name, each press by itself. */
export const PRESSED: ReadonlySet<Control> = new Set(['people', 'children', 'everyone', 'readers'])

/** Fields that hold words or numbers, one a line. */
export const LINED: ReadonlySet<Control> = new Set(['lines', 'phones', 'times'])
