/** Whom and what some words would tell a reader of: a decision that they may stand is about those alone. */
import type { Id } from '#app/domain/plan/case-file'
import { folded } from '#app/domain/plan/checks/folding'
import { type Leak, leakCheck } from '#app/domain/plan/checks/leaks'
import { eyesOf } from './eyes'
import type { Situation } from './situation'

/** For a reader and words found for them: the people kept from them whom those name, and the giveaways they are. */
export type ToldOf = (reader: Id, found: string, kind: Leak['kind']) => string[]

/** As a family's document stands. Words in a script nobody noted may name anybody who is kept from the reader. */
export function toldOf({ file, narrowings }: Pick<Situation, 'file' | 'narrowings'>): ToldOf {
  return (reader, found, kind) => {
    const eyes = eyesOf({ file, narrowings }, reader)
    if (!eyes) return []
    const { hides, isIn } = eyes
    const hidden = file.people.filter(({ id }) => hides(id))
    const open = file.people.filter(({ id }) => !hides(id))
    const giveaways = (file.giveaways ?? [])
      .filter(({ keepFrom }) => isIn(keepFrom))
      .flatMap(({ words, keepFrom }) => words.map((word) => ({ words: [word], keepFrom })))
    const tells = (some: Partial<typeof file>) =>
      kind === 'script' ||
      leakCheck({ ...file, people: open, giveaways: [], ...some }, hides, isIn)(found).some((one) => one.kind === kind)
    return [
      ...hidden.filter((person) => tells({ people: [...open, person] })).map(({ id }) => id),
      ...giveaways
        .filter((one) => tells({ giveaways: [one] }))
        .map(({ words: [word = ''] }) => `“${folded(word).text}”`),
    ]
  }
}
