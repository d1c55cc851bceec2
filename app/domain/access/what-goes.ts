/** What somebody would read no more of the plan, and what instead: by the rule itself, before anything is written. */
import { personCalled } from '#app/domain/plan/called'
import type { ItemKind } from '#app/domain/plan/item-text'
import type { World } from '#app/domain/world'
import { sidesOf } from './eyes'
import type { PlanAsSeenBy, Wording } from './plan-as-seen'
import { situationIn } from './read-plan'
import type { Situation } from './situation'
import type { Standing } from './standing'
import { seenBy } from './who-sees-what'

type Sentence = { kind: 'person' | 'number' | 'knows' | ItemKind; words: Wording }
/** Of one reader: how many of each kind they read now and then, where that changes; what goes, and what comes instead. */
export type Going = {
  name: string
  counts: { kind: Sentence['kind']; now: number; after: number }[]
  goes: Sentence[]
  comes: Sentence[]
}

/** What these rows would change in the plan of everyone they concern, each as they read it in the plan's own language. */
export function whatGoes(world: World, family: Standing, rows: Situation['narrowings']): Going[] {
  const now = situationIn(world, family, family.document.language)
  const after = { ...now, narrowings: [...now.narrowings, ...rows] }
  const shutTo = new Set(rows.map((row) => row.shutTo))
  const { people, children } = family.document
  return [...people, ...children]
    .map(({ id }) => id)
    .filter((id) => shutTo.has(id) || sidesOf(family.document, id).some((side) => shutTo.has(side)))
    .flatMap((id) => {
      const plan = seenBy(now, id)
      const [before, then] = [sentencesIn(plan), sentencesIn(seenBy(after, id))]
      return plan ? [going(personCalled(family.document, family.staff, id).name, before, then)] : []
    })
}

function going(name: string, before: Sentence[], then: Sentence[]): Going {
  const count = (all: Sentence[], kind: Sentence['kind']) => all.filter((one) => one.kind === kind).length
  const [goes, comes] = [without(before, then), without(then, before)]
  const kinds = [...new Set([...goes, ...comes].map(({ kind }) => kind))]
  return {
    ...{ name, goes, comes },
    counts: kinds.map((kind) => ({ kind, now: count(before, kind), after: count(then, kind) })),
  }
}

/** What is in the one and not in the other, as often as it is. */
function without(all: Sentence[], others: Sentence[]): Sentence[] {
  const left = others.map((one) => JSON.stringify(one))
  return all.filter((one) => {
    const at = left.indexOf(JSON.stringify(one))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

function sentencesIn(plan: PlanAsSeenBy | null): Sentence[] {
  if (!plan) return []
  const as = (kind: Sentence['kind'], ...words: (Wording | undefined)[]) =>
    words.flatMap((one) => (one ? [{ kind, words: one }] : []))
  const written = (text: string): Wording => ({ text, language: plan.viewer.language })
  return [
    ...plan.people.flatMap(({ fullName, phone }) => [
      ...as('person', written(fullName)),
      ...(phone ? as('number', written(fullName)) : []),
    ]),
    ...as('knows', plan.knows),
    ...plan.worries.flatMap((worry) => [
      ...as('worry', ...worry.dangers, worry.harm, worry.goal, worry.zero, worry.ten, ...worry.bottomLines),
      ...as('worry', ...worry.complicating, ...worry.strengths, ...worry.existingSafety),
      ...as('worry', worry.familyGoal, ...worry.nextSteps.map(({ words }) => words)),
    ]),
    ...as('worry', plan.scale?.zero, plan.scale?.ten),
    ...as('rule', ...plan.rules.map(({ words }) => words)),
    ...as('sign', ...plan.triggers.map(({ sign }) => sign)),
    ...as('step', ...plan.triggers.flatMap(({ steps }) => steps.map(({ words }) => words))),
    ...as('commitment', ...plan.commitments.map(({ words }) => words)),
    ...as('safety-object', ...plan.safetyObjects.map(({ object }) => object)),
    ...as('child-contact', ...plan.childContacts.map(({ how }) => how)),
    ...as('safety', ...plan.safety.bag, ...plan.safety.safePlaces, ...plan.safety.wayOut, ...plan.safety.codeWord),
    ...as('safety', ...plan.safety.health.map(({ words }) => words)),
    ...as(
      'safety',
      ...plan.safety.mayCollect.map(({ child, who }) => written([child, ...who].map(({ name }) => name).join(', '))),
    ),
    ...as('phase', ...plan.phases),
    ...as('end', ...plan.endsWhen),
    ...as('contingency', ...plan.contingency),
    ...as('meeting', ...plan.meetings.map(({ kind }) => kind)),
    ...as('meeting', ...plan.meetings.flatMap(({ bring, agenda }) => [bring, ...agenda])),
    ...as('meeting', ...plan.meetings.flatMap(({ decisions }) => decisions.map(({ words }) => words))),
    ...as('story', ...[plan.story, ...plan.childStories.map(({ frames }) => frames)].flat().map(({ words }) => words)),
  ]
}
