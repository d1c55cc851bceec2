/** Safe times as somebody asks for them, and why they will not do. */
import type { SafeToText, SafeWindow } from '#app/domain/plan/case-file'
import { safeWindow } from '#app/domain/plan/document/people'

/**
 * A window as a form gives it. It goes on after midnight only where that is said besides: a slip of the two times would
 * make a whole night safe.
 */
export type AskedWindow = SafeWindow & { overMidnight?: boolean }
/** None: any time in the day. */
export type AskedTimes = AskedWindow | AskedWindow[] | null

/** What is wrong with safe times, each thing by itself. */
export type SafeTimesRefusal = 'safe-no-day' | 'safe-half' | 'safe-unclear' | 'safe-order' | 'safe-times'

/** Safe times as they are kept: one window by itself, several as a list. */
export function timesAsked(asked: AskedTimes): SafeToText | null {
  const [first, ...more] = windows(asked).map(({ days, from, to }) => ({ days, from, to }))
  return first ? (more.length > 0 ? [first, ...more] : first) : null
}

/** What is kept, to be asked for as it is. */
export const asKept = (kept: SafeToText | null): AskedTimes =>
  [kept ?? []].flat().map((one) => ({ ...one, overMidnight: true }))

/** Everything that keeps these from being safe times; nothing is wrong with having none. */
export function whyNotSafeTimes(asked: AskedTimes): SafeTimesRefusal[] {
  return [...new Set(windows(asked).flatMap(whyNotWindow))]
}

const windows = (asked: AskedTimes) => [asked ?? []].flat()

function whyNotWindow({ overMidnight, ...window }: AskedWindow): SafeTimesRefusal[] {
  const { days, from, to } = window
  const isShaped = safeWindow.safeParse(window).success
  if (isShaped && (from < to || overMidnight)) return []
  const typed = [from, to].filter((time) => time !== '')
  const isClear = typed.every((time) => safeWindow.shape.from.safeParse(time).success)
  const why = [
    days.length === 0 && 'safe-no-day',
    typed.length < 2 && 'safe-half',
    !isClear && 'safe-unclear',
    isClear && typed.length === 2 && (from === to || (from > to && !overMidnight)) && 'safe-order',
  ].filter((why): why is SafeTimesRefusal => !!why)
  return why.length > 0 ? why : ['safe-times']
}
