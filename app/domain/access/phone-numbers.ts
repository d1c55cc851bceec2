import type { Id, Person } from '#app/domain/plan/case-file'
import { againstIn, hasEffect } from '#app/domain/plan/court-orders'
import { type Eyes, eyesOf, sidesOf } from './eyes'
import type { Situation } from './situation'

/**
 * Whether this viewer may have the person's number. `actWithMe` are the people who act in a warning sign in which
 * the viewer is named too; they are the default when the person has not said who may ring (`numberFor`). Someone
 * who only stands in for another there is not among them: Bev rings Toni, not Danny behind her.
 */
export function mayRing(situation: Situation, eyes: Eyes, personId: Id, actWithMe: Set<Id>): boolean {
  const person = situation.file.people.find((person) => person.id === personId)
  if (!person || !isReached(person) || eyes.hides(personId) || person.id === eyes.id) return false
  if (eyes.sight === 'staff' || person.kind === 'professional') return true
  if (orderBetween(situation, eyes.id, personId)) return false
  const said = situation.joined.find((member) => member.personId === personId)
  if (said?.notToRing.includes(eyes.id) || (said?.mayRing && !said.mayRing.includes(eyes.id))) return false
  if (person.numberFor) return eyes.isIn(person.numberFor)
  // Nobody can say no to somebody they may not know of: only the worker's own act gives their number away.
  return actWithMe.has(personId) && !eyesOf(situation, personId)?.hides(eyes.id)
}

/** Whoever has a number or an e-mail address at all. */
const isReached = ({ phone, otherPhones, email }: Person) => !!phone || !!otherPhones || !!email

/** Whether a court order that has its effect stands between the two, or between the sides they are on; either may be the one it is against. */
function orderBetween({ file, today }: Situation, one: Id, other: Id): boolean {
  const campOf = (id: Id) => {
    const sides = new Set(sidesOf(file, id))
    return new Set([id, ...(file.sides ?? []).filter((side) => sides.has(side.id)).flatMap((side) => side.people)])
  }
  const [ours, theirs] = [campOf(one), campOf(other)]
  return (file.courtOrders ?? []).some((order) => {
    if (!hasEffect(order, today)) return false
    return againstIn(order).some((against) => {
      const protects = (camp: Set<Id>) =>
        order.protects ? order.protects.some((id) => camp.has(id)) : !camp.has(against)
      return (ours.has(against) && protects(theirs)) || (theirs.has(against) && protects(ours))
    })
  })
}
