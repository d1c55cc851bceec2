import type { Id } from '#app/domain/plan/case-file'
import type { World } from '#app/domain/world'
import { eyesOf } from './eyes'
import { situationOf } from './read-plan'
import { viewing } from './viewing'

/** All that somebody who has not joined is told of a plan: their own name, and who asked for them. */
export type Asked = {
  name: string
  /** A young person with a sign-in of their own. */
  young: boolean
  by: { name: string; initials: string; isWorker: boolean }
  worker: string
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
  const askedBy = situation.file.people.find(({ id }) => id === personId)?.askedBy
  const by = askedBy && !eyes.hides(askedBy) ? askedBy : situation.worker
  const view = viewing(situation, eyes)
  const [me, asker, worker] = [view.someone(personId), view.someone(by), view.someone(situation.worker)]
  view.callEveryone()
  return {
    name: me.name,
    young: eyes.sight === 'young',
    by: { name: asker.name, initials: asker.initials, isWorker: by === situation.worker },
    worker: worker.name,
  }
}
