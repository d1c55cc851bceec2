import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import type { SharedWith } from '#app/domain/plan/case-file'

type Kind = 'answers' | 'scores' | 'checkIns'

/**
 * Who may read what this viewer says, beside the worker; what is so unless they choose comes first. A check-in is for
 * the worker unless the author, knowing everything, says otherwise; answers and scores are for the inner circle. What
 * a young person says is for the worker alone.
 */
export function mayShareWith({ viewer }: PlanAsSeenBy, kind: Kind): [SharedWith, ...SharedWith[]] {
  if (viewer.reach === 'young') return ['worker']
  const knowsAll = viewer.reach === 'inner' && !viewer.ownItems
  if (kind === 'checkIns') return knowsAll ? ['worker', 'inner', 'network'] : ['worker']
  return knowsAll ? ['inner', 'worker', 'network'] : ['inner', 'worker']
}

/** What was chosen on the form, or the first of what may be. */
export function sharedIn(typed: string | undefined, may: [SharedWith, ...SharedWith[]]): SharedWith {
  return may.find((one) => one === typed) ?? may[0]
}
