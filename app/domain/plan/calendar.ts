import { momentOf } from './dates'

const HOUR = 3_600_000

/**
 * A calendar file (RFC 5545) with one entry that tells whoever looks at the phone nothing: the service's name for a
 * title, no place, no people. The same meeting always makes the same bytes, so that nothing else can be read off it.
 * `at` is local time in London; nobody writes down how long meetings last, so an hour is set aside.
 */
export function calendarEntry(meeting: { id: string; at: string }, title: string): string {
  const from = momentOf(meeting.at)
  const to = new Date(Date.parse(from) + HOUR).toISOString()
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//calendar//EN',
    'BEGIN:VEVENT',
    `UID:${meeting.id}`,
    `DTSTAMP:${stamp(from)}`,
    `DTSTART:${stamp(from)}`,
    `DTEND:${stamp(to)}`,
    `SUMMARY:${title.replace(/[\\;,]/g, '\\$&')}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${line}\r\n`).join('')
}

/** "2026-11-30T16:30:00.000Z" as calendars write it: "20261130T163000Z". */
const stamp = (iso: string) => iso.replace(/[-:]|\.\d+/g, '')
