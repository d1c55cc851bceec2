import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import { type Council, isOpen, nextReading, type OpeningHours } from '#app/domain/council/opening-hours'

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR'] as const
const council: Council = {
  openingHours: weekdays.map((day) => ({ day, from: '09:00', to: '17:00' })),
  bankHolidays: ['2026-12-25', '2026-12-28', '2027-01-01'],
}

/** The reading at a London time, in London times. */
function readingAt(local: string, hours: Council = council): string {
  const london = (iso: string) => DateTime.fromISO(iso, { zone: 'Europe/London' }).toFormat('ccc d LLL HH:mm')
  const next = nextReading(hours, moment(local))
  return next ? `${london(next.from)} to ${london(next.until)}` : 'never'
}

const moment = (local: string) => DateTime.fromISO(local, { zone: 'Europe/London' }).toJSDate()

describe('who reads what is sent, and when', () => {
  test.each([
    ['in the day', '2026-11-23T10:00', true, 'Mon 23 Nov 09:00 to Mon 23 Nov 17:00'],
    ['on the stroke of nine', '2026-11-23T09:00', true, 'Mon 23 Nov 09:00 to Mon 23 Nov 17:00'],
    ['a minute before nine', '2026-11-23T08:59', false, 'Mon 23 Nov 09:00 to Mon 23 Nov 17:00'],
    ['on the stroke of five', '2026-11-23T17:00', false, 'Tue 24 Nov 09:00 to Tue 24 Nov 17:00'],
    ['on Friday night', '2026-11-27T22:48', false, 'Mon 30 Nov 09:00 to Mon 30 Nov 17:00'],
    ['on Christmas Eve, after work', '2026-12-24T18:00', false, 'Tue 29 Dec 09:00 to Tue 29 Dec 17:00'],
    ['on a bank holiday that falls on a Monday', '2026-12-28T11:00', false, 'Tue 29 Dec 09:00 to Tue 29 Dec 17:00'],
    ['in summer, when nine in London is eight in UTC', '2027-07-05T09:30', true, 'Mon 5 Jul 09:00 to Mon 5 Jul 17:00'],
  ])('%s', (_when, at, open, reading) => {
    expect(isOpen(council, moment(at))).toBe(open)
    expect(readingAt(at)).toBe(reading)
  })

  test('the day is London’s: on a summer Sunday at half past midnight it is not yesterday', () => {
    const sundays: Council = { openingHours: [{ day: 'SU', from: '00:00', to: '01:00' }], bankHolidays: [] }
    expect(isOpen(sundays, new Date('2027-07-03T23:30:00Z'))).toBe(true)
  })

  test('a lunch break is no reading time', () => {
    const hours: Council = {
      openingHours: [
        { day: 'MO', from: '13:00', to: '17:00' },
        { day: 'MO', from: '09:00', to: '12:00' },
      ],
      bankHolidays: [],
    }
    expect(readingAt('2026-11-23T09:30', hours)).toBe('Mon 23 Nov 09:00 to Mon 23 Nov 12:00')
    expect(readingAt('2026-11-23T12:30', hours)).toBe('Mon 23 Nov 13:00 to Mon 23 Nov 17:00')
    expect(isOpen(hours, moment('2026-11-23T12:30'))).toBe(false)
  })

  test('a council that has set no hours promises nothing', () => {
    const never: Council = { openingHours: [], bankHolidays: [] }
    expect(readingAt('2026-11-23T10:00', never)).toBe('never')
    expect(isOpen(never, moment('2026-11-23T10:00'))).toBe(false)
  })
})

test('whatever the hours and the moment, the reading promised is not over, is inside the hours and on no holiday', () => {
  const clock = fc.integer({ min: 0, max: 23 * 60 + 58 })
  const spell = fc.record({
    day: fc.constantFrom('MO' as const, 'WE' as const, 'SU' as const),
    from: clock,
    minutes: fc.integer({ min: 1, max: 600 }),
  })
  const asClock = (minutes: number) =>
    DateTime.fromMillis(Math.min(minutes, 1439) * 60_000, { zone: 'utc' }).toFormat('HH:mm')
  const from = Date.parse('2026-01-01T00:00:00Z')
  const holidays = fc.array(
    fc.integer({ min: 0, max: 800 }).map((days) => new Date(from + days * 86_400_000).toISOString().slice(0, 10)),
  )
  fc.assert(
    fc.property(
      fc.array(spell, { maxLength: 4 }),
      holidays,
      fc.integer({ min: 0, max: 730 * 86_400 }).map((seconds) => new Date(from + seconds * 1000)),
      (spells, bankHolidays, now) => {
        const openingHours: OpeningHours = spells.map(({ day, from, minutes }) => ({
          day,
          from: asClock(from),
          to: asClock(from + minutes),
        }))
        const next = nextReading({ openingHours, bankHolidays }, now)
        if (!next) return
        expect(next.until > now.toISOString()).toBe(true)
        const start = DateTime.fromISO(next.from, { zone: 'Europe/London' })
        expect(bankHolidays).not.toContain(start.toISODate())
        expect(openingHours.map(({ day }) => day)).toContain(
          ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][start.weekday - 1],
        )
        expect(isOpen({ openingHours, bankHolidays }, now)).toBe(next.from <= now.toISOString())
      },
    ),
  )
})
