import type { PlanAsSeenBy, Someone } from '#app/domain/access/plan-as-seen'
import { type Answered, answeredTo } from '#app/domain/access/read-news'
import type { World } from '#app/domain/world'

/** Something that happened to what the reader said: someone read it, or wrote back. */
export type News = {
  id: string
  /** Nobody by name when the reader must not learn that they are involved. */
  by?: Someone
  on: string
  about?: string
  reply?: string
  /** Somebody wrote what may not be read any more: the reader rings them. */
  withheld?: { ring: Someone }
}

const NEWS_DAYS = 7
const NEWS_AT_MOST = 3

/** What has become of this reader's own words in the last week, newest first. `day` is today in London. */
export async function newsFor(world: World, plan: PlanAsSeenBy, day: string): Promise<News[]> {
  return newsIn(await answeredTo(world, plan, { days: NEWS_DAYS }), day)
}

/** The news among what was read or answered: a reply says more than that it was read, and stands alone. */
export function newsIn(answered: Answered[], day: string): News[] {
  const all = answered.flatMap(({ id, words, seen, replies }): News[] => {
    const about = words && { about: words }
    const back = replies.map(({ id, by, on, words, withheld }) => ({
      ...{ id, by, on, ...about },
      ...(withheld ? { withheld } : { reply: words }),
    }))
    return back.length > 0 || !seen ? back : [{ id, ...seen, ...about }]
  })
  // Read, and without its words: one of them looks like the other, and the newest says it all.
  const isBare = ({ about, reply, withheld }: News) => !about && !reply && !withheld
  const isSame = (one: News, other: News) => isBare(one) && isBare(other) && one.by?.id === other.by?.id
  return all
    .filter(({ on }) => daysBetween(on, day) < NEWS_DAYS)
    .sort((a, b) => (a.on < b.on ? 1 : -1))
    .filter((one, at, all) => !all.slice(0, at).some((other) => isSame(one, other)))
    .slice(0, NEWS_AT_MOST)
}

function daysBetween(earlier: string, later: string): number {
  return (Date.parse(later.slice(0, 10)) - Date.parse(earlier.slice(0, 10))) / 86_400_000
}
