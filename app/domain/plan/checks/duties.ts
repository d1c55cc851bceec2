import type { FamilyFile, Id } from '../case-file'

/** Somebody named in a part of the plan to do something there. */
export type Duty = { item: Id; person: Id }

const NOBODY = new Set(['anyone', '999', 'duty'])

/** Every duty in a plan, by the part it stands in: to act, to stand in, to check, to make sure, to come. */
export function dutiesIn({ plan }: FamilyFile): Duty[] {
  const of = (item: Id, ...people: (Id | undefined)[]) =>
    [...new Set(people)]
      .filter((person): person is Id => !!person && !NOBODY.has(person))
      .map((person) => ({ item, person }))
  return [
    ...plan.worries.flatMap(({ nextSteps = [] }) => nextSteps.flatMap(({ id, who }) => of(id, who))),
    ...plan.rules.flatMap(({ id, makesSure }) => of(id, ...makesSure)),
    ...plan.triggers.flatMap(({ steps }) => steps.flatMap(({ id, who, backup }) => of(id, who, backup))),
    ...plan.commitments.flatMap(({ id, person, backup, checkedBy }) => of(id, person, backup, checkedBy)),
    ...(plan.safetyObjects ?? []).flatMap(({ id, checkedBy }) => of(id, checkedBy)),
    ...(plan.childContacts ?? []).flatMap(({ id, order }) => of(id, ...order)),
    ...(plan.meetings ?? []).flatMap(({ id, who }) => of(id, ...who)),
  ]
}
