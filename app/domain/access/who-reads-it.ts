import type { SaidKind, SharedWith } from '#app/domain/plan/case-file'
import type { World } from '#app/domain/world'
import { audiencesFor, audiencesOf } from './audience'
import { eyesOf } from './eyes'
import { caseIdOf } from './handles'
import type { PlanAsSeenBy } from './plan-as-seen'
import { sourceOf } from './read-plan'
import { standingOf } from './standing'

/**
 * By name, who would read what this viewer says with this audience (or the one that holds unless they choose): those
 * of the people in their own view whom it reaches, and the worker last. Who else may read it they must not learn of.
 */
export async function whoReads(
  world: World,
  plan: PlanAsSeenBy,
  kind: SaidKind,
  sharedWith: SharedWith = audiencesFor(plan.viewer, kind)[0],
): Promise<string[]> {
  const { familyId } = sourceOf(plan)
  const family = await standingOf(world, familyId)
  const reads = (id: string) => {
    const eyes = family && eyesOf({ file: family.document, narrowings: family.narrowings }, id)
    return !!eyes && audiencesOf(eyes).includes(sharedWith)
  }
  const people = plan.people.filter((one) => reads(caseIdOf(one)))
  return [...people.map(({ name }) => name), plan.worker.name]
}
