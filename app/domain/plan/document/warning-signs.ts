/** What shows that it may be happening, and who does what then. */
import { z } from 'zod'
import { id, ids, seen, text, textItem } from './ground'

export const step = z.strictObject({ ...text, who: id, backup: id.optional() })

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
