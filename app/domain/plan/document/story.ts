/** The words-and-pictures stories: one for all children, and one a child where it is told to each by itself. */
import { z } from 'zod'
import { id, text, textItem, words } from './ground'

/** The bytes are kept apart; a name of a folder would say where. */
const fileName = z.string().regex(/^[^/\\]{1,200}$/, 'must be the name of a file, without a folder')

export const frame = z.strictObject({
  ...text,
  part: words,
  picture: words,
  image: z.strictObject({ file: fileName, alt: textItem }).optional(),
})

const told = { readyForChildren: z.boolean(), frames: z.array(frame) }
export const story = z.strictObject(told)
export const childStory = z.strictObject({ child: id, ...told })
