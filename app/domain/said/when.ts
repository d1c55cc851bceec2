import { DateTime } from 'luxon'
import { LONDON, londonTime } from '#app/domain/london'
import { isDate, isLocalTime } from '#app/domain/plan/dates'

/** When something happened, as a person says it on the form: a word for most, a day and perhaps a time for the rest. */
export type Spoken = { when?: string; date?: string; time?: string }

/** The day (`2026-11-23`) or the minute (`2026-11-23T16:30`) in London; or why it cannot be. */
export type When = { happenedAt: string } | { fault: 'when-missing' | 'when-unclear' | 'when-future' }

/** A year with a digit missing is a slip, not a memory. */
const LONG_AGO = '1900-01-01'

/**
 * A day that was put in counts, even when "just now" was left standing; a time alone is today's. Nothing has
 * happened in the future.
 */
export function whenItHappened({ when = 'now', date = '', time = '' }: Spoken, now: Date): When {
  const minute = londonTime(now.toISOString())
  const today = minute.slice(0, 10)
  const [typedDay, clock] = [asDay(date.trim()), asClock(time.trim())]
  if (!typedDay && when === 'other') return { fault: 'when-missing' }
  if (!typedDay && when === 'now' && !clock) return { happenedAt: minute }
  const day = typedDay || (when === 'yesterday' ? dayBefore(now) : today)
  const happenedAt = clock ? `${day}T${clock}` : day
  if (!(isDate(happenedAt) || isLocalTime(happenedAt)) || happenedAt < LONG_AGO) return { fault: 'when-unclear' }
  return happenedAt > (clock ? minute : today) ? { fault: 'when-future' } : { happenedAt }
}

function dayBefore(now: Date): string {
  return DateTime.fromJSDate(now, { zone: LONDON }).minus({ days: 1 }).toFormat('yyyy-MM-dd')
}

/** Where a browser has no calendar to pick from, people write 23/11/2026 or 23.11.2026. */
function asDay(typed: string): string {
  const [, day, month, year] = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})$/.exec(typed) ?? []
  return day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : typed
}

function asClock(typed: string): string {
  const [, hour, minute] = /^(\d{1,2})[.:](\d{2})$/.exec(typed) ?? []
  return hour && minute ? `${hour.padStart(2, '0')}:${minute}` : typed
}
