import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import { ownWords, tooLong } from '#app/domain/forms/own-words'
import type { Result } from '#app/domain/plan/case-file'
import { result } from '#app/domain/plan/document/said'
import { type NewCheckIn, speakable } from './log'
import { mayShareWith, sharedIn } from './sharing'
import { type When, whenItHappened } from './when'

type Typed = Partial<Record<string, string>>
type CheckInFault =
  | 'about-gone'
  | 'nothing-said'
  | 'choice-missing'
  | 'words-long'
  | Extract<When, { fault: unknown }>['fault']

/** How one thing went, and not something to tell by itself. */
const HOW: Result[] = ['done', 'partly', 'cannot']

/**
 * A check-in as somebody filled it in, or what is not right, by field. What they no longer see it cannot be about: they
 * are asked, since to leave that away would be to thank them for something else than they said. Nor can nothing at all
 * have been done: without a thing there must be words.
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
  const ofNothing = chosen.success && HOW.includes(chosen.data) && !about && !ownWords(words ?? '')
  if (chosen.success && 'happenedAt' in happened && !tooLong(words) && !gone && !ofNothing) {
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
      ...(ofNothing && { words: 'nothing-said' as const }),
      ...(tooLong(words) && { words: 'words-long' as const }),
      ...('fault' in happened && { date: happened.fault }),
    },
  }
}
