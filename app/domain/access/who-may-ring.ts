import type { Id } from '#app/domain/plan/case-file'
import { namedBy } from '#app/domain/plan/named-by'
import type { World } from '#app/domain/world'
import { eyesOf } from './eyes'
import { caseIdOf, handOut } from './handles'
import type { PlanAsSeenBy, Seen, Someone } from './plan-as-seen'
import { situationOf } from './read-plan'
import type { Situation } from './situation'
import { viewing } from './viewing'
import { seenBy } from './who-sees-what'

/** Somebody who would get a person's number; `isToRing`: the plan has them ring or text that person. */
export type MayRing = Seen<'person'> & Someone & { isToRing?: true }

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
  const mine = seenBy(situation, personId)
  const known = mine?.people ?? []
  const young = situation.file.children.filter(({ id }) => id !== personId && !eyes.hides(id))
  const { someone, callEveryone } = viewing(situation, eyes)
  const named = [...known.map(caseIdOf), ...young.map(({ id }) => id)].map((id) => ({
    id,
    one: handOut<'person', Someone>(id, someone(id)),
  }))
  callEveryone()
  // The face they have on every other page.
  for (const { id, one } of named) {
    const same = known.find((person) => caseIdOf(person) === id)
    if (same) one.initials = same.initials
  }
  return named.flatMap(({ id, one }): MayRing[] => {
    const theirs = viewWithNumberOf(situation, personId, id)
    if (!theirs) return []
    const isToRing = !!mine && saysToRing(situation, { id, theirs }, { id: personId, theirs: mine })
    return [isToRing ? Object.assign(one, { isToRing: true as const }) : one]
  })
}

/**
 * The plan as somebody would see it with this person's number; undefined when they would not have it. What the person
 * said when they joined an earlier time counts no more: they are being asked again.
 */
function viewWithNumberOf(situation: Situation, personId: Id, viewerId: Id): PlanAsSeenBy | undefined {
  const joined = situation.joined.filter((member) => member.personId !== personId)
  const plan = seenBy({ ...situation, joined }, viewerId) ?? undefined
  return plan?.people.some((person) => caseIdOf(person) === personId && person.phone) ? plan : undefined
}

type Sight = { id: Id; theirs: PlanAsSeenBy }
const RING = /\b(?:rings?|texts?|calls?|phones?)\b/i

/** Whether a step or rule of the one, which both of them see, names the other as whom to ring. Plans say so in words alone. */
function saysToRing({ file, publicId }: Situation, caller: Sight, called: Sight): boolean {
  const { triggers, rules } = file.plan
  const own = [
    ...triggers.flatMap(({ steps }) => steps.filter(({ who }) => who === caller.id)),
    ...rules.filter(({ makesSure }) => makesSure.includes(caller.id)),
  ]
  const shows = ({ theirs }: Sight, item: Id) =>
    [...theirs.rules, ...theirs.triggers.flatMap(({ steps }) => steps)].some(({ id }) => id === publicId(item))
  return own.some(
    ({ id, text, byVoice }) =>
      !byVoice &&
      RING.test(text) &&
      shows(caller, id) &&
      shows(called, id) &&
      namedBy(text, file, [called.id]).length > 0,
  )
}
