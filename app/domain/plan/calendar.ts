import type { World } from '#app/domain/world'
import { momentOf } from './dates'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** RFC 5545, 3.1: a line has no more octets; what is longer goes on in the next, behind a space. */
const OCTETS = 75

/**
 * A calendar file (RFC 5545) with one entry that tells whoever looks at the phone nothing: the service's name for a
 * title, no place, no people. What has changed is known by when it was fetched (DTSTAMP, SEQUENCE), never by the
 * version of the plan: whoever counted versions would learn of changes that are kept from them.
 * `at` and `ends` are local times in London; where nobody wrote down how long it lasts, an hour is set aside.
 */
export function calendarEntry(
  { now }: Pick<World, 'now'>,
  meeting: { id: string; at: string; ends?: string },
  title: string,
): string {
  const fetched = now()
  const from = momentOf(meeting.at)
  const to = meeting.ends ? momentOf(meeting.ends) : new Date(Date.parse(from) + HOUR).toISOString()
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//calendar//EN',
    'BEGIN:VEVENT',
    `UID:${meeting.id}`,
    `DTSTAMP:${stamp(fetched.toISOString())}`,
    // In minutes: in seconds it would be more than calendars count to from 2038 on.
    `SEQUENCE:${Math.floor(fetched.getTime() / MINUTE)}`,
    `DTSTART:${stamp(from)}`,
    `DTEND:${stamp(to)}`,
    `SUMMARY:${title.replace(/[\\;,]/g, '\\$&')}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** "2026-11-30T16:30:00.000Z" as calendars write it: "20261130T163000Z". */
const stamp = (iso: string) => iso.replace(/[-:]|\.\d+/g, '')

/** No letter is broken in two, whatever its script. */
function folded(line: string): string {
  let room = OCTETS
  return [...line]
    .map((letter) => {
      const size = Buffer.byteLength(letter)
      if (size <= room) {
        room -= size
        return letter
      }
      room = OCTETS - 1 - size
      return `\r\n ${letter}`
    })
    .join('')
}
