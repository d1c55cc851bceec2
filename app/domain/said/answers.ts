import { documentOf, documentsOf } from '#app/domain/access/documents'
import { caseIdOf } from '#app/domain/access/handles'
import type { PlanAsSeenBy, SeenCommitment } from '#app/domain/access/plan-as-seen'
import { sourceOf } from '#app/domain/access/read-plan'
import { standingNow } from '#app/domain/access/standing-now'
import { ownWords, tooLong } from '#app/domain/forms/own-words'
import type { MemberSession } from '#app/domain/forms/session'
import { askedIn } from '#app/domain/plan/asked'
import type { Choice, SharedWith } from '#app/domain/plan/case-file'
import { choice } from '#app/domain/plan/document/said'
import { keyed } from '#app/domain/tokens'
import type { World } from '#app/domain/world'
import { type OwnWords, type Press, say, type Told } from './say'
import { mayShareWith, sharedIn } from './sharing'

/** Something the viewer themself is asked to do: nobody answers for another. */
export type OwnCommitment = SeenCommitment & { mine: true }

/** The viewer's own commitments, in the plan's order. */
export function ownCommitments(plan: PlanAsSeenBy): OwnCommitment[] {
  return plan.commitments.filter((item): item is OwnCommitment => item.mine === true)
}

/**
 * Adds a member's answer to one of their own commitments. The ones before stay; the newest counts. It is tied to the
 * version, to the English words and their "when", and to the language they were read in (of what was told by voice,
 * none was). With `replaced` it is to words that are others by now, and is kept as an answer to those.
 */
export async function recordAnswer(
  world: World,
  member: MemberSession,
  plan: PlanAsSeenBy,
  item: OwnCommitment,
  { choice, ...own }: OwnWords & { choice: Choice },
  press: Press,
  replaced?: Replaced,
): Promise<Told> {
  const about = caseIdOf(item)
  const asked = replaced?.asked ?? (await askedNow(world, plan, item))
  const language = 'text' in item.words ? item.words.language : null
  return say(
    world,
    member,
    plan,
    {
      kind: 'answers',
      about,
      read: { text: asked, language, versionId: replaced?.versionId },
      did: 'answer.given',
      own,
      entry: (written) => ({ ...written, about, choice }),
    },
    press,
  )
}

/** A version that was replaced while somebody answered, and what it asked. */
type Replaced = { versionId: string; asked: string }

/** What this task asks in the version that was read. */
async function askedNow(world: World, plan: PlanAsSeenBy, item: OwnCommitment): Promise<string> {
  const { file } = await documentOf(world, sourceOf(plan).versionId)
  const asked = file.plan.commitments.find(({ id }) => id === caseIdOf(item))
  if (!asked) throw new TypeError('This is not of the version it was read in.')
  return askedIn(asked)
}

/**
 * A mark of the words a form is about, for it to carry; it tells nothing of them. None for what is told by voice: there
 * a change of the words may change nothing on the page.
 */
export async function markOf(world: World, plan: PlanAsSeenBy, item: OwnCommitment): Promise<string | undefined> {
  return 'text' in item.words ? marked(world, item, await askedNow(world, plan, item)) : undefined
}

const marked = (world: World, item: OwnCommitment, asked: string) => keyed(world, 'asked', item.id, asked)

/**
 * The version a form is about when its words are others now; undefined when they are not, and `unknown` for a mark that
 * no version of this plan ever had.
 */
export async function replacedSince(
  world: World,
  plan: PlanAsSeenBy,
  item: OwnCommitment,
  mark: string | undefined,
): Promise<Replaced | 'unknown' | undefined> {
  if (!mark || mark === (await markOf(world, plan, item))) return undefined
  const { familyId, viewerId } = sourceOf(plan)
  const { family } = await standingNow(world, familyId)
  const versionIds = (family?.versions ?? []).slice(0, 10).map(({ id }) => id)
  for (const [versionId, { file }] of await documentsOf(world, versionIds)) {
    const then = file.plan.commitments.find(({ id, person }) => id === caseIdOf(item) && person === viewerId)
    if (then && marked(world, item, askedIn(then)) === mark) return { versionId, asked: askedIn(then) }
  }
  return 'unknown'
}

/** An answer as somebody filled it in, or what is not right, by field. */
export function answerFrom(
  { choice: chosen, words, sharedWith }: Partial<Record<string, string>>,
  plan: PlanAsSeenBy,
):
  | { choice: Choice; words?: string; sharedWith: SharedWith }
  | { faults: Record<string, 'choice-missing' | 'words-long' | 'but-missing'> } {
  const picked = choice.safeParse(chosen)
  const noBut = picked.data === 'yes-but' && !ownWords(words ?? '')
  if (picked.success && !tooLong(words) && !noBut) {
    return { choice: picked.data, words, sharedWith: sharedIn(sharedWith, mayShareWith(plan, 'answers')) }
  }
  return {
    faults: {
      ...(!picked.success && { choice: 'choice-missing' as const }),
      ...(tooLong(words) && { words: 'words-long' as const }),
      ...(noBut && { words: 'but-missing' as const }),
    },
  }
}
