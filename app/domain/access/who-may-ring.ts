import type { Id } from '#app/domain/plan/case-file'
import type { World } from '#app/domain/world'
import { eyesOf } from './eyes'
import { caseIdOf, handOut } from './handles'
import type { Seen, Someone } from './plan-as-seen'
import { situationOf } from './read-plan'
import type { Situation } from './situation'
import { viewing } from './viewing'
import { seenBy } from './who-sees-what'

/** Somebody who would get a person's number. */
export type MayRing = Seen<'person'> & Someone

/**
 * Who would get this person's number once they join, among those they may know of: for a person with a narrow view,
 * only whom their own items name. Young people with a sign-in of their own are among them. Not the council's staff,
 * who have every number, nor professionals, who never get one. Empty when nobody would, or nothing is published.
 */
export async function whoMayRing(
  world: World,
  { familyId, personId, language }: { familyId: string; personId: Id; language: string },
): Promise<MayRing[]> {
  const situation = await situationOf(world, { familyId, language })
  const eyes = situation && eyesOf(situation, personId)
  if (!eyes) return []
  const known = seenBy(situation, personId)?.people ?? []
  const young = situation.file.children.filter(({ id }) => id !== personId && !eyes.hides(id))
  const { someone, callEveryone } = viewing(situation, eyes)
  const named = [...known.map(caseIdOf), ...young.map(({ id }) => id)].map((id) => ({
    id,
    one: handOut<'person', Someone>(id, someone(id)),
  }))
  callEveryone()
  return named.filter(({ id }) => wouldHaveNumberOf(situation, personId, id)).map(({ one }) => one)
}

/** What the person said when they joined an earlier time counts no more: they are being asked again. */
function wouldHaveNumberOf(situation: Situation, personId: Id, viewerId: Id): boolean {
  const joined = situation.joined.filter((member) => member.personId !== personId)
  const people = seenBy({ ...situation, joined }, viewerId)?.people ?? []
  return people.some((person) => caseIdOf(person) === personId && person.phone)
}
