/**
 * Who sees what: the one rule, in one place. `seenBy` is pure; `read-plan.ts` loads what it looks at. The parts:
 * `eyes.ts` (shut, sight), `audience.ts` (who reads what somebody said), `worries.ts`, `warning-signs.ts`,
 * `rules-and-commitments.ts`, `what-people-said.ts`, `phone-numbers.ts`.
 */
import { londonDay } from '#app/domain/london'
import type { Id } from '#app/domain/plan/case-file'
import { isApart } from './apart'
import { eyesOf, staffEyes } from './eyes'
import { handOut } from './handles'
import { meetingsOf } from './meetings'
import type { PlanAsSeenBy, SeenPerson } from './plan-as-seen'
import { childContactsOf, commitmentsOf, rulesOf, safetyObjectsOf } from './rules-and-commitments'
import { safetyOf } from './safety'
import { sentencesOf } from './sentences'
import type { Situation } from './situation'
import { childStoriesOf, storyOf } from './stories'
import { type Viewing, viewing } from './viewing'
import { triggersOf } from './warning-signs'
import { agreementsOn } from './what-people-said'
import { scaleOf, worriesOf } from './worries'

/** The plan as this person may see it; null for whoever may have no view of it at all. */
export function seenBy(situation: Situation, viewerId: Id): PlanAsSeenBy | null {
  const eyes = eyesOf(situation, viewerId)
  return eyes && composed(viewing(situation, eyes))
}

/** The plan as the family's worker, covering worker or manager sees it: all of it. The caller knows they are one. */
export function seenByStaff(situation: Situation, staffId: Id): PlanAsSeenBy {
  return composed(viewing(situation, staffEyes(staffId)))
}

/** All that one viewer gets; afterwards the view knows what it showed. Outside this folder `seenBy` is the way. */
export function composed(view: Viewing): PlanAsSeenBy {
  const { situation, eyes } = view
  const { file } = situation
  const me = file.people.find((person) => person.id === eyes.id)
  // The order matters: signs tell who may ring whom; what was said follows what is in view; people come last.
  const triggers = triggersOf(view)
  const rules = rulesOf(view)
  const commitments = commitmentsOf(view)
  const worries = worriesOf(view)
  const safetyObjects = safetyObjectsOf(view)
  const childContacts = childContactsOf(view)
  const safety = safetyOf(view)
  const meetings = meetingsOf(view)
  const phases = sentencesOf(view, file.plan.phases)
  const endsWhen = sentencesOf(view, file.plan.endsWhen)
  const contingency = sentencesOf(view, file.plan.contingency)
  const scale = scaleOf(view)
  const { from, reviewBy } = knowsAll(view) ? file.plan : {}
  const agreements = agreementsOn(view)
  const story = storyOf(view)
  const childStories = childStoriesOf(view)
  const plan = handOut<'plan', Omit<PlanAsSeenBy, symbol>>(file.reference, {
    id: situation.planId,
    viewer: Object.assign(view.someone(eyes.id), {
      language: me?.language ?? file.language,
      kind: me?.kind ?? (eyes.sight === 'young' ? ('child' as const) : ('professional' as const)),
      sight: eyes.sight,
      ...(eyes.ownItems && { ownItems: true as const }),
      ...(isApart(situation, eyes.id) && { apart: true as const }),
    }),
    children: file.children.map((child) => view.someone(child.id)),
    worker: view.person(situation.worker),
    ...(situation.away && { away: awayOf(view, situation.away) }),
    ...(me?.knows && eyes.sight === 'middle' && { knows: view.field(me.id, 'knows', me.knows) }),
    ...(scale && { scale }),
    worries,
    rules,
    triggers,
    commitments,
    safetyObjects,
    childContacts,
    safety,
    phases,
    ...(from && { from }),
    ...(reviewBy && { reviewBy }),
    endsWhen,
    contingency,
    meetings,
    agreements,
    story,
    childStories,
    people: peopleOf(view),
  })
  view.callEveryone()
  viewings.set(plan, view)
  return plan
}

function awayOf(view: Viewing, { until, answers }: NonNullable<Situation['away']>): PlanAsSeenBy['away'] {
  return { ...(until && { until: londonDay(until) }), ...(answers && { answers: view.person(answers) }) }
}

const viewings = new WeakMap<PlanAsSeenBy, Viewing>()

/** Whose eyes a view was made with, to read further with them: a page of a log, an entry. Throws for anything else. */
export function viewingOf(plan: PlanAsSeenBy): Viewing {
  const view = viewings.get(plan)
  if (!view) throw new TypeError('This view was not made by the access rule.')
  return view
}

const knowsAll = ({ eyes }: Viewing) => eyes.sight === 'staff' || (eyes.sight === 'inner' && !eyes.ownItems)

/**
 * Who is involved, as far as this viewer knows: the inner circle all who know (inner, middle, professionals);
 * anyone with a narrower view only those their own items name, and the worker.
 */
function peopleOf(view: Viewing): SeenPerson[] {
  const { file } = view.situation
  const wide = knowsAll(view)
  const met = new Set(view.met)
  return file.people
    .filter((person) => person.id !== view.eyes.id && !view.eyes.hides(person.id))
    .filter((person) => view.eyes.sight === 'staff' || !person.notToBeTold)
    .filter((person) => met.has(person.id) || (wide && (person.kind === 'professional' || knows(person.circle))))
    .map((person) => view.person(person.id))
}

function knows(circle: string | undefined): boolean {
  return circle === 'inner' || circle === 'middle'
}
