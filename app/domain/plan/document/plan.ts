/** What is agreed. */
import { z } from 'zod'
import { date, id, language, textItem, words } from './ground'
import { meeting } from './meetings'
import { safety } from './safety'
import { childStory, story } from './story'
import { childContact, commitment, rule, safetyObject } from './tasks'
import { trigger } from './warning-signs'
import { worry } from './worries'

const translation = z.strictObject({
  text: words,
  of: words,
  status: z.enum(['draft', 'checked']),
  by: words.optional(),
})

export const plan = z.strictObject({
  from: date.optional(),
  reviewBy: date.optional(),
  scale: z.strictObject({ id: id.optional(), zero: textItem, ten: textItem }).optional(),
  worries: z.array(worry),
  rules: z.array(rule),
  triggers: z.array(trigger),
  commitments: z.array(commitment),
  safetyObjects: z.array(safetyObject).optional(),
  childContacts: z.array(childContact).optional(),
  safety: safety.optional(),
  phases: z.array(textItem).optional(),
  endsWhen: z.array(textItem).optional(),
  contingency: z.array(textItem).optional(),
  meetings: z.array(meeting).optional(),
  story: story.optional(),
  stories: z.array(childStory).optional(),
  translations: z.record(language, z.record(z.string(), translation)).optional(),
})
