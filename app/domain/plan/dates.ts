/** The dates and times of a case file: in London, to the minute, without an offset. */
import { DateTime } from 'luxon'
import { LONDON } from '#app/domain/london'

/** A day there is, like 2026-11-23. */
export function isDate(written: string): boolean {
  return isWrittenAs('yyyy-MM-dd', written)
}

/** A minute there is in London, like 2026-11-23T16:30. */
export function isLocalTime(written: string): boolean {
  return isWrittenAs("yyyy-MM-dd'T'HH:mm", written)
}

/** The moment a day begins or a local time is, in UTC: "2026-11-23T16:30:00.000Z". */
export function momentOf(written: string): string {
  return DateTime.fromISO(written, { zone: LONDON }).toJSDate().toISOString()
}

/** Read and written again it is the same, or there is no such day (2026-02-30) or minute (the clocks skip it). */
function isWrittenAs(format: string, written: string): boolean {
  const read = DateTime.fromFormat(written, format, { zone: LONDON })
  return read.isValid && read.toFormat(format) === written
}
