/** The fields of safe times, as forms of the desk have them: "from" of the first window, "from-2" of the second. */
import type { AskedWindow } from '#app/domain/people/safe-times'
import type { SafeToText, SafeWindow } from '#app/domain/plan/case-file'
import { clockFrom } from '#app/domain/plan/typed-times'
import { behind } from '#app/views/desk/safe-times'
import type { Pressed } from './form.server'

/** What is half filled in goes on as it is, and is refused: a worker who began to write safe times means them. */
export function safeTimesOf(typed: Record<string, string>, press: Pressed): AskedWindow[] {
  const asClock = (field: string) => clockFrom(typed[field] ?? '') ?? typed[field] ?? ''
  return numbersIn(press).flatMap((number) => {
    const days = daysIn(press, number) as SafeWindow['days']
    const [from, to] = [asClock(`from${number}`), asClock(`to${number}`)]
    const overMidnight = typed[`night${number}`] === 'yes'
    return days.length > 0 || from || to ? [{ days, from, to, overMidnight }] : []
  })
}

/** The boxes of the days come one by one; a page that comes back gets them as one value. */
export function withDays(typed: Record<string, string>, press: Pressed): void {
  for (const number of numbersIn(press)) typed[`days${number}`] = daysIn(press, number).join(',')
}

/** However many windows the page had. */
const numbersIn = ({ fields }: Pressed) => [
  ...new Set(fields.flatMap(([name]) => /^(?:days|from|to)(|-\d+)$/.exec(name)?.[1] ?? [])),
]

const daysIn = ({ fields }: Pressed, number: string) =>
  fields.flatMap(([name, value]) => (name === `days${number}` ? [value] : []))

/** Safe times as their fields hold them. */
export function timesTyped(times: SafeToText | undefined): Record<string, string> {
  const windows = [times ?? []].flat().map(({ days, from, to }, at): Record<string, string> => {
    const number = behind(at)
    const night = from > to && { [`night${number}`]: 'yes' }
    return { [`days${number}`]: days.join(','), [`from${number}`]: from, [`to${number}`]: to, ...night }
  })
  return Object.assign({}, ...windows)
}
