/** Who is in the family, or around it, and what stands between them. */
import { z } from 'zod'
import { clock, date, id, ids, language, phone, words } from './ground'

export const circle = z.enum(['inner', 'middle', 'outer'])
const day = z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])
/** One that ends before it begins goes on after midnight, to its end on the next day. */
export const safeWindow = z
  .strictObject({ days: z.array(day).min(1), from: clock, to: clock })
  .refine(({ from, to }) => from !== to, { path: ['to'], error: 'must not be the same as "from"' })
export const safeToText = z.union(
  [safeWindow, z.array(safeWindow).min(1)],
  'must be an object with "days", "from" and "to", or a list of such',
)

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
  otherPhones: z
    .array(z.strictObject({ number: phone, note: words.optional() }))
    .min(1)
    .optional(),
  email: z.email('must be an e-mail address').max(254).optional(),
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

export const courtOrder = z.strictObject({
  kind: words,
  against: z.union([id, ids.min(1)], 'must be the id of a person, or a list of such'),
  protects: ids.optional(),
  from: date.optional(),
  until: date.optional(),
})
export const side = z.strictObject({ id, name: words, people: ids })
export const giveaway = z.strictObject({ words: z.array(words).min(1), keepFrom: ids })
