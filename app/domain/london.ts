import { DateTime } from 'luxon'

/** Where the families live. Case files and pages speak in this zone; the database in UTC. */
export const LONDON = 'Europe/London'

/** The day in London of an instant (ISO, UTC): `2026-11-23`. */
export function londonDay(instant: string): string {
  return local(instant, 'yyyy-MM-dd')
}

/** The minute in London of an instant (ISO, UTC), as case files write it: `2026-11-23T10:05`. */
export function londonTime(instant: string): string {
  return local(instant, "yyyy-MM-dd'T'HH:mm")
}

function local(instant: string, format: string): string {
  return DateTime.fromISO(instant, { zone: 'utc' }).setZone(LONDON).toFormat(format)
}
