import { DateTime } from 'luxon'
import { LONDON, londonTime } from '#app/domain/london'

/** When someone at the council reads. Days as in iCalendar; times are Europe/London. */
export type OpeningHours = { day: 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU'; from: string; to: string }[]

/** When the council reads, and the days (YYYY-MM-DD) on which it does not. */
export type Council = { openingHours: OpeningHours; bankHolidays: string[] }

/** A stretch of reading: two ISO times in UTC. */
export type Reading = { from: string; until: string }

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
/** Longer than any run of holidays; when nothing opens by then, the hours are not set. */
const FAR = 60

/** Whether somebody at the council reads what comes in at this moment. Asked on every page, so without a time-zone library. */
export function isOpen(council: Council, now: Date): boolean {
  const [date = '', clock = ''] = londonTime(now.toISOString()).split('T')
  if (council.bankHolidays.includes(date)) return false
  const today = DAYS[(new Date(`${date}T12:00Z`).getUTCDay() + 6) % 7]
  return council.openingHours.some(({ day, from, to }) => day === today && from <= clock && clock < to)
}

/** The stretch of reading that is under way, or else the next one; null when the hours name none. */
export function nextReading(council: Council, now: Date): Reading | null {
  const today = DateTime.fromJSDate(now, { zone: LONDON })
  for (let ahead = 0; ahead <= FAR; ahead++) {
    const found = readingsOn(council, today.plus({ days: ahead })).find(({ until }) => until > now.toISOString())
    if (found) return found
  }
  return null
}

/** One day's readings, first to last. An hour that the clocks skip or repeat is whatever luxon makes of it. */
function readingsOn(council: Council, day: DateTime): Reading[] {
  const date = day.toISODate()
  if (!date || council.bankHolidays.includes(date)) return []
  const at = (clock: string) => DateTime.fromISO(`${date}T${clock}`, { zone: LONDON }).toJSDate().toISOString()
  return council.openingHours
    .filter((hours) => hours.day === DAYS[day.weekday - 1])
    .map(({ from, to }) => ({ from: at(from), until: at(to) }))
    .sort((a, b) => (a.from < b.from ? -1 : 1))
}

declare module '#db/kept' {
  interface Kept {
    openingHours: OpeningHours
  }
}
