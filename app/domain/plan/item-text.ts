import type { FamilyFile, Id } from './case-file'

/** What kind of thing in a plan something is. */
export type ItemKind =
  | 'worry'
  | 'rule'
  | 'sign'
  | 'step'
  | 'commitment'
  | 'safety-object'
  | 'child-contact'
  | 'safety'
  | 'phase'
  | 'end'
  | 'contingency'
  | 'meeting'
  | 'story'

/** One thing of a plan and the sentence it is known by, in the plan's English. */
export type ItemText = { id: Id; kind: ItemKind; text: string }

/** Every thing of a plan that can be spoken about or shut, in the order of the document. */
export function itemTexts(file: FamilyFile): ItemText[] {
  const { plan } = file
  const as = (kind: ItemKind, items: { id: Id; text: string }[] = []) =>
    items.map(({ id, text }) => ({ id, kind, text }))
  return [
    ...as('worry', plan.scale?.id ? [{ id: plan.scale.id, text: plan.scale.ten.text }] : []),
    ...as('worry', plan.scale ? [plan.scale.zero, plan.scale.ten] : []),
    ...plan.worries.flatMap((worry) => [
      ...as('worry', [{ id: worry.id, text: worry.danger[0]?.text ?? worry.goal.text }]),
      ...as('worry', worry.harm ? [worry.harm] : []),
      ...as('worry', [...worry.danger, worry.goal]),
      ...as('worry', worry.familyGoal ? [worry.familyGoal] : []),
      ...as('worry', [worry.zero, worry.ten]),
      ...as(
        'worry',
        [worry.bottomLines, worry.complicating, worry.strengths, worry.existingSafety, worry.nextSteps].flatMap(
          (list) => list ?? [],
        ),
      ),
    ]),
    ...as('rule', plan.rules),
    ...plan.triggers.flatMap((trigger) => [
      ...as('sign', [{ id: trigger.id, text: trigger.sign.text }]),
      ...as('sign', trigger.forYou),
      ...as('step', trigger.steps),
    ]),
    ...as('commitment', plan.commitments),
    ...as(
      'safety-object',
      plan.safetyObjects?.map(({ id, object, place }) => ({ id, text: `${object}, ${place}` })),
    ),
    ...as(
      'child-contact',
      plan.childContacts?.map(({ id, how }) => ({ id, text: how })),
    ),
    ...Object.values({ ...plan.safety, mayCollect: undefined }).flatMap((items) => as('safety', items)),
    ...as(
      'safety',
      plan.safety?.mayCollect?.map(({ id, child, who }) => ({
        id,
        text: [child, ...who].map(nameIn(file)).join(', '),
      })),
    ),
    ...as('phase', plan.phases),
    ...as('end', plan.endsWhen),
    ...as('contingency', plan.contingency),
    ...as(
      'meeting',
      plan.meetings?.map(({ id, kind, at, place }) => ({ id, text: `${kind}, ${at.replace('T', ' ')}, ${place}` })),
    ),
    ...(plan.meetings ?? []).flatMap(({ agenda, decisions }) => [
      ...as('meeting', agenda),
      ...as('meeting', decisions),
    ]),
    ...[plan.story, ...(plan.stories ?? [])].flatMap((story) => [
      ...as('story', story?.frames),
      ...as(
        'story',
        story?.frames.flatMap(({ image }) => image?.alt ?? []),
      ),
    ]),
  ]
}

const nameIn =
  ({ people, children }: FamilyFile) =>
  (id: Id) =>
    people.find((one) => one.id === id)?.name ?? children.find((one) => one.id === id)?.firstName ?? id

/** The sentence something is known by; undefined for what is no longer in the plan. */
export function itemText(file: FamilyFile, id: Id): string | undefined {
  return itemTexts(file).find((item) => item.id === id)?.text
}
