import type { FamilyFile } from '../case-file'
import { type Finding, findingIn, placesOf } from './finding'

/** Rules that nobody makes sure of, and commitments that are nobody's. */
export function nobodyOnIt(file: FamilyFile): Finding[] {
  const places = placesOf(file)
  const { rules, commitments } = file.plan
  return [
    ...rules
      .filter(({ makesSure }) => makesSure.length === 0)
      .map(({ id }) => findingIn(places, 'nobody-makes-sure', id)),
    ...commitments.filter(({ person }) => !person).map(({ id }) => findingIn(places, 'nobody-does-it', id)),
  ]
}
