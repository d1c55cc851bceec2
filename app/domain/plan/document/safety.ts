/** What keeps people safe in the house and out of it. Much of it may only be read by one person. */
import { z } from 'zod'
import { id, ids, item, text, textItem } from './ground'

const some = z.array(textItem).min(1).optional()

/** Who may collect a child, beside those who live with them. */
export const mayCollect = z.strictObject({ ...item, child: id, who: ids.min(1) })

export const health = z.strictObject({ ...text, child: id })

export const safety = z.strictObject({
  bag: some,
  safePlaces: some,
  wayOut: some,
  codeWord: some,
  mayCollect: z.array(mayCollect).min(1).optional(),
  health: z.array(health).min(1).optional(),
})
