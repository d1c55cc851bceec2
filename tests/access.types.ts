/**
 * Nothing here runs: the type checker reads it. A write takes what the access rule handed out to this viewer, so
 * writing on what one may not see does not compile. Should one of these compile one day, `npm run types` fails.
 */
import type { PlanAsSeenBy, SeenCommitment, SeenRule, SeenWorry } from '#app/domain/access/plan-as-seen'
import type { MemberSession } from '#app/domain/forms/session'
import { ownCommitments, recordAnswer } from '#app/domain/said/answers'
import { recordCheckIn } from '#app/domain/said/log'
import type { Press } from '#app/domain/said/say'
import { ownScales, recordScore } from '#app/domain/said/scores'
import type { World } from '#app/domain/world'

export async function whatCompiles(world: World, me: MemberSession, plan: PlanAsSeenBy, press: Press, form: FormData) {
  const [mine] = ownCommitments(plan)
  const [scale] = ownScales(plan)
  const [rule] = plan.rules
  if (!mine || !scale || !rule) return
  const yes = { choice: 'yes' } as const
  const done = { result: 'done' } as const

  await recordAnswer(world, me, plan, mine, yes, press)
  await recordScore(world, me, plan, scale, { value: 5 }, press)
  await recordCheckIn(world, me, plan, { ...done, about: rule }, press)

  // @ts-expect-error What a form sent is no commitment.
  await recordAnswer(world, me, plan, form.get('item'), yes, press)
  // @ts-expect-error An id is no commitment.
  await recordAnswer(world, me, plan, mine.id, yes, press)
  // @ts-expect-error A commitment of someone else is not one's own to answer.
  await recordAnswer(world, me, plan, plan.commitments[0] as SeenCommitment, yes, press)
  // @ts-expect-error A rule is no commitment.
  await recordAnswer(world, me, plan, { ...rule, mine: true }, yes, press)
  // @ts-expect-error Something made up with all a commitment has, but handed out by nobody.
  await recordAnswer(world, me, plan, madeUp(mine), yes, press)
  // @ts-expect-error A plan that somebody put together is no view of a plan.
  await recordAnswer(world, me, { ...madeUpPlan(plan) }, mine, yes, press)

  // @ts-expect-error An id is no rule.
  await recordCheckIn(world, me, plan, { ...done, about: rule.id }, press)
  // @ts-expect-error What a form sent is no rule.
  await recordCheckIn(world, me, plan, { ...done, about: { id: form.get('about') } }, press)
  // @ts-expect-error A check-in is not about a worry.
  await recordCheckIn(world, me, plan, { ...done, about: plan.worries[0] as SeenWorry }, press)
  // @ts-expect-error Nor about somebody.
  await recordCheckIn(world, me, plan, { ...done, about: plan.worker }, press)

  // @ts-expect-error A worry of which one does not see both ends has no number to give.
  await recordScore(world, me, plan, plan.worries[0] as SeenWorry, { value: 5 }, press)
  // @ts-expect-error A rule has no scale.
  await recordScore(world, me, plan, rule as SeenRule & { mayScore: true }, { value: 5 }, press)
}

type Unbranded<Seen> = Pick<Seen, Extract<keyof Seen, string>>
const madeUp = <Seen>(seen: Seen): Unbranded<Seen> => JSON.parse(JSON.stringify(seen))
const madeUpPlan = madeUp<PlanAsSeenBy>
