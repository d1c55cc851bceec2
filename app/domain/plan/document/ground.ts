/** What the parts of the document are made of. */
import { z } from 'zod'
import { isLanguageTag } from '#locales/languages'
import { isDate, isLocalTime } from '../dates'
import { isPhone } from '../phone'
import { wrongWithRule } from '../repeats'

// A message is the rest of a sentence that starts with the key: “on” must be a date like 2026-11-23.
export const id = z.string().regex(/^[a-zA-Z0-9_-]{1,40}$/, 'must be 1 to 40 letters, digits, "_" or "-"')
export const words = z.string().regex(/\S/, 'must not be empty').max(5000)
export const date = z.string().refine(isDate, 'must be a date like 2026-11-23')
export const localTime = z.string().refine(isLocalTime, 'must be a time like 2026-11-23T16:30')
export const dateOrLocalTime = z
  .string()
  .refine((on) => isDate(on) || isLocalTime(on), 'must be a date like 2026-11-23 or a time like 2026-11-23T16:30')
export const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day like 09:30')
export const language = z.string().refine(isLanguageTag, 'must be a language tag like "en", "pl" or "pa-Arab"')
export const phone = z.string().refine(isPhone, 'must be a whole phone number like +447700900112')
export const repeats = z.string().superRefine((rule, faults) => {
  const message = wrongWithRule(rule)
  if (message) faults.addIssue({ code: 'custom', message })
})

export const ids = z.array(id)
export const seen = { hiddenFrom: ids.optional(), onlyFor: ids.optional() }
export const item = { id, ...seen, about: ids.optional(), byVoice: z.literal(true).optional() }
export const text = { ...item, text: words }
export const textItem = z.strictObject(text)
