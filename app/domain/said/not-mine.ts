import { askedOf, type OwnView } from '#app/domain/access/asked-of'
import type { PlanAsSeenBy, SeenAnswer, SeenEntry, SeenScore } from '#app/domain/access/plan-as-seen'
import { ownEntry } from '#app/domain/access/read-log'
import { type SaidOfStory, storiesAskedOf } from '#app/domain/access/stories-asked'
import type { MemberSession } from '#app/domain/forms/session'
import type { SharedWith } from '#app/domain/plan/case-file'
import type { World } from '#app/domain/world'
import { type OwnCommitment, ownCommitments } from './answers'
import { recordCheckIn, speakable } from './log'
import type { Press, Told } from './say'

/** Something that stands there as said by this viewer. */
export type OwnSaying =
  | { kind: 'entry'; entry: SeenEntry }
  | { kind: 'answer'; item: OwnCommitment; answer: SeenAnswer }
  | { kind: 'score'; score: SeenScore }
  | { kind: 'view'; view: OwnView | (SaidOfStory & { sharedWith: SharedWith }) }

/** What goes by this public id and is the viewer's own: an entry of the log, the answer to a commitment, the score of a worry, what they think of a sentence or a story. */
export async function ownSaying(
  world: World,
  plan: PlanAsSeenBy,
  id: string | undefined,
): Promise<OwnSaying | undefined> {
  const item = ownCommitments(plan).find((item) => item.id === id)
  if (item?.answer) return { kind: 'answer', item, answer: item.answer }
  const score = plan.worries.find((worry) => worry.id === id)?.mine
  if (score) return { kind: 'score', score }
  const views = [
    ...askedOf(plan).flatMap(({ mine }) => mine ?? []),
    ...storiesAskedOf(plan).flatMap(({ mine }) => mine ?? []),
  ]
  const view = views.find((one) => ('entry' in one ? one.entry : 'id' in one && one.id) === id)
  if (view) return { kind: 'view', view }
  const entry = await ownEntry(world, plan, id)
  return entry && { kind: 'entry', entry }
}

/**
 * "I did not write this": a worry of its own, for the worker alone, who reads it first. What was said stays as it is.
 * `words` name it in the worker's language, English.
 */
export function recordNotMine(
  world: World,
  member: MemberSession,
  plan: PlanAsSeenBy,
  what: OwnSaying,
  words: string,
  press: Press,
): Promise<Told> {
  const about = what.kind === 'answer' ? what.item : what.kind === 'entry' ? aboutOf(plan, what.entry) : undefined
  return recordCheckIn(
    world,
    member,
    plan,
    { about, result: 'worry', words, language: 'en', sharedWith: 'worker' },
    press,
  )
}

function aboutOf(plan: PlanAsSeenBy, { about }: SeenEntry) {
  return about && speakable(plan).find(({ id }) => id === about.id)
}
