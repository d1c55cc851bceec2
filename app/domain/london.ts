/** Where the families live. Case files and pages speak in this zone; the database in UTC. */
export const LONDON = 'Europe/London'

// Sweden writes dates as ISO 8601 does. Made once: making a format costs far more than using it.
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: LONDON, dateStyle: 'short' })
const time = new Intl.DateTimeFormat('sv-SE', { timeZone: LONDON, dateStyle: 'short', timeStyle: 'short' })

/** The day in London of an instant (ISO, UTC): `2026-11-23`. */
export function londonDay(instant: string): string {
  return day.format(new Date(instant))
}

/** The minute in London of an instant (ISO, UTC), as case files write it: `2026-11-23T10:05`. */
export function londonTime(instant: string): string {
  return time.format(new Date(instant)).replace(' ', 'T')
}

/** The first moment (ISO, UTC) of a day in London. */
export function startOfLondonDay(day: string): string {
  const midnight = new Date(`${day}T00:00:00Z`)
  // In summer it is one o'clock there by then.
  const isSummer = !londonTime(midnight.toISOString()).endsWith('T00:00')
  return new Date(midnight.getTime() - (isSummer ? 60 * 60_000 : 0)).toISOString()
}
