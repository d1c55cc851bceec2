/** What people said about the plan, one list a kind. */
import { z } from 'zod'
import { dateOrLocalTime, id, language, seen, words } from './ground'

export const shared = z.enum(['worker', 'inner', 'network'])

const said = {
  id,
  ...seen,
  by: id,
  on: dateOrLocalTime,
  words: words.optional(),
  language: language.optional(),
  recordedBy: id.optional(),
  sharedWith: shared.optional(),
}
/** The choices a person has about one commitment. */
export const choice = z.enum(['yes', 'yes-but', 'not-now', 'no'])
/** How it went. */
export const result = z.enum(['done', 'partly', 'cannot', 'plan-used', 'good-news', 'worry'])
const half = z.number().min(0).max(10).multipleOf(0.5, 'must be a whole or a half number from 0 to 10')

export const answer = z.strictObject({ ...said, about: id, choice })
/** What somebody thinks of a worry; of any sentence of the plan, that it is wrong. */
export const position = z.strictObject({ ...said, about: id, view: z.enum(['agree', 'partly', 'disagree', 'wrong']) })
export const score = z.strictObject({ ...said, about: id, value: half, oneUp: words.optional() })
/** To a story for the children: `story`, or whose it is by itself. Without `view` it is a yes, and a worker's note of how it was given. */
export const approval = z.strictObject({ ...said, about: id, view: z.enum(['yes', 'no']).optional() })
/** The whole plan: accepted, in part or refused, in which role. What it was of is the version of that day. */
export const agreement = z.strictObject({
  ...said,
  as: z.enum(['family', 'network', 'worker', 'manager']),
  view: z.enum(['accept', 'partly', 'refuse']),
})
/** `corrects`: an entry pressed by mistake a moment before, in whose place this one stands. Both are kept. */
export const checkIn = z.strictObject({
  ...said,
  about: id.optional(),
  happenedAt: dateOrLocalTime,
  result,
  corrects: id.optional(),
})
export const reply = z.strictObject({ ...said, to: id })

/** What people said, one list a kind. The key order is the order of a file. */
export const saidSchema = z.strictObject({
  answers: z.array(answer).optional(),
  positions: z.array(position).optional(),
  scores: z.array(score).optional(),
  approvals: z.array(approval).optional(),
  agreements: z.array(agreement).optional(),
  checkIns: z.array(checkIn).optional(),
  replies: z.array(reply).optional(),
})
