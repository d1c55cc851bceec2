import type { PlanAsSeenBy, SeenCommitment, SeenMeeting } from '#app/domain/access/plan-as-seen'
import { comesOn } from '#app/domain/plan/repeats'

export type Today = {
  /** The reader's own part that falls on this day, and the rest of it. */
  mine: SeenCommitment[]
  mineOtherwise: SeenCommitment[]
  /** What others do on this day. */
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
    mine: mine.filter((commitment) => fallsOn(commitment, day)),
    mineOtherwise: mine.filter((commitment) => !fallsOn(commitment, day)),
    others: plan.commitments.filter((one) => one.who && !one.mine && fallsOn(one, day)),
    waiting: mine.filter(({ answer }) => !answer || answer.stale).length,
    nextMeeting: plan.meetings.filter(({ at }) => at >= now).sort((a, b) => (a.at < b.at ? -1 : 1))[0],
  }
}

/**
 * Whether a commitment is to be done on this day: by its rule between its first and last day, or because it is for that
 * day or to be done by it. On a day without it, it is not.
 */
export function fallsOn(
  { repeats, from, until, except, dueBy, onDay }: Pick<SeenCommitment, Days>,
  day: string,
): boolean {
  if ((from && day < from) || (until && day > until) || except?.includes(day)) return false
  return repeats ? comesOn(repeats, from, day) : day === onDay || day === dueBy
}

type Days = 'repeats' | 'from' | 'until' | 'except' | 'dueBy' | 'onDay'
