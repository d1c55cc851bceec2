/** The dates and times of a case file: in London, to the minute, without an offset. */
import { DateTime } from 'luxon'
import { LONDON } from '#app/domain/london'

/** A day there is, like 2026-11-23. */
export function isDate(written: string): boolean {
  // A year before 1900 has lost a digit.
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written) || written < '1900') return false
  // Read and written again it is the same, or there is no such day (2026-02-30).
  const read = new Date(`${written}T00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().slice(0, 10) === written
}

/** A minute there is in London, like 2026-11-23T16:30: not one that the clocks skip. */
export function isLocalTime(written: string): boolean {
  if (!isDate(written.slice(0, 10)) || !/^T([01]\d|2[0-3]):[0-5]\d$/.test(written.slice(10))) return false
  // Clocks change at night, and asking the zone takes as long as all the rest of a file's entry.
  if (!written.includes('T0')) return true
  const read = DateTime.fromISO(written, { zone: LONDON })
  return read.isValid && read.toFormat("yyyy-MM-dd'T'HH:mm") === written
}

/** The day a sentence names: "2026-11-25 09:40", or "by 2026-11-25", which is for that day at the latest. */
export function dateNamed(words: string): string | undefined {
  return words.match(/\b\d{4}-\d\d-\d\d\b/g)?.find(isDate)
}

/** Whether a sentence says every day: "daily 16:00; Thu 17:00" does, whatever else it says. */
export const saysEveryDay = (words: string): boolean => /\b(daily|every ?day)\b/i.test(words)

/** The moment a day begins or a local time is, in UTC: "2026-11-23T16:30:00.000Z". */
export function momentOf(written: string): string {
  return DateTime.fromISO(written, { zone: LONDON }).toJSDate().toISOString()
}

/**
 * The moment of a local time or day (UTC) in a list that is in order, after the moment `before` it. An hour of the night
 * the clocks go back comes twice: it is the second where the first would be out of order.
 */
export function momentAfter(before: string, written: string): string {
  const [first, second = first] = momentsWith(written)
  return first < before ? second : first
}

/**
 * The first moment that has this local time: in the night the clocks go back an hour comes twice, and whoever says
 * "half past one" may mean either.
 */
export const firstMomentOf = (written: string): Date => new Date(momentsWith(written)[0])

/** Both moments of a local time that comes twice; one of any other. */
function momentsWith(written: string): [string, string?] {
  const all = DateTime.fromISO(written, { zone: LONDON }).getPossibleOffsets()
  const [first = '', second] = all.map((one) => one.toJSDate().toISOString()).sort()
  return [first, second]
}
