/**
 * The plan document, `safety-network-case/1`: one file holds one family. This schema serves the import, the
 * export, every version in the database and, later, the editor. It says what a part looks like; what must hold
 * between the parts (ids, references, who is kept from whom) is in `faults.ts`.
 */
import { z } from 'zod'
import { isLanguageTag } from '#locales/languages'
import { isDate, isLocalTime } from './dates'
import { isPhone } from './phone'
import { wrongWithRule } from './repeats'

// A message is the rest of a sentence that starts with the key: “on” must be a date like 2026-11-23.
const id = z.string().regex(/^[a-zA-Z0-9_-]{1,40}$/, 'must be 1 to 40 letters, digits, "_" or "-"')
const words = z.string().regex(/\S/, 'must not be empty').max(5000)
const date = z.string().refine(isDate, 'must be a date like 2026-11-23')
const localTime = z.string().refine(isLocalTime, 'must be a time like 2026-11-23T16:30')
const dateOrLocalTime = z
  .string()
  .refine((on) => isDate(on) || isLocalTime(on), 'must be a date like 2026-11-23 or a time like 2026-11-23T16:30')
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day like 09:30')
const language = z.string().refine(isLanguageTag, 'must be a language tag like "en", "pl" or "pa-Arab"')
const phone = z.string().refine(isPhone, 'must be a whole phone number like +447700900112')
const repeats = z.string().superRefine((rule, faults) => {
  const message = wrongWithRule(rule)
  if (message) faults.addIssue({ code: 'custom', message })
})

const ids = z.array(id)
const seen = { hiddenFrom: ids.optional(), onlyFor: ids.optional() }
const item = { id, ...seen, about: ids.optional(), byVoice: z.literal(true).optional() }
const text = { ...item, text: words }
const textItem = z.strictObject(text)

export const circle = z.enum(['inner', 'middle', 'outer'])
const shared = z.enum(['worker', 'inner', 'network'])
const day = z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])
export const safeToText = z
  .strictObject({ days: z.array(day).min(1), from: clock, to: clock })
  .refine(({ from, to }) => from < to, { path: ['to'], error: 'must be later in the day than "from"' })

export const child = z.strictObject({
  id,
  firstName: words,
  born: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a year and month like 2018-03'),
  youngCarer: z.literal(true).optional(),
  phone: phone.optional(),
  noTexts: z.literal(true).optional(),
  ownSignIn: z.literal(true).optional(),
})

export const person = z.strictObject({
  id,
  name: words,
  shownAs: words.optional(),
  alsoKnownAs: z.array(words).optional(),
  formerNames: z.array(z.strictObject({ name: words, until: date.optional() })).optional(),
  relationship: words,
  addressAs: words.optional(),
  kind: z.enum(['parent', 'carer', 'network', 'professional']),
  circle: circle.optional(),
  notToBeTold: z.literal(true).optional(),
  phone: phone.optional(),
  noTexts: z.literal(true).optional(),
  landline: z.literal(true).optional(),
  unsafePhones: z.array(phone).optional(),
  numberFor: ids.optional(),
  language: language.optional(),
  parentalResponsibility: z.boolean().optional(),
  livesWithChildren: z.boolean().optional(),
  knows: words.optional(),
  told: z.array(z.strictObject({ what: words, by: id, on: date })).optional(),
  askedBy: id.optional(),
  suggestedBy: id.optional(),
  planView: z.literal('own-items').optional(),
  safeToText: safeToText.optional(),
  availability: words.optional(),
  hiddenFrom: ids.optional(),
})

const nextStep = z.strictObject({ ...text, who: id.optional(), by: date.optional() })

export const worry = z.strictObject({
  id,
  ...seen,
  harm: textItem.optional(),
  danger: z.array(textItem).min(1),
  goal: textItem,
  familyGoal: textItem.optional(),
  zero: textItem,
  ten: textItem,
  bottomLines: z.array(textItem).optional(),
  complicating: z.array(textItem).optional(),
  strengths: z.array(textItem).optional(),
  existingSafety: z.array(textItem).optional(),
  nextSteps: z.array(nextStep).optional(),
  endsOpenToChildren: z.literal(true).optional(),
})

export const rule = z.strictObject({
  ...text,
  bottomLine: z.literal(true).optional(),
  makesSure: ids,
  children: ids.min(1).optional(),
  forChildren: words.optional(),
})

const step = z.strictObject({ ...text, who: id, backup: id.optional() })

/** The sign in words that help this person act, in place of the sign. */
const signForYou = z.strictObject({ ...text, who: id })

export const trigger = z.strictObject({
  id,
  ...seen,
  level: z.enum(['early', 'red']),
  sign: textItem,
  forYou: z.array(signForYou).min(1).optional(),
  toldTo: ids.optional(),
  steps: z.array(step).min(1),
})

export const commitment = z.strictObject({
  ...text,
  person: id.optional(),
  when: words,
  repeats: repeats.optional(),
  from: date.optional(),
  until: date.optional(),
  dueBy: date.optional(),
  except: z.array(date).optional(),
  minutes: z.int('must be a whole number of minutes').min(1).max(1440).optional(),
  backup: id.optional(),
  rule: id.optional(),
  checkedBy: id.optional(),
  children: ids.min(1).optional(),
})

export const safetyObject = z.strictObject({
  ...item,
  child: id,
  object: words,
  place: words,
  means: words,
  checkedBy: id,
  howOften: words.optional(),
})

export const childContact = z.strictObject({ ...item, child: id, order: ids.min(1), how: words })

