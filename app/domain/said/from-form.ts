import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import { tooLong } from '#app/domain/forms/own-words'
import { result } from '#app/domain/plan/case-file'
import { type NewCheckIn, speakable } from './log'
import { mayShareWith, sharedIn } from './sharing'
import { type When, whenItHappened } from './when'

type Typed = Partial<Record<string, string>>
type CheckInFault = 'about-gone' | 'choice-missing' | 'words-long' | Extract<When, { fault: unknown }>['fault']

/**
 * A check-in as somebody filled it in, or what is not right, by field. What they no longer see it cannot be about: they
 * are asked, since to leave that away would be to thank them for something else than they said.
 */
export function checkInFrom(
  { about: part, sign, result: how, words, when, date, time, sharedWith }: Typed,
  plan: PlanAsSeenBy,
  now: Date,
): NewCheckIn | { faults: Record<string, CheckInFault> } {
  const chosen = result.safeParse(how)
  const happened = whenItHappened({ when, date, time }, now)
  // The plan is used when a warning sign shows; of anything else a sign that was left chosen says nothing.
  const field = chosen.data === 'plan-used' && sign ? 'sign' : 'about'
  const about = field === 'sign' ? sign : part
  const item = speakable(plan).find(({ id }) => id === about)
  const gone = !!about && !item
  if (chosen.success && 'happenedAt' in happened && !tooLong(words) && !gone) {
    return {
      about: item,
      result: chosen.data,
      happenedAt: happened.happenedAt,
      words,
      sharedWith: sharedIn(sharedWith, mayShareWith(plan, 'checkIns')),
    }
  }
  return {
    faults: {
      ...(gone && { [field]: 'about-gone' as const }),
      ...(!chosen.success && { result: 'choice-missing' as const }),
      ...(tooLong(words) && { words: 'words-long' as const }),
      ...('fault' in happened && { date: happened.fault }),
    },
  }
}
