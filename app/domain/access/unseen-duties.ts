import type { FamilyFile } from '#app/domain/plan/case-file'
import { dutiesIn } from '#app/domain/plan/checks/duties'
import { type Finding, findingIn, placesOf } from '#app/domain/plan/checks/finding'
import type { Reader } from './each-reader'

/**
 * People with a duty in a part of the plan that they would not see: it is shut to them, or they have no view at all.
 * Professionals have paper; children are asked nothing.
 */
export function unseenDuties(file: FamilyFile, readers: Reader[]): Finding[] {
  const places = placesOf(file)
  const views = new Map(readers.map(({ id, view }) => [id, view]))
  const mayRead = new Set(
    file.people.filter(({ kind, notToBeTold }) => kind !== 'professional' && !notToBeTold).map(({ id }) => id),
  )
  return dutiesIn(file)
    .filter(({ item, person }) => mayRead.has(person) && !views.get(person)?.inView.has(item))
    .map(({ item, person }) => findingIn(places, 'unseen-duty', item, { people: [person] }))
}
