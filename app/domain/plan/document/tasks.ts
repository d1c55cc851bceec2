/** What people keep to and do: rules, commitments, what a child holds, whom a child may ring. */
import { z } from 'zod'
import { date, id, ids, item, repeats, text, words } from './ground'

export const rule = z.strictObject({
  ...text,
  bottomLine: z.literal(true).optional(),
  makesSure: ids,
  children: ids.min(1).optional(),
  forChildren: words.optional(),
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
