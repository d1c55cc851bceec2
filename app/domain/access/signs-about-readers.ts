import type { FamilyFile } from '#app/domain/plan/case-file'
import { type Finding, findingIn, placesOf } from '#app/domain/plan/checks/finding'
import { namedBy } from '#app/domain/plan/named-by'
import type { Reader } from './each-reader'

/**
 * Warning signs that speak of somebody who reads them as of a stranger ("Kelly has been drinking") and have no step of
 * theirs: when it happens they find nothing that helps them act. The plan can hold words for them alone (`forYou`).
 */
export function signsAboutReaders(file: FamilyFile, readers: Reader[]): Finding[] {
  const places = placesOf(file)
  return file.plan.triggers.flatMap((trigger) => {
    const { id, sign, forYou = [] } = trigger
    const isNamed = (reader: string) => !!sign.about?.includes(reader) || namedBy(sign.text, file, [reader]).length > 0
    const people = readers.filter(({ id: reader, plan }) => {
      const seen = plan.triggers.find((one) => one.id === id)
      return (
        !!seen?.sign &&
        isNamed(reader) &&
        !forYou.some(({ who }) => who === reader) &&
        !seen.steps.some(({ who }) => typeof who !== 'string' && who.you)
      )
    })
    return people.length > 0 ? [findingIn(places, 'about-reader', id, { people: people.map(({ id }) => id) })] : []
  })
}
