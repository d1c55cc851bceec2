/** The fields of safe times, as forms of the desk have them. */
import type { SafeToText } from '#app/domain/plan/case-file'
import { clockFrom } from '#app/domain/plan/typed-times'
import type { Pressed } from './form.server'

/** The boxes of the days come one by one; a page that comes back gets them as one value. */
export const daysIn = ({ fields }: Pressed) => fields.flatMap(([name, value]) => (name === 'days' ? [value] : []))

/** What is half filled in goes on as it is, and is refused: a worker who began to write safe times means them. */
export function safeTimesOf({ from = '', to = '' }: Record<string, string>, press: Pressed): SafeToText | null {
  const days = daysIn(press) as SafeToText['days']
  const asClock = (typed: string) => clockFrom(typed) ?? typed
  return days.length > 0 || from || to ? { days, from: asClock(from), to: asClock(to) } : null
}

/** Safe times as their fields hold them. */
export const timesTyped = (times: SafeToText | undefined): Record<string, string> =>
  times ? { days: times.days.join(','), from: times.from, to: times.to } : {}
