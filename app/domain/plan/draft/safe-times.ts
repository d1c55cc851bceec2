/** When it is safe to text somebody, one time a line: "MO TU WE 09:30-14:00". */
import type { SafeWindow } from '../case-file'

/** The lines of what a file says; undefined for what is no such thing, lines that are being written among them. */
export function linesOfTimes(value: unknown): string[] | undefined {
  const all = [value].flat()
  return all.length > 0 && all.every(isWindow)
    ? all.map(({ days, from, to }) => `${days.join(' ')} ${from}-${to}`)
    : undefined
}

const isWindow = (value: unknown): value is SafeWindow =>
  typeof value === 'object' && value !== null && 'days' in value && Array.isArray(value.days)

/** What the lines say, as a file has it. A line that cannot be read stays as it is, so that it is found. */
export function timesFrom(lines: unknown[]): unknown {
  const all = lines.map((line) => {
    const [, days = '', from = '', to = ''] =
      String(line).match(/^([a-z]{2}(?:[\s,]+[a-z]{2})*)[\s,]+(\d\d?:\d\d)\s*[-–]\s*(\d\d?:\d\d)$/i) ?? []
    return days
      ? { days: days.toUpperCase().split(/[\s,]+/), from: from.padStart(5, '0'), to: to.padStart(5, '0') }
      : line
  })
  return all.length === 1 ? all[0] : all
}
