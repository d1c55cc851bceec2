import type { Id } from '#app/domain/plan/case-file'
import type { World } from '#app/domain/world'
import { audienceNow, inOwnWords } from './audience'
import type { PlanAsSeenBy, SeenReply, Someone } from './plan-as-seen'
import { sourceOf } from './read-plan'
import type { Saying } from './situation'
import { answeredSince } from './spoken'
import type { Viewing } from './viewing'
import { repliesTo } from './what-people-said'
import { viewingOf } from './who-sees-what'

/** Something the viewer said that somebody has read (of an entry of the log) or answered since. */
export type Answered = { id: string; words?: string; seen?: { by?: Someone; on: string }; replies: SeenReply[] }

const DAY_MS = 24 * 60 * 60_000
/** More than a page of news ever shows. */
const MOST = 20

/** What of the viewer's own words was read or answered in the last days, newest words first. */
export async function answeredTo(world: World, plan: PlanAsSeenBy, { days }: { days: number }): Promise<Answered[]> {
  const { familyId, viewerId } = sourceOf(plan)
  const since = new Date(world.now().getTime() - (days + 1) * DAY_MS).toISOString()
  const found = await answeredSince(world, { familyId, by: viewerId, since, limit: MOST })
  return found.map(({ saying }) => answered(viewingOf(plan), saying))
}

/** Who read it; nobody by name when the viewer must not learn that they are involved. */
const readerOf = (view: Viewing, by: Id) => (view.eyes.hides(by) ? {} : { by: view.someone(by) })

/** One thing the viewer said, with what became of it. */
export function answered(view: Viewing, saying: Saying): Answered {
  const { kind, publicId, entry, seen } = saying
  return {
    id: publicId,
    // For the council alone: not on a screen that anybody may look at.
    ...(entry.words && inOwnWords(saying) && audienceNow(view, saying) !== 'worker' && { words: entry.words }),
    ...(kind === 'checkIns' && seen && { seen: { ...readerOf(view, seen.by), on: seen.on } }),
    replies: repliesTo(view, saying),
  }
}
