import type { SaidKind, SharedWith } from '#app/domain/plan/case-file'
import type { World } from '#app/domain/world'
import { audiencesFor, audiencesOf } from './audience'
import { eyesOf } from './eyes'
import { caseIdOf } from './handles'
import type { PlanAsSeenBy } from './plan-as-seen'
import { sourceOf } from './read-plan'
import { standingOf } from './standing'

/** Somebody's words may reach so far; `names` are whom it reaches of the people in their own view, beside the worker. */
export type Readers = { sharedWith: SharedWith; names: string[] }

/**
 * Every audience this viewer may choose for what they say; what holds unless they do comes first. Who else may read it
 * they must not learn of.
 */
export async function readersFor(world: World, plan: PlanAsSeenBy, kind: SaidKind): Promise<Readers[]> {
  const reached = await reachOf(world, plan)
  const all = audiencesFor(plan.viewer, kind).map(reached)
  // The same people under two names are no choice: of those the narrower is meant, that reaches nobody later.
  const inner = all.find(({ sharedWith }) => sharedWith === 'inner')?.names
  return all.filter(({ sharedWith, names }) => sharedWith !== 'network' || names.join() !== inner?.join())
}

/** Whom words of this viewer's that were saved for such an audience reach, by the same names as before they were sent. */
export async function readersOf(
  world: World,
  plan: PlanAsSeenBy,
  saved: { sharedWith?: SharedWith },
): Promise<Readers> {
  return (await reachOf(world, plan))(saved.sharedWith ?? 'worker')
}

async function reachOf(world: World, plan: PlanAsSeenBy): Promise<(sharedWith: SharedWith) => Readers> {
  const { familyId } = sourceOf(plan)
  const family = await standingOf(world, familyId)
  const people = plan.people.flatMap((one) => {
    const eyes = family && eyesOf({ file: family.document, narrowings: family.narrowings }, caseIdOf(one))
    return eyes ? [{ name: one.name, reads: audiencesOf(eyes) }] : []
  })
  return (sharedWith) => ({
    sharedWith,
    names: people.filter(({ reads }) => reads.includes(sharedWith)).map(({ name }) => name),
  })
}
