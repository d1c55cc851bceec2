import type { CheckIn } from '#app/domain/plan/case-file'
import { audienceNow } from './audience'
import { handOut } from './handles'
import type { SeenEntry } from './plan-as-seen'
import type { Saying } from './situation'
import type { Viewing } from './viewing'
import { repliesTo, when, wordsOf } from './what-people-said'

export type LoggedSaying = Saying & { entry: CheckIn }

/** Whether it is an entry of the log. */
export const isLogged = (saying: Saying): saying is LoggedSaying => saying.kind === 'checkIns'

/** A check-in as this viewer reads it. The caller knows that it is theirs to read. */
export function entryAsSeen(view: Viewing, saying: LoggedSaying): SeenEntry {
  const { entry, publicId, seen } = saying
  const mine = entry.by === view.eyes.id
  const own = mine || view.eyes.sight === 'staff'
  const about = entry.about ? view.inView.get(entry.about) : undefined
  const { recordedBy } = entry
  return handOut<'entry', Omit<SeenEntry, symbol>>(entry.id, {
    id: publicId,
    by: view.someone(entry.by),
    ...(mine && { mine: true as const }),
    ...(entry.about && about && { about: { id: view.situation.publicId(entry.about), words: about } }),
    result: entry.result,
    ...(saying.changedFrom && { changedFrom: saying.changedFrom }),
    ...(saying.changed && { changed: true as const }),
    ...(own && saying.ringMe && { ringMe: true as const }),
    ...(own && saying.call && { call: { how: saying.call.how, on: saying.call.on } }),
    happenedAt: when(view, entry.by, entry.happenedAt),
    loggedAt: when(view, entry.by, entry.on),
    ...wordsOf(entry),
    sharedWith: audienceNow(view, saying),
    ...(recordedBy && !view.eyes.hides(recordedBy) && { recordedBy: view.someone(recordedBy) }),
    ...(own && seen && { seenOn: seen.on, ...(!view.eyes.hides(seen.by) && { seenBy: view.someone(seen.by) }) }),
    replies: repliesTo(view, saying),
  })
}
