import { audiencesFor } from '#app/domain/access/audience'
import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import type { SharedWith } from '#app/domain/plan/case-file'

type Kind = 'answers' | 'positions' | 'agreements' | 'approvals' | 'scores' | 'checkIns'

/** Who may read what this viewer says, beside the worker; what is so unless they choose comes first. */
export function mayShareWith({ viewer }: PlanAsSeenBy, kind: Kind): [SharedWith, ...SharedWith[]] {
  return audiencesFor(viewer, kind)
}

/** What was chosen on the form, or the first of what may be. */
export function sharedIn(typed: string | undefined, may: [SharedWith, ...SharedWith[]]): SharedWith {
  return may.find((one) => one === typed) ?? may[0]
}
