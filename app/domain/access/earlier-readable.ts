import type { World } from '#app/domain/world'
import { audienceNow, audiencesOf, mayRead } from './audience'
import type { PlanAsSeenBy } from './plan-as-seen'
import type { Saying } from './situation'
import { byPlace, type Spoken, saidAbout, WHOLE_PLAN } from './spoken'
import { viewingOf } from './who-sees-what'

const AT_ONCE = 20

/**
 * The view with the newest score, position and agreement of each person that this viewer may read. Where the very newest is shut
 * to them, or would give something away, the one before it stands there still: what they may not read changes nothing
 * on their page. Rare, and only then is more than the newest looked at.
 */
export async function withEarlierReadable(
  world: World,
  familyId: string,
  newest: Spoken[],
  seen: (said: Saying[]) => PlanAsSeenBy | null,
): Promise<PlanAsSeenBy | null> {
  const plan = seen(newest.map(({ saying }) => saying))
  if (!plan) return null
  const view = viewingOf(plan)
  const kept = newest.filter(
    ({ saying }) =>
      ['scores', 'positions', 'agreements'].includes(saying.kind) &&
      saying.entry.by !== view.eyes.id &&
      audiencesOf(view.eyes).includes(audienceNow(view, saying)) &&
      !mayRead(view, saying),
  )
  const earlier = await Promise.all(kept.map((one) => before(world, familyId, one, (saying) => mayRead(view, saying))))
  const found = earlier.flat()
  return found.length === 0 ? plan : seen([...newest, ...found].toSorted(byPlace).map(({ saying }) => saying))
}

async function before(
  world: World,
  familyId: string,
  { saying, place }: Spoken,
  readable: (saying: Saying) => boolean,
): Promise<Spoken[]> {
  const { kind, entry, sharedWith } = saying
  const about = kind === 'agreements' ? WHOLE_PLAN : 'about' in entry ? entry.about : undefined
  const of = { familyId, kind, about: about ?? '', by: entry.by }
  for (let from = place; ; ) {
    const some = await saidAbout(world, of, { before: from, limit: AT_ONCE })
    const found = some.find((one) => one.saying.sharedWith === sharedWith && readable(one.saying))
    const last = some.at(-1)
    if (found || !last || some.length < AT_ONCE) return found ? [found] : []
    from = last.place
  }
}
