/** When people meet, what about, and what was decided. */
import { z } from 'zod'
import { ids, item, localTime, textItem, words } from './ground'
import { nextStep } from './worries'

const link = z.string().regex(/^https:\/\/\S+$/, 'must be an address that begins with https://')

export const meeting = z.strictObject({
  ...item,
  kind: words,
  at: localTime,
  ends: localTime.optional(),
  place: words,
  link: link.max(2000).optional(),
  bring: words.optional(),
  who: ids,
  agenda: z.array(textItem).optional(),
  apologies: ids.optional(),
  decisions: z.array(nextStep).optional(),
  openToChildren: z.literal(true).optional(),
})
