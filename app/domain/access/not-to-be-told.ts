import type { FamilyFile, Id } from '#app/domain/plan/case-file'
import { dutiesIn } from '#app/domain/plan/checks/duties'
import { type Finding, findingIn, placesOf } from '#app/domain/plan/checks/finding'
import { leakCheck } from '#app/domain/plan/checks/leaks'

/** Up to a comma: the words warn against whom they name behind it. */
const NOT = /\b(?:not|never|without|nor|don't|doesn't|must not)\b[^.,;:!?\n]*$/iu

/**
 * Where somebody who must never be told has a part in a plan, or stands in words that somebody acts on: in a step, a
 * task, a rule, a meeting, a next step. "Do not ring Brenda" is none.
 */
export function notToBeToldNamed(file: FamilyFile): Finding[] {
  const secret = file.people.filter(({ notToBeTold }) => notToBeTold)
  if (secret.length === 0) return []
  const places = placesOf(file)
  const at = (item: Id, person: Id, found?: string) =>
    findingIn(places, 'not-to-be-told', item, { people: [person], ...(found && { found }) })
  return secret.flatMap(({ id }) => {
    const byId = [...dutiesIn(file), ...toldIn(file)].filter(({ person }) => person === id)
    const names = leakCheck(
      file,
      (other) => other === id,
      () => false,
    )
    const byName = actedOn(file)
      .filter(({ item }) => !byId.some((one) => one.item === item))
      .flatMap(({ item, text }) => {
        const name = names(text).find(({ kind }) => kind === 'name')?.found
        return name && !NOT.test(text.slice(0, text.indexOf(name))) ? [at(item, id, name)] : []
      })
    return [...byId.map(({ item }) => at(item, id)), ...byName]
  })
}

/** Whom a plan tells something: who knows a sign, or has words of their own for it. */
const toldIn = ({ plan }: FamilyFile) =>
  plan.triggers.flatMap(({ id, toldTo = [], forYou = [] }) => [
    ...toldTo.map((person) => ({ item: id, person })),
    ...forYou.map(({ id: item, who }) => ({ item, person: who })),
  ])

/** The sentences of a plan that say what somebody does. */
const actedOn = ({ plan }: FamilyFile): { item: Id; text: string }[] => [
  ...[
    ...plan.worries.flatMap(({ nextSteps = [] }) => nextSteps),
    ...plan.rules,
    ...plan.triggers.flatMap(({ steps }) => steps),
    ...plan.commitments,
  ].map(({ id, text }) => ({ item: id, text })),
  ...(plan.childContacts ?? []).map(({ id, how }) => ({ item: id, text: how })),
]