export const meeting = z.strictObject({
  ...item,
  kind: words,
  at: localTime,
  place: words,
  who: ids,
  openToChildren: z.literal(true).optional(),
})

const frame = z.strictObject({ ...text, part: words, picture: words })

const translation = z.strictObject({
  text: words,
  of: words,
  status: z.enum(['draft', 'checked']),
  by: words.optional(),
})

export const plan = z.strictObject({
  from: date.optional(),
  reviewBy: date.optional(),
  scale: z.strictObject({ zero: textItem, ten: textItem }).optional(),
  worries: z.array(worry),
  rules: z.array(rule),
  triggers: z.array(trigger),
  commitments: z.array(commitment),
  safetyObjects: z.array(safetyObject).optional(),
  childContacts: z.array(childContact).optional(),
  phases: z.array(textItem).optional(),
  endsWhen: z.array(textItem).optional(),
  contingency: z.array(textItem).optional(),
  meetings: z.array(meeting).optional(),
  story: z.strictObject({ readyForChildren: z.boolean(), frames: z.array(frame) }).optional(),
  translations: z.record(language, z.record(z.string(), translation)).optional(),
})

const said = {
  id,
  ...seen,
  by: id,
  on: dateOrLocalTime,
  words: words.optional(),
  language: language.optional(),
  recordedBy: id.optional(),
  sharedWith: shared.optional(),
}
/** The choices a person has about one commitment. */
export const choice = z.enum(['yes', 'yes-but', 'not-now', 'no'])
/** How it went. */
export const result = z.enum(['done', 'partly', 'cannot', 'plan-used', 'good-news', 'worry'])
const half = z.number().min(0).max(10).multipleOf(0.5, 'must be a whole or a half number from 0 to 10')

export const answer = z.strictObject({ ...said, about: id, choice })
export const position = z.strictObject({ ...said, about: id, view: z.enum(['agree', 'partly', 'disagree']) })
export const score = z.strictObject({ ...said, about: id, value: half, oneUp: words.optional() })
export const approval = z.strictObject({ ...said, about: id })
export const checkIn = z.strictObject({ ...said, about: id.optional(), happenedAt: dateOrLocalTime, result })
export const reply = z.strictObject({ ...said, to: id })

/** What people said, one list a kind. The key order is the order of a file. */
export const saidSchema = z.strictObject({
  answers: z.array(answer).optional(),
  positions: z.array(position).optional(),
  scores: z.array(score).optional(),
  approvals: z.array(approval).optional(),
  checkIns: z.array(checkIn).optional(),
  replies: z.array(reply).optional(),
})

const courtOrder = z.strictObject({
  kind: words,
  against: z.union([id, ids.min(1)], 'must be the id of a person, or a list of such'),
  protects: ids.optional(),
  from: date.optional(),
  until: date.optional(),
})
const side = z.strictObject({ id, name: words, people: ids })
const giveaway = z.strictObject({ words: z.array(words).min(1), keepFrom: ids })

const family = {
  format: z.literal('safety-network-case/1'),
  reference: z.string().regex(/^\S(.{0,78}\S)?$/, 'must be 1 to 80 characters, with no space at either end'),
  familyName: words,
  status: z.enum(['EH', 'CIN', 'CP', 'CLA']),
  language,
  domesticAbuse: z.literal(true).optional(),
  courtOrders: z.array(courtOrder).optional(),
  sides: z.array(side).optional(),
  giveaways: z.array(giveaway).optional(),
  worker: id,
  children: z.array(child).min(1),
  people: z.array(person),
  plan,
}

export const familyFileSchema = z.strictObject(family)
export const caseFileSchema = z.strictObject({ ...family, said: saidSchema.optional() })

export type Id = string
export type Circle = z.infer<typeof circle>
export type SafeToText = z.infer<typeof safeToText>
export type Child = z.infer<typeof child>
export type Person = z.infer<typeof person>
export type Plan = z.infer<typeof plan>
export type Worry = z.infer<typeof worry>
export type NextStep = z.infer<typeof nextStep>
export type Rule = z.infer<typeof rule>
export type Trigger = z.infer<typeof trigger>
export type Step = z.infer<typeof step>
export type Commitment = z.infer<typeof commitment>
export type SafetyObject = z.infer<typeof safetyObject>
export type ChildContact = z.infer<typeof childContact>
export type Meeting = z.infer<typeof meeting>
export type Frame = z.infer<typeof frame>
export type TextItem = z.infer<typeof textItem>
export type CourtOrder = z.infer<typeof courtOrder>
/** One family: everything but what people said. This is what a version in the database holds. */
export type FamilyFile = z.infer<typeof familyFileSchema>
export type CaseFile = z.infer<typeof caseFileSchema>
export type Said = z.infer<typeof saidSchema>
export type SaidKind = keyof Said
export type Answer = z.infer<typeof answer>
export type Position = z.infer<typeof position>
export type Score = z.infer<typeof score>
export type Approval = z.infer<typeof approval>
export type CheckIn = z.infer<typeof checkIn>
export type Reply = z.infer<typeof reply>
export type SaidEntry = Answer | Position | Score | Approval | CheckIn | Reply
export type Choice = z.infer<typeof choice>
export type Result = z.infer<typeof result>
export type SharedWith = z.infer<typeof shared>

declare module '#db/kept' {
  interface Kept {
    familyFile: FamilyFile
    saidEntry: SaidEntry
    safeToText: SafeToText
  }
}
