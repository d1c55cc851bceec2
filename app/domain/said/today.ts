import type { PlanAsSeenBy, SeenCommitment, SeenMeeting } from '#app/domain/access/plan-as-seen'
import { comesOn } from '#app/domain/plan/repeats'

export type Today = {
  /** The reader's own part that is due on this day, and the rest of it. */
  mine: SeenCommitment[]
  mineOtherwise: SeenCommitment[]
  /** What others do on this day, of what is known to: nobody has to say how that went, and a guess would only be noise. */
  others: SeenCommitment[]
  /** How many of the reader's own commitments wait for an answer. */
  waiting: number
  nextMeeting?: SeenMeeting
}

/** What one day holds for one reader. `now` is the local time in London: "2026-11-23T10:00". */
export function todayIn(plan: PlanAsSeenBy, now: string): Today {
  const day = now.slice(0, 10)
  const mine = plan.commitments.filter((commitment) => commitment.mine)
  return {
    mine: mine.filter((commitment) => isDue(commitment, day)),
    mineOtherwise: mine.filter((commitment) => !isDue(commitment, day)),
    others: plan.commitments.filter((one) => one.who && !one.mine && fallsOn(one, day)),
    waiting: mine.filter(({ answer }) => !answer || answer.stale).length,
    nextMeeting: plan.meetings.filter(({ at }) => at >= now).sort((a, b) => (a.at < b.at ? -1 : 1))[0],
  }
}

type Days = Pick<SeenCommitment, 'repeats' | 'from' | 'until' | 'except' | 'dueBy' | 'onDay' | 'anyDay'>

/**
 * Whether whoever does it is asked on this day how it went. What the portal can read no day from is asked every day
 * between its first and last: a daily check may be the safety net, and once too often is better than never.
 */
export function isDue(one: Days, day: string): boolean {
  return fallsOn(one, day) || (!!one.anyDay && isWithin(one, day))
}

/**
 * Whether a commitment is to be done on this day: by its rule between its first and last day, or because it is for that
 * day or to be done by it. On a day without it, it is not.
 */
export function fallsOn(one: Days, day: string): boolean {
  if (!isWithin(one, day)) return false
  return one.repeats ? comesOn(one.repeats, one.from, day) : day === one.onDay || day === one.dueBy
}

const isWithin = ({ from, until, except }: Days, day: string) =>
  !(from && day < from) && !(until && day > until) && !except?.includes(day)
