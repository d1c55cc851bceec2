import type { PlanAsSeenBy, SeenTrigger } from '#app/domain/access/plan-as-seen'
import { viewingOf } from '#app/domain/access/who-sees-what'
import { councilOf } from '#app/domain/council/council'
import { onCallNow } from '#app/domain/council/on-call'
import { nextReading, type Reading } from '#app/domain/council/opening-hours'
import type { World } from '#app/domain/world'

/** Who reads what is sent, the worker or who answers while they are away, and when: now, or from when; and whom to ring when it cannot wait. */
export type Reads = {
  worker: { name: string; initials: string }
  /** Somebody reads at this hour. */
  open: boolean
  /** The reading under way, or the next one. None when the council has set no hours. */
  next?: Reading
  onCall: { duty: string; emergencyDuty: string; open: boolean }
  /** The reader said when it is safe to ring them: nobody does so at another hour. */
  safeTimes?: true
}

export async function readsNow(world: World, plan: PlanAsSeenBy): Promise<Reads> {
  const onCall = await onCallNow(world)
  const next = nextReading(await councilOf(world), world.now()) ?? undefined
  const { situation, eyes } = viewingOf(plan)
  const isSafeAtTimes = situation.file.people.some(({ id, safeToText }) => id === eyes.id && safeToText)
  const { name, initials } = plan.away?.answers ?? plan.worker
  return {
    worker: { name, initials },
    open: onCall.open,
    next,
    onCall,
    ...(isSafeAtTimes && { safeTimes: true as const }),
  }
}

/** The warning signs this viewer acts in, each with their own steps alone. */
export function signsToActOn(plan: PlanAsSeenBy): SeenTrigger[] {
  return plan.triggers.flatMap((trigger) => {
    const steps = trigger.steps.filter(({ who }) => typeof who !== 'string' && who.you)
    return steps.length > 0 ? [{ ...trigger, steps }] : []
  })
}
