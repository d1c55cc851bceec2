import { type Asked, linesOf } from '#app/domain/access/asked-of'
import { caseIdOf } from '#app/domain/access/handles'
import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import { ownWords, tooLong } from '#app/domain/forms/own-words'
import type { MemberSession } from '#app/domain/forms/session'
import { agreement, position } from '#app/domain/plan/document/said'
import { keyed } from '#app/domain/tokens'
import type { World } from '#app/domain/world'
import { type OwnWords, type Press, say, type Told } from './say'
import { mayShareWith, sharedIn } from './sharing'

/** What may be said: of the whole plan, of a worry, of a sentence. */
export const VIEWS = {
  plan: agreement.shape.view.options,
  worry: position.shape.view.exclude(['wrong']).options,
  sentence: position.shape.view.extract(['wrong']).options,
} as const
type View = (typeof VIEWS)[Asked['kind']][number]

export type NewView = OwnWords & { view: View }

/** How what is said of this is kept. */
export const kindOf = ({ kind }: Asked) => (kind === 'plan' ? 'agreements' : 'positions') as 'agreements' | 'positions'

/** A mark of the words a form is about, for it to carry; it tells nothing of them. */
export const markOf = (world: World, plan: PlanAsSeenBy, of: Asked): string =>
  keyed(world, 'asked', of.id, ...linesOf(plan, of))

/**
 * Adds what a member thinks of the whole plan, a worry or a sentence, tied to the version and to the English they had
 * in front of them. What they said before stays; the newest counts.
 */
export async function recordView(
  world: World,
  member: MemberSession,
  plan: PlanAsSeenBy,
  of: Asked,
  { view, ...own }: NewView,
  press: Press,
): Promise<Told> {
  const about = caseIdOf(of)
  const { kind, language } = plan.viewer
  const as = kind === 'parent' || kind === 'carer' ? ('family' as const) : ('network' as const)
  return say(
    world,
    member,
    plan,
    {
      kind: kindOf(of),
      about,
      read: { text: JSON.stringify(linesOf(plan, of)), language },
      did: 'view.given',
      own,
      entry: (written) => {
        if (of.kind === 'plan') return { ...written, as, view: agreement.shape.view.parse(view) }
        return { ...written, about, view: position.shape.view.parse(view) }
      },
    },
    press,
  )
}

/** What somebody thinks, as they filled it in, or what is not right, by field: what is wrong about a sentence only they can say. */
export function viewFrom(
  { view: chosen, words, sharedWith }: Partial<Record<string, string>>,
  of: Asked,
  plan: PlanAsSeenBy,
): NewView | { faults: Record<string, 'choice-missing' | 'words-long' | 'words-missing'> } {
  const may: readonly View[] = VIEWS[of.kind]
  const view = of.kind === 'sentence' ? 'wrong' : may.find((one) => one === chosen)
  const missing = of.kind === 'sentence' && !ownWords(words ?? '')
  if (view && !tooLong(words) && !missing) {
    // Whoever chose no reader wrote to the worker: a "no" is not carried to the family by default.
    return { view, words, sharedWith: sharedIn(sharedWith || 'worker', mayShareWith(plan, kindOf(of))) }
  }
  return {
    faults: {
      ...(!view && { view: 'choice-missing' as const }),
      ...(missing && { words: 'words-missing' as const }),
      ...(tooLong(words) && { words: 'words-long' as const }),
    },
  }
}
