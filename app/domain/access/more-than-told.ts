import type { FamilyFile, Id } from '#app/domain/plan/case-file'
import { type Finding, findingIn, placesOf } from '#app/domain/plan/checks/finding'
import { graveWordsBeyond } from '#app/domain/plan/checks/grave-words'
import type { Reader } from './each-reader'

/**
 * What people of the middle circle would learn from their pages beyond what they were told: all of it where nothing
 * notes that they were told anything; else a part that speaks of a matter which neither what they know, nor what was
 * told to them, nor a sign they were told speaks of.
 */
export function moreThanTold(file: FamilyFile, readers: Reader[]): Finding[] {
  const places = placesOf(file)
  return readers
    .filter(({ plan }) => plan.viewer.sight === 'middle')
    .flatMap(({ id, view }) => {
      const read = [...view.inView].flatMap(([item, words]) => ('text' in words ? [{ item, text: words.text }] : []))
      const told = toldTo(file, id)
      if (told.length === 0) return read.length > 0 ? [findingIn(places, 'more-than-told', id, { people: [id] })] : []
      return read.flatMap(({ item, text }) => {
        const [found] = graveWordsBeyond(text, told)
        return found ? [findingIn(places, 'more-than-told', item, { people: [id], found })] : []
      })
    })
}

/** All that a plan notes to have been told to somebody. */
function toldTo({ people, plan }: FamilyFile, id: Id): string[] {
  const { knows, told = [] } = people.find((person) => person.id === id) ?? {}
  return [
    ...(knows ? [knows] : []),
    ...told.map(({ what }) => what),
    ...plan.triggers.flatMap(({ sign, toldTo, forYou = [], steps }) => [
      ...(toldTo?.includes(id) ? [sign.text, ...steps.map(({ text }) => text)] : []),
      ...forYou.filter(({ who }) => who === id).map(({ text }) => text),
    ]),
  ]
}
