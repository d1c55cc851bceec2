import type { PlanAsSeenBy, SeenCommitment, SeenMeeting, Someone } from '#app/domain/access/plan-as-seen'
import { comesOn } from '#app/domain/plan/repeats'

/** Something that happened to what the reader said: someone read it, or wrote back. */
export type News = { id: string; by: Someone; on: string; about?: string; reply?: string }

export type Today = {
  /** The reader's own part that falls on this day, and the rest of it. */
  mine: SeenCommitment[]
  mineOtherwise: SeenCommitment[]
  /** What others do on this day. */
  others: SeenCommitment[]
  /** How many of the reader's own commitments wait for an answer. */
  waiting: number
  news: News[]
  nextMeeting?: SeenMeeting
}

const NEWS_DAYS = 7
const NEWS_AT_MOST = 3

/** What one day holds for one reader. `now` is the local time in London: "2026-11-23T10:00". */
export function todayIn(plan: PlanAsSeenBy, now: string): Today {
  const day = now.slice(0, 10)
  const mine = plan.commitments.filter((commitment) => commitment.mine)
  return {
    mine: mine.filter((commitment) => fallsOn(commitment, day)),
    mineOtherwise: mine.filter((commitment) => !fallsOn(commitment, day)),
    others: plan.commitments.filter((one) => one.who && !one.mine && fallsOn(one, day)),
    waiting: mine.filter(({ answer }) => !answer || answer.stale).length,
    news: newsIn(plan, day),
    nextMeeting: plan.meetings.filter(({ at }) => at >= now).sort((a, b) => (a.at < b.at ? -1 : 1))[0],
  }
}

/** Whether a commitment is to be done on this day: by its rule between its first and last day, or because it is for that day. */
export function fallsOn(
  { repeats, from, until, onDay }: Pick<SeenCommitment, 'repeats' | 'from' | 'until' | 'onDay'>,
  day: string,
): boolean {
  if ((from && day < from) || (until && day > until)) return false
  return repeats ? comesOn(repeats, from, day) : day === onDay
}

function newsIn(plan: PlanAsSeenBy, day: string): News[] {
  const said = [
    ...plan.log.filter((entry) => entry.mine),
    ...plan.commitments.flatMap(({ mine, answer, earlier }) => (mine && answer ? [answer, ...earlier] : [])),
  ]
  const all = said.flatMap((entry): News[] => {
    const replies = entry.replies.map(({ id, by, on, words }) => ({ id, by, on, about: entry.words, reply: words }))
    if (replies.length > 0) return replies
    const { id, seenBy, seenOn } = { seenBy: undefined, seenOn: undefined, id: '', ...entry }
    return seenBy && seenOn ? [{ id, by: seenBy, on: seenOn, about: entry.words }] : []
  })
  return all
    .filter(({ on }) => daysBetween(on, day) < NEWS_DAYS)
    .sort((a, b) => (a.on < b.on ? 1 : -1))
    .slice(0, NEWS_AT_MOST)
}

function daysBetween(earlier: string, later: string): number {
  return (Date.parse(later.slice(0, 10)) - Date.parse(earlier.slice(0, 10))) / 86_400_000
}
