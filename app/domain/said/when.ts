import { DateTime } from 'luxon'
import { LONDON, londonTime } from '#app/domain/london'
import { firstMomentOf, isLocalTime } from '#app/domain/plan/dates'
import { clockFrom, dayFrom } from '#app/domain/plan/typed-times'

/** When something happened, as a person says it on the form: a word for most, a day and perhaps a time for the rest. */
export type TypedWhen = { when?: string; date?: string; time?: string }

/** The day (`2026-11-23`) or the minute (`2026-11-23T16:30`) in London; or why it cannot be. */
export type When = { happenedAt: string } | { fault: 'when-missing' | 'when-unclear' | 'when-future' }

/** A year with a digit missing is a slip, not a memory. */
const LONG_AGO = '1900-01-01'

/**
 * A day that was put in counts, even when "just now" was left standing; a time alone is today's. Nothing has
 * happened in the future.
 */
export function whenItHappened({ when = 'now', date = '', time = '' }: TypedWhen, now: Date): When {
  const minute = londonTime(now.toISOString())
  const today = minute.slice(0, 10)
  const [typedDay, typedClock] = [date.trim(), time.trim()]
  if (!typedDay && when === 'other') return { fault: 'when-missing' }
  if (!typedDay && when === 'now' && !typedClock) return { happenedAt: minute }
  const day = typedDay ? dayFrom(typedDay, today) : when === 'yesterday' ? dayBefore(now) : today
  const clock = typedClock && clockFrom(typedClock)
  if (day === undefined || clock === undefined || day < LONG_AGO) return { fault: 'when-unclear' }
  if (!clock) return day > today ? { fault: 'when-future' } : { happenedAt: day }
  const happenedAt = `${day}T${clock}`
  if (!isLocalTime(happenedAt)) return { fault: 'when-unclear' }
  return firstMomentOf(happenedAt) > now ? { fault: 'when-future' } : { happenedAt }
}

function dayBefore(now: Date): string {
  return DateTime.fromJSDate(now, { zone: LONDON }).minus({ days: 1 }).toFormat('yyyy-MM-dd')
}
