/**
 * What was said, read further than the plan's page goes, with the eyes a view was made with: the log by pages, one's
 * own entry, earlier answers. What a viewer may not read leaves no gap: a page is filled from what is further back.
 */
import type { Answer, Commitment } from '#app/domain/plan/case-file'
import type { World } from '#app/domain/world'
import { audiencesOf, inOwnWords, mayRead } from './audience'
import { entryAsSeen, isLogged } from './entry-as-seen'
import { caseIdOf } from './handles'
import type { PlanAsSeenBy, SeenAnswer, SeenCommitment, SeenEntry, SeenReply } from './plan-as-seen'
import { sourceOf } from './read-plan'
import type { Saying } from './situation'
import {
  byPlace,
  lastAnswers,
  NOW,
  type Page,
  type Place,
  type Spoken,
  saidAbout,
  saidAs,
  saidBeside,
  saidBy,
  saidFor,
} from './spoken'
import type { Viewing } from './viewing'
import { repliesTo, seenAnswer } from './what-people-said'
import { viewingOf } from './who-sees-what'

export const ON_A_PAGE = 20

/** Newest first; `earlier` goes into the address of the page that follows, when there is one for this viewer. */
export type LogPage = { entries: SeenEntry[]; earlier?: string }

/**
 * A page of the log as this viewer may read it: what comes before the entry of this public id, else the newest. An
 * address with another's entry in it, or none, leads to the newest.
 */
export async function logFor(
  world: World,
  plan: PlanAsSeenBy,
  { before: from, limit = ON_A_PAGE }: { before?: string | null; limit?: number } = {},
): Promise<LogPage> {
  const view = viewingOf(plan)
  const before = (await placeOf(world, plan, from)) ?? NOW
  const { familyId, viewerId } = sourceOf(plan)
  const kind = 'checkIns' as const
  const streams = [
    (page: Page) => saidBy(world, { familyId, by: viewerId, kind }, page),
    ...audiencesOf(view.eyes).map(
      (sharedWith) => (page: Page) => saidFor(world, { familyId, notBy: viewerId, kind, sharedWith }, page),
    ),
  ]
  // One more than is shown: only if this viewer may read it is there an earlier page.
  const found = await Promise.all(streams.map((ask) => filled(ask, before, limit + 1, view)))
  const all = found.flat().toSorted(byPlace).reverse()
  const shown = all.slice(0, limit)
  const entries = shown.flatMap(({ saying }) => (isLogged(saying) ? [entryAsSeen(view, saying)] : []))
  return { entries, ...(all.length > limit && { earlier: shown.at(-1)?.saying.publicId }) }
}

/** The viewer's own entry of the log by its public id; undefined for anybody else's and for what never was. */
export async function ownEntry(world: World, plan: PlanAsSeenBy, publicId = ''): Promise<SeenEntry | undefined> {
  const { familyId, viewerId } = sourceOf(plan)
  const { saying } = (await saidAs(world, { familyId, publicId })) ?? {}
  return saying && saying.entry.by === viewerId && isLogged(saying) ? entryAsSeen(viewingOf(plan), saying) : undefined
}

/** Answers before the newest. `isOlder`: it is not the first page of them. */
export type EarlierAnswers = { answers: SeenAnswer[]; earlier?: string; isOlder: boolean }

/** What this viewer answered to a commitment of theirs before their newest answer, newest first, a page at a time. */
export async function earlierAnswers(
  world: World,
  plan: PlanAsSeenBy,
  item: SeenCommitment,
  { before: from, limit = ON_A_PAGE }: { before?: string | null; limit?: number } = {},
): Promise<EarlierAnswers> {
  const view = viewingOf(plan)
  const { familyId } = sourceOf(plan)
  const about = caseIdOf(item)
  const asked = view.situation.file.plan.commitments.find(({ id }) => id === about)
  const before = await placeOf(world, plan, from)
  const isOlder = before !== undefined
  if (!asked || asked.person !== view.eyes.id) return { answers: [], isOlder }
  const of = { familyId, kind: 'answers' as const, about, by: view.eyes.id }
  // The newest stands on the page already; one more than is shown tells whether there is a page before this one.
  const found = await saidAbout(world, of, { before: before ?? NOW, limit: limit + (isOlder ? 1 : 2) })
  const all = found.slice(isOlder ? 0 : 1)
  const shown = all.slice(0, limit)
  const answers = shown.flatMap(({ saying }) => answerIn(view, saying, asked))
  return { answers, isOlder, ...(all.length > limit && { earlier: shown.at(-1)?.saying.publicId }) }
}

