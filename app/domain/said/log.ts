import { caseIdOf } from '#app/domain/access/handles'
import type { PlanAsSeenBy, SeenCommitment, SeenEntry, SeenRule, SeenTrigger } from '#app/domain/access/plan-as-seen'
import type { MemberSession } from '#app/domain/forms/session'
import type { Result } from '#app/domain/plan/case-file'
import type { World } from '#app/domain/world'
import { type OwnWords, type Press, say, type Told } from './say'

export type NewCheckIn = OwnWords & {
  about?: SeenCommitment | SeenRule | SeenTrigger
  result: Result
  /** Local time, Europe/London, or the day alone; now when left out. */
  happenedAt?: string
  ringMe?: boolean
  /** The viewer's own entry that was pressed by mistake. */
  corrects?: SeenEntry
}

/** What a check-in can be about, for this viewer: their own commitments, the rules and the warning signs they see. */
export function speakable(plan: PlanAsSeenBy): (SeenCommitment | SeenRule | SeenTrigger)[] {
  return [...plan.commitments.filter(({ mine }) => mine), ...plan.rules, ...plan.triggers]
}

/** Adds a check-in: how it went, when, and who may read it beside the worker (nobody, unless the member says so). */
export async function recordCheckIn(
  world: World,
  member: MemberSession,
  plan: PlanAsSeenBy,
  { about, result, happenedAt, ringMe, corrects, ...own }: NewCheckIn,
  press: Press,
): Promise<Told> {
  const item = about && caseIdOf(about)
  return say(
    world,
    member,
    plan,
    {
      kind: 'checkIns',
      about: item,
      ringMe,
      did: 'check-in.sent',
      own,
      entry: (written) => ({
        ...written,
        ...(item && { about: item }),
        happenedAt: happenedAt ?? written.on,
        result,
        ...(corrects && { corrects: caseIdOf(corrects) }),
      }),
    },
    press,
  )
}

/** "Please ring me", in one press: a worry without words, for the worker alone. */
export function askForCall(world: World, member: MemberSession, plan: PlanAsSeenBy, press: Press): Promise<Told> {
  return recordCheckIn(world, member, plan, { result: 'worry', ringMe: true, sharedWith: 'worker' }, press)
}
