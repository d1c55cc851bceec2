/** The words-and-pictures story. */
import { z } from 'zod'
import { text, words } from './ground'

export const frame = z.strictObject({ ...text, part: words, picture: words })

export const story = z.strictObject({ readyForChildren: z.boolean(), frames: z.array(frame) })
