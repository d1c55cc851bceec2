/** When people meet. */
import { z } from 'zod'
import { ids, item, localTime, words } from './ground'

export const meeting = z.strictObject({
  ...item,
  kind: words,
  at: localTime,
  place: words,
  who: ids,
  openToChildren: z.literal(true).optional(),
})
