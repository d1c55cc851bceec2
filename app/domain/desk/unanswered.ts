/** What somebody does not agree with, or says is wrong: owed until it is written back to, or the words are others. */
import { WHOLE_PLAN } from '#app/domain/access/spoken'
import type { Standing } from '#app/domain/access/standing'
import type { FamilyOfStaff } from '#app/domain/council/families'
import { itemTexts } from '#app/domain/plan/item-text'
import type { World } from '#app/domain/world'
import type { OwedFacts, ViewSaid } from './owed-facts'
import { type Somebody, somebody } from './somebody'

export type Unanswered = Pick<ViewSaid, 'id' | 'view' | 'words' | 'on'> & {
  family: { id: string; name: string }
  person: Somebody
  /** The sentence, in the plan's English; none for the whole plan. */
  about?: string
  /** Its public id: where in the editor it is changed. */
  item?: string
}

/** All that waits for an answer in these families, the longest first. */
export function unansweredIn(
  world: World,
  families: FamilyOfStaff[],
  standings: Map<string, Standing>,
  { views }: OwedFacts,
): Unanswered[] {
  return views.flatMap((said): Unanswered[] => {
    const family = families.find(({ familyId }) => familyId === said.familyId)
    const standing = standings.get(said.familyId)
    if (!family || !standing) return []
    const { file } = standing
    const texts = itemTexts(file)
    const isWhole = said.about === WHOLE_PLAN
    const about = texts.find(({ id }) => id === said.about)?.text
    // The words were changed, or taken out: that is an answer too.
    if (!isWhole && (about === undefined || !said.read.every((line) => texts.some(({ text }) => text === line))))
      return []
    return [
      {
        ...{ id: said.id, view: said.view, on: said.on },
        ...(said.words && { words: said.words }),
        family: { id: family.publicId, name: family.familyName },
        person: somebody(world, standing, said.by),
        ...(!isWhole && { about, item: standing.publicIds.get(said.about) }),
      },
    ]
  })
}
