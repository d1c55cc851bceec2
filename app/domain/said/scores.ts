import { caseIdOf } from '#app/domain/access/handles'
import type { PlanAsSeenBy, SeenWorry } from '#app/domain/access/plan-as-seen'
import { tooLong } from '#app/domain/forms/own-words'
import type { MemberSession } from '#app/domain/forms/session'
import type { World } from '#app/domain/world'
import { type OwnWords, type Press, say, type Told, tidied } from './say'
import { mayShareWith, sharedIn } from './sharing'

/** A worry of which the viewer sees enough to give a number: both ends of its scale. */
export type OwnScale = SeenWorry & { mayScore: true }

export type NewScore = OwnWords & { value: number; oneUp?: string }

/** Every scale before this viewer: each worry's, and the one for the whole. */
const scalesIn = ({ worries, scale }: PlanAsSeenBy): SeenWorry[] => [
  ...worries,
  ...(scale?.scores ? [scale.scores] : []),
]

/** The scales this viewer may give a number for. */
export function ownScales(plan: PlanAsSeenBy): OwnScale[] {
  return scalesIn(plan).filter((worry): worry is OwnScale => worry.mayScore)
}

/** The scales this viewer has before them: to give a number, or to see their own. */
export function worriesWithScale(plan: PlanAsSeenBy): SeenWorry[] {
  return scalesIn(plan).filter(({ mayScore, mine }) => mayScore || mine)
}

/** The number somebody chose, from 0 to 10 in halves; undefined for anything else. */
export function scoreIn(typed: string): number | undefined {
  const value = Number(typed.replace(',', '.'))
  return typed.trim() !== '' && value >= 0 && value <= 10 && Number.isInteger(value * 2) ? value : undefined
}

/** Adds where a member thinks things are, 0 to 10 in halves. The numbers before stay; the newest counts. */
export async function recordScore(
  world: World,
  member: MemberSession,
  plan: PlanAsSeenBy,
  worry: OwnScale,
  { value, oneUp, ...own }: NewScore,
  press: Press,
): Promise<Told> {
  if (scoreIn(String(value)) === undefined) throw new RangeError('A score is from 0 to 10, in halves.')
  const about = caseIdOf(worry)
  const { words: up } = tidied({ words: oneUp })
  return say(
    world,
    member,
    plan,
    {
      kind: 'scores',
      about,
      did: 'score.given',
      own,
      entry: (written) => ({ ...written, about, value, ...(up && { oneUp: up }) }),
    },
    press,
  )
}

/** A score as somebody filled it in, or what is not right, by field. `half`: and a half more. `wordsUp` is what would be one step up. */
export function scoreFrom(
  { value: chosen = '', half = '', words, wordsUp: oneUp, sharedWith }: Partial<Record<string, string>>,
  plan: PlanAsSeenBy,
): NewScore | { faults: Record<string, 'value-missing' | 'words-long'> } {
  const whole = scoreIn(chosen)
  const value = half && whole !== undefined ? scoreIn(String(Math.floor(whole) + 0.5)) : whole
  if (value !== undefined && !tooLong(words) && !tooLong(oneUp)) {
    return { value, words, oneUp, sharedWith: sharedIn(sharedWith, mayShareWith(plan, 'scores')) }
  }
  return {
    faults: {
      ...(value === undefined && { value: 'value-missing' as const }),
      ...(tooLong(words) && { words: 'words-long' as const }),
      ...(tooLong(oneUp) && { wordsUp: 'words-long' as const }),
    },
  }
}
