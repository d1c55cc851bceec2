import type { Id, Person } from '#app/domain/plan/case-file'
import type { World } from '#app/domain/world'
import { type Eyes, eyesOf } from './eyes'
import { caseIdOf } from './handles'
import { situationOf } from './read-plan'
import { viewing } from './viewing'
import { seenBy } from './who-sees-what'

/** All that somebody who has not joined is told of a plan: their own name, and who asked for them. */
export type Asked = {
  name: string
  /**
   * Who they are in it: a young person with a sign-in of their own, a parent, somebody who reads only what is about
   * themselves, somebody of the network who reads all of it, or only their part.
   */
  as: 'young' | 'parent' | 'apart' | 'inner' | 'middle'
  /** Something is asked of them. */
  part: boolean
  by: { name: string; initials: string; isWorker: boolean }
  worker: string
  /** The worker's number. */
  ring?: string
}

/**
 * Who asked for this person: whoever in the family did, when the person may know of them, else the worker. Null when
 * they may have no view of the plan any more.
 */
export async function whoAsked(
  world: World,
  { familyId, personId, language }: { familyId: string; personId: Id; language: string },
): Promise<Asked | null> {
  const situation = await situationOf(world, { familyId, language })
  const eyes = situation && eyesOf(situation, personId)
  if (!eyes) return null
  const person = situation.file.people.find(({ id }) => id === personId)
  const askedBy = person?.askedBy
  const by = askedBy && !eyes.hides(askedBy) ? askedBy : situation.worker
  const view = viewing(situation, eyes)
  const [me, asker, worker] = [view.someone(personId), view.someone(by), view.someone(situation.worker)]
  view.callEveryone()
  const plan = seenBy(situation, personId)
  // The face they have on every page after this one.
  const later = plan && [...plan.people, plan.worker].find((one) => caseIdOf(one) === by)
  return {
    name: me.name,
    as: kindOf(eyes, person?.kind),
    part: !!plan?.commitments.some(({ mine }) => mine),
    by: { name: asker.name, initials: (later ?? asker).initials, isWorker: by === situation.worker },
    worker: worker.name,
    ring: situation.staff[situation.worker]?.phone,
  }
}

function kindOf({ sight, ownItems }: Eyes, kind: Person['kind'] | undefined): Asked['as'] {
  if (sight === 'young') return 'young'
  if (ownItems) return 'apart'
  if (kind === 'parent') return 'parent'
  return sight === 'inner' ? 'inner' : 'middle'
}