/** For staff: what was answered before the newest answer, by the commitment's public id, the last ten of each. */
export async function answersBefore(world: World, plan: PlanAsSeenBy): Promise<Record<string, SeenAnswer[]>> {
  const view = viewingOf(plan)
  if (view.eyes.sight !== 'staff') return {}
  const found = await lastAnswers(world, { familyId: sourceOf(plan).familyId, limit: 11 })
  const before = view.situation.file.plan.commitments.map((asked) => {
    const answers = found.filter(
      ({ saying: { entry } }) => entry.by === asked.person && 'about' in entry && entry.about === asked.id,
    )
    return [view.situation.publicId(asked.id), answers.slice(1).flatMap(({ saying }) => answerIn(view, saying, asked))]
  })
  return Object.fromEntries(before)
}

function answerIn(view: Viewing, saying: Saying, asked: Commitment): SeenAnswer[] {
  const isAnswer = (one: Saying): one is Saying & { entry: Answer } => one.kind === 'answers'
  return isAnswer(saying) ? [seenAnswer(view, saying, asked)] : []
}

/**
 * The author's own words that stand nowhere else, with what was written back: never lost to them, also when what it was
 * about is no longer in their view; and no trace of what that was.
 */
export type OwnWordsPage = { words: OwnWordsSaid[]; earlier?: string }
export type OwnWordsSaid = { id: string; on: string; words?: string; oneUp?: string; replies: SeenReply[] }

/** A page of them, newest first, as `logFor`. Staff have none: everything is in their view. */
export async function alsoSaidBy(
  world: World,
  plan: PlanAsSeenBy,
  { before: from, limit = ON_A_PAGE }: { before?: string | null; limit?: number } = {},
): Promise<OwnWordsPage> {
  const view = viewingOf(plan)
  if (view.eyes.sight === 'staff') return { words: [] }
  const { familyId, viewerId } = sourceOf(plan)
  const before = (await placeOf(world, plan, from)) ?? NOW
  const of = { familyId, by: viewerId, inView: [...view.inView.keys()] }
  const found = await saidBeside(world, of, { before, limit: limit + 1 })
  const shown = found.slice(0, limit)
  const words = shown.map(({ saying }): OwnWordsSaid => {
    const { publicId: id, entry } = saying
    const oneUp = 'oneUp' in entry && entry.oneUp
    return {
      ...{ id, on: entry.on, replies: repliesTo(view, saying) },
      ...(inOwnWords(saying) && entry.words && { words: entry.words }),
      ...(oneUp && { oneUp }),
    }
  })
  return { words, ...(found.length > limit && { earlier: shown.at(-1)?.saying.publicId }) }
}

/** Where a page goes on from: an entry this viewer may read, or nowhere. */
async function placeOf(world: World, plan: PlanAsSeenBy, publicId?: string | null): Promise<Place | undefined> {
  if (!publicId) return undefined
  const found = await saidAs(world, { familyId: sourceOf(plan).familyId, publicId })
  return found && mayRead(viewingOf(plan), found.saying) ? found.place : undefined
}

/** So many readable entries, however many lie between that are not this viewer's. */
async function filled(
  ask: (page: Page) => Promise<Spoken[]>,
  before: Place,
  limit: number,
  view: Viewing,
): Promise<Spoken[]> {
  const found: Spoken[] = []
  for (let from = before, size = limit; ; size = Math.min(size * 2, 400)) {
    const some = await ask({ before: from, limit: size })
    found.push(...some.filter(({ saying }) => mayRead(view, saying)))
    const last = some.at(-1)
    if (found.length >= limit || !last || some.length < size) return found.slice(0, limit)
    from = last.place
  }
}
