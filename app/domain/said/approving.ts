import { caseIdOf } from '#app/domain/access/handles'
import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import { linesOfStory, type StoryAsked } from '#app/domain/access/stories-asked'
import { tooLong } from '#app/domain/forms/own-words'
import type { MemberSession } from '#app/domain/forms/session'
import { keyed } from '#app/domain/tokens'
import type { World } from '#app/domain/world'
import { type OwnWords, type Press, say, type Told } from './say'
import { mayShareWith, sharedIn } from './sharing'

type View = 'yes' | 'no'

/** A mark of the words and pictures a form is about, for it to carry; it tells nothing of them. */
export const markOfStory = (world: World, of: StoryAsked): string => keyed(world, 'asked', of.id, ...linesOfStory(of))

/**
 * Adds a parent's yes or no to a story, tied to the words and pictures they had in front of them. The newest counts; a
 * child reads it once every yes it waits for stands.
 */
export async function recordApproval(
  world: World,
  member: MemberSession,
  plan: PlanAsSeenBy,
  of: StoryAsked,
  { view, ...own }: OwnWords & { view: View },
  press: Press,
): Promise<Told> {
  const about = caseIdOf(of)
  return say(
    world,
    member,
    plan,
    {
      kind: 'approvals',
      about,
      read: { text: JSON.stringify(linesOfStory(of)), language: plan.viewer.language },
      did: 'story.answered',
      own,
      entry: (written) => ({ ...written, about, view }),
    },
    press,
  )
}

/** A parent's yes or no as they filled it in, or what is not right, by field. */
export function approvalFrom(
  { view: chosen, words, sharedWith }: Partial<Record<string, string>>,
  plan: PlanAsSeenBy,
): (OwnWords & { view: View }) | { faults: Record<string, 'choice-missing' | 'words-long'> } {
  const view = (['yes', 'no'] as const).find((one) => one === chosen)
  if (view && !tooLong(words)) return { view, words, sharedWith: sharedIn(sharedWith, mayShareWith(plan, 'approvals')) }
  return {
    faults: {
      ...(!view && { view: 'choice-missing' as const }),
      ...(tooLong(words) && { words: 'words-long' as const }),
    },
  }
}
