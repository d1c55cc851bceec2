import { expect, test } from 'vitest'
import { calendarEntry } from '#app/domain/plan/calendar'

test('an entry in someone’s calendar says when, and nothing else', () => {
  expect(calendarEntry({ id: 'uYq3', at: '2026-11-30T16:30' }, 'My week')).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//calendar//EN',
      'BEGIN:VEVENT',
      'UID:uYq3',
      'DTSTAMP:20261130T163000Z',
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

test('in summer half past four in London is half past three in UTC', () => {
  expect(calendarEntry({ id: 'a', at: '2027-06-14T16:30' }, 'x')).toContain('DTSTART:20270614T153000Z')
})

test('a name with commas stays one name', () => {
  expect(calendarEntry({ id: 'a', at: '2026-11-30T16:30' }, 'Now, then; here')).toContain(
    'SUMMARY:Now\\, then\\; here\r\n',
  )
})
