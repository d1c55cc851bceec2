import { expect, test } from 'vitest'
import { calendarEntry } from '#app/domain/plan/calendar'

/** It is fetched on Monday morning. */
const monday = { now: () => new Date('2026-11-23T10:00:00Z') }

test('an entry in someone’s calendar says when, and nothing else', () => {
  expect(calendarEntry(monday, { id: 'uYq3', at: '2026-11-30T16:30' }, 'My week')).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//calendar//EN',
      'BEGIN:VEVENT',
      'UID:uYq3',
      'DTSTAMP:20261123T100000Z',
      'SEQUENCE:29923800',
      'DTSTART:20261130T163000Z',
      'DTEND:20261130T173000Z',
      'SUMMARY:My week',
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )
})

test('where the end is known it stands there too', () => {
  const meeting = { id: 'a', at: '2026-11-30T16:30', ends: '2026-11-30T18:00' }
  expect(calendarEntry(monday, meeting, 'x')).toContain('DTEND:20261130T180000Z')
})

test('in summer half past four in London is half past three in UTC', () => {
  expect(calendarEntry(monday, { id: 'a', at: '2027-06-14T16:30' }, 'x')).toContain('DTSTART:20270614T153000Z')
})

test('a name with commas stays one name', () => {
  expect(calendarEntry(monday, { id: 'a', at: '2026-11-30T16:30' }, 'Now, then; here')).toContain(
    'SUMMARY:Now\\, then\\; here\r\n',
  )
})

test('fetched again later it counts as newer, so that a phone takes a meeting that was moved', () => {
  const sequence = (at: string) =>
    Number(
      calendarEntry({ now: () => new Date(at) }, { id: 'a', at: '2026-11-30T16:30' }, 'x').match(/SEQUENCE:(\d+)/)?.[1],
    )
  expect(sequence('2026-11-24T10:00:00Z')).toBeGreaterThan(sequence('2026-11-23T10:00:00Z'))
  expect(sequence('2090-01-01T00:00:00Z')).toBeLessThan(2 ** 31)
})

test('a long name in any script is folded by octets, and comes back whole', () => {
  const title = 'میرا ہفتہ، خاندان کی مدد اور سب کے لیے ایک بہت لمبا نام 👨‍👩‍👧 جو ایک سطر میں نہیں آتا'
  const file = calendarEntry(monday, { id: 'a', at: '2026-11-30T16:30' }, title)
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}\r\n`)
})
