import type { PlanAsSeenBy, SeenEntry } from '#app/domain/access/plan-as-seen'
import { ownEntry } from '#app/domain/access/read-log'
import type { Result } from '#app/domain/plan/case-file'
import { momentOf } from '#app/domain/plan/dates'
import type { World } from '#app/domain/world'
import type { NewCheckIn } from './log'
import { mayShareWith, sharedIn } from './sharing'

const MINUTES = 10
/** What a card offers. A worry, or that the plan was used, is never turned into anything else by whoever holds the phone. */
const OF_A_CARD: Result[] = ['done', 'partly', 'cannot']

/** Whether another press may stand in the place of this one: one of a moment ago, without words, not changed already. */
function mayChange(world: World, { result, words, changed, ringMe, loggedAt }: SeenEntry): boolean {
  const since = world.now().getTime() - Date.parse(momentOf(loggedAt))
  return OF_A_CARD.includes(result) && !words && !changed && !ringMe && since < MINUTES * 60_000
}

/** Of what the viewer last said of each thing, by its public id, what may still be changed. */
export const changeableIn = (world: World, said: Record<string, SeenEntry>): string[] =>
  Object.entries(said).flatMap(([id, entry]) => (mayChange(world, entry) ? id : []))

/**
 * The check-in in the place of the viewer's entry of this public id, for the same readers; as it is when that is not of
 * the same thing, or no more to be changed: then both stand beside each other, and nothing said is lost.
 */
export async function inPlaceOf(
  world: World,
  plan: PlanAsSeenBy,
  publicId: string | undefined,
  checkIn: NewCheckIn,
): Promise<NewCheckIn> {
  const entry = publicId ? await ownEntry(world, plan, publicId) : undefined
  if (
    !entry ||
    !OF_A_CARD.includes(checkIn.result) ||
    entry.about?.id !== checkIn.about?.id ||
    !mayChange(world, entry)
  )
    return checkIn
  return { ...checkIn, corrects: entry, sharedWith: sharedIn(entry.sharedWith, mayShareWith(plan, 'checkIns')) }
}
