import { standingOf } from '#app/domain/access/standing'
import { plainWordsNow } from '#app/domain/council/plain-words'
import { placeOfText } from '#app/domain/plan/fault-place'
import { type WordsFinding, wordsInPlan } from '#app/domain/plan/plain-words/findings'
import { TARGET_AGE } from '#app/domain/plan/plain-words/reading-age'
import type { World } from '#app/domain/world'

/** Of one text of a plan, all that could be said in plainer words. `item` is public. */
export type WordsAt = { item: string; place: string; found: Omit<WordsFinding, 'itemId' | 'path'>[] }

export type WordsOfPlan = {
  /** At which all of it is read with ease, and at which it should be. */
  age?: number
  target: typeof TARGET_AGE
  at: WordsAt[]
  /** Of its translations: nothing is said of those. */
  languages: string[]
}

/** The plain words of a family's draft, or, without one, of its published plan; null when there is neither. */
export async function wordsForStaff(world: World, familyId: string): Promise<WordsOfPlan | null> {
  const [family, jargon] = await Promise.all([standingOf(world, familyId, { draftFirst: true }), plainWordsNow(world)])
  if (!family) return null
  const { age, findings } = wordsInPlan(family.file, jargon)
  const at = new Map<string, WordsAt>()
  for (const { itemId, path, ...found } of findings) {
    const item = family.publicIds.get(itemId) ?? ''
    const known = at.get(path)
    if (known) known.found.push(found)
    else at.set(path, { item, place: placeOfText(path), found: [found] })
  }
  return {
    ...(age !== undefined && { age }),
    target: TARGET_AGE,
    at: [...at.values()],
    languages: Object.keys(family.file.plan.translations ?? {}),
  }
}
