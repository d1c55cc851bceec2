import type { Id } from '#app/domain/plan/case-file'
import type { World } from '#app/domain/world'
import { eyesOf } from './eyes'
import { mayRing } from './phone-numbers'
import { situationIn } from './read-plan'
import type { Standing } from './standing'
import { viewing } from './viewing'
import { triggersOf } from './warning-signs'

/** Whom this person could ring by the plan, and who, when they joined or since, has not let them. */
export function keptNumbers(world: World, family: Standing, viewerId: Id): Id[] {
  const owners = family.joined.filter(
    ({ personId, notToRing, mayRing: ticked }) =>
      personId !== viewerId && (notToRing.includes(viewerId) || (ticked && !ticked.includes(viewerId))),
  )
  if (owners.length === 0) return []
  const situation = situationIn(world, family, 'en')
  const eyes = eyesOf(situation, viewerId)
  if (!eyes) return []
  const view = viewing(situation, eyes)
  // Signs tell who may ring whom.
  triggersOf(view)
  return owners.flatMap(({ personId }) =>
    mayRing({ ...situation, joined: [] }, eyes, personId, view.actWithMe) ? [personId] : [],
  )
}
