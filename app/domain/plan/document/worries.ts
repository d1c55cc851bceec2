/** What people are worried about, and what they want to see. */
import { z } from 'zod'
import { date, id, seen, text, textItem } from './ground'

export const nextStep = z.strictObject({ ...text, who: id.optional(), by: date.optional() })

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
