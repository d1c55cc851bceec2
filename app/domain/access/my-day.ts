import type { World } from '#app/domain/world'
import { entryAsSeen, isLogged } from './entry-as-seen'
import { caseIdOf } from './handles'
import type { PlanAsSeenBy, SeenEntry } from './plan-as-seen'
import { sourceOf } from './read-plan'
import { lastCallBy, NOW, saidBy } from './spoken'
import { viewingOf } from './who-sees-what'

export type MyDay = {
  /** What the viewer last said today of each of their commitments, by its public id. */
  said: Record<string, SeenEntry>
  /** The call they asked for last, until they were spoken to; on the day of it, that they were left a message. */
  call?: SeenEntry
}

/** Of a day, more than anybody says. */
const MOST = 40

/** What the viewer's home says of what they said themselves. `day` is today in London. */
export async function myDay(world: World, plan: PlanAsSeenBy, day: string): Promise<MyDay> {
  const { familyId, viewerId } = sourceOf(plan)
  const [found, asked] = await Promise.all([
    saidBy(world, { familyId, by: viewerId, kind: 'checkIns' }, { before: NOW, limit: MOST }),
    lastCallBy(world, { familyId, by: viewerId }),
  ])
  const view = viewingOf(plan)
  const mine = new Map(plan.commitments.filter(({ mine }) => mine).map((one) => [caseIdOf(one), one.id]))
  const own: MyDay = { said: {} }
  for (const { saying } of found) {
    if (!isLogged(saying)) continue
    const { entry } = saying
    const item = entry.about && mine.get(entry.about)
    if (item && entry.happenedAt.startsWith(day) && !(item in own.said)) own.said[item] = entryAsSeen(view, saying)
  }
  if (asked && isLogged(asked.saying) && isOpen(asked.saying.call, day)) own.call = entryAsSeen(view, asked.saying)
  return own
}

const isOpen = (call: { how: string; on: string } | undefined, day: string) =>
  !call || call.how === 'no-answer' || (call.how === 'left-message' && call.on.startsWith(day))
