import type { FamilyFile, Id } from '#app/domain/plan/case-file'
import { type Finding, findingIn, placesOf } from '#app/domain/plan/checks/finding'
import { leadsOut } from '#app/domain/plan/outside-help'
import type { Reader } from './each-reader'
import type { SeenStep, SeenTrigger } from './plan-as-seen'

/**
 * Warning signs that do not end with the duty team or 999, for all or for one reader, and signs on which a reader finds
 * nobody at all whom they could ring.
 */
export function signsWithoutHelp(file: FamilyFile, readers: Reader[]): Finding[] {
  const places = placesOf(file)
  return file.plan.triggers.flatMap(({ id, steps }) => {
    const last = steps.at(-1)
    const seen = readers.flatMap((reader) =>
      reader.plan.triggers.filter((trigger) => trigger.id === id).map((trigger) => ({ id: reader.id, trigger })),
    )
    const whose = (is: (trigger: SeenTrigger) => boolean): Id[] =>
      seen.filter(({ trigger }) => is(trigger)).map((one) => one.id)
    const endless = last && leadsOut(last) ? whose(({ steps }) => !isWayOut(steps.at(-1))) : []
    const alone = whose(({ steps }) => !steps.some(isReachable))
    return [
      ...(!last || !leadsOut(last) ? [findingIn(places, 'no-last-step', id)] : []),
      ...(endless.length > 0 ? [findingIn(places, 'no-last-step', id, { people: endless })] : []),
      ...(alone.length > 0 ? [findingIn(places, 'nobody-to-ring', id, { people: alone })] : []),
    ]
  })
}

const isWayOut = (step: SeenStep | undefined) =>
  !!step && (step.who === 'duty' || step.who === '999' || !!step.ringsDuty || !!step.rings999)

const isReachable = (step: SeenStep) =>
  isWayOut(step) || !!step.phone || !!step.backupPhone || !!step.named?.some(({ phone }) => phone)
