import { documentOf } from '#app/domain/access/documents'
import { caseIdOf } from '#app/domain/access/handles'
import type { PlanAsSeenBy, SeenCommitment } from '#app/domain/access/plan-as-seen'
import { sourceOf } from '#app/domain/access/read-plan'
import { ownWords, tooLong } from '#app/domain/forms/own-words'
import type { MemberSession } from '#app/domain/forms/session'
import { askedIn } from '#app/domain/plan/asked'
import type { Choice, SharedWith } from '#app/domain/plan/case-file'
import { choice } from '#app/domain/plan/document/said'
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
 * none was).
 */
export async function recordAnswer(
  world: World,
  member: MemberSession,
  plan: PlanAsSeenBy,
  item: OwnCommitment,
  { choice, ...own }: OwnWords & { choice: Choice },
  press: Press,
): Promise<Told> {
  const about = caseIdOf(item)
  const { file } = await documentOf(world, sourceOf(plan).versionId)
  const asked = file.plan.commitments.find(({ id }) => id === about)
  if (!asked) throw new TypeError('This is not of the version it was read in.')
  const language = 'text' in item.words ? item.words.language : null
  return say(
    world,
    member,
    plan,
    {
      kind: 'answers',
      about,
      read: { text: askedIn(asked), language },
      did: 'answer.given',
      own,
      entry: (written) => ({ ...written, about, choice }),
    },
    press,
  )
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
