/**
 * The stories a parent is asked to say yes to, when it is their turn, and at the desk whom each still waits for. The
 * rule of it is `approvals.ts`.
 */
import type { SharedWith } from '#app/domain/plan/case-file'
import { type Approved, type Approving, approvingsOf, linesFor, linesRead, storiesIn } from './approvals'
import { audienceNow } from './audience'
import { handOut } from './handles'
import type { PlanAsSeenBy, Seen, SeenFrame, SeenReply, Someone } from './plan-as-seen'
import type { Viewing } from './viewing'
import { repliesTo, when, wordsOf } from './what-people-said'
import { viewingOf } from './who-sees-what'

/** A story this parent may say yes or no to. `id` is public; that of the one for all children is `all`. */
export type StoryAsked = Seen<'story'> & {
  child?: Someone
  /** In order; `changed`: not as they were when this parent last spoke. */
  frames: (SeenFrame & { changed?: true })[]
  /** It is their turn: nothing stands, or what they said yes to is others now. */
  waits: boolean
  mine?: SaidOfStory & { sharedWith: SharedWith; stale?: true }
}

/** `id`: the public one of what was said. */
export type SaidOfStory = {
  id: string
  view: 'yes' | 'no'
  on: string
  words?: string
  language?: string
  replies: SeenReply[]
}

/** At the desk: how far a story is on its way to the children. */
export type StoryOnItsWay = {
  id: string
  child?: Someone
  readyForChildren: boolean
  /** In their order, whom it waits for. */
  parents: { by: Someone; is: Approving['is']; said?: SaidOfStory }[]
}

const ALL = 'all'

/** Those it is this reader's turn for, or was. Empty for everybody else. */
export function storiesAskedOf(plan: PlanAsSeenBy): StoryAsked[] {
  const view = viewingOf(plan)
  const { situation, eyes } = view
  return storiesIn(situation.file.plan).flatMap(({ about, names }) => {
    const me = approvingsOf(situation, about).find(({ by }) => by === eyes.id)
    const child = names[0] === undefined ? undefined : view.someone(names[0])
    const frames = child ? plan.childStories.find((one) => one.child.id === child.id)?.frames : plan.story
    if (!me || me.is === 'later' || !frames?.length) return []
    const lines = linesFor(situation, me.by, about)
    const read = me.last && linesRead(me.last)
    const one = handOut<'story', Omit<StoryAsked, symbol>>(about, {
      id: child?.id ?? ALL,
      ...(child && { child }),
      frames: frames.map((frame, at) => ({
        ...frame,
        ...(read && !read.includes(lines[at] ?? '') && { changed: true as const }),
      })),
      waits: me.is === 'next' || me.is === 'changed',
      ...(me.last && {
        mine: {
          ...saidIn(view, me.last),
          sharedWith: audienceNow(view, me.last),
          ...(me.is === 'changed' && { stale: true as const }),
        },
      }),
    })
    reading.set(one, lines)
    return [one]
  })
}

/** What of it this reader has in front of them, a line a frame: what their yes is to. */
export const linesOfStory = (of: StoryAsked): string[] => reading.get(of) ?? []
const reading = new WeakMap<StoryAsked, string[]>()

/** For staff: every story of the plan, and whose yes it has and waits for. */
export function storiesOnTheirWay(plan: PlanAsSeenBy): StoryOnItsWay[] {
  const view = viewingOf(plan)
  const { situation } = view
  return storiesIn(situation.file.plan).map(({ about, names: [child], story }) => ({
    id: child === undefined ? ALL : situation.publicId(child),
    ...(child !== undefined && { child: view.someone(child) }),
    readyForChildren: story.readyForChildren,
    parents: approvingsOf(situation, about).map(({ by, is, last }) => ({
      ...{ by: view.someone(by), is },
      ...(last && { said: saidIn(view, last) }),
    })),
  }))
}

function saidIn(view: Viewing, saying: Approved): SaidOfStory {
  const { entry } = saying
  return {
    ...{ id: saying.publicId, view: entry.view ?? 'yes', on: when(view, entry.by, entry.on) },
    // A worker's note of how it was given is for staff.
    ...((view.eyes.sight === 'staff' || entry.view) && wordsOf(entry)),
    replies: repliesTo(view, saying),
  }
}
