import { describe, expect, test } from 'vitest'
import { faultsIn } from '#app/domain/plan/faults'
import { comesOn, comesRound, wrongWithRule } from '#app/domain/plan/repeats'
import { changed } from './broken-files'

/** The days of a year on which a rule comes. */
function daysOf(rule: string, year: number, from?: string): string[] {
  const first = Date.UTC(year, 0, 1)
  return Array.from({ length: 366 }, (_, at) => new Date(first + at * 86_400_000).toISOString().slice(0, 10)).filter(
    (day) => day.startsWith(`${year}`) && comesOn(rule, from, day),
  )
}

describe('a rule of days', () => {
  test.each([
    'Spring forward 2027-03-28',
    'Fall back 2026-10-25',
    'Fall back 2027-10-31',
  ])('stays on its Sunday when the clocks change: %s', (change) => {
    const sunday = change.slice(-10)
    const next = (days: number) => new Date(Date.parse(sunday) + days * 86_400_000).toISOString().slice(0, 10)
    for (const rule of ['FREQ=WEEKLY;BYDAY=SU', 'FREQ=WEEKLY;BYDAY=SU;BYHOUR=1;BYMINUTE=30'])
      expect([-1, 0, 1].map((days) => comesOn(rule, undefined, next(days)))).toEqual([false, true, false])
    expect(comesOn('FREQ=DAILY;BYHOUR=23;BYMINUTE=59', undefined, sunday)).toBe(true)
    // Every second Sunday is counted through it.
    const fortnight = 'FREQ=WEEKLY;INTERVAL=2'
    expect([0, 7, 14, 15].map((days) => comesOn(fortnight, sunday, next(days)))).toEqual([true, false, true, false])
  })

  test('on the 31st leaves out shorter months; on the last day comes in each', () => {
    expect(daysOf('FREQ=MONTHLY;BYMONTHDAY=31', 2027).map((day) => day.slice(5, 7))).toEqual(
      '01 03 05 07 08 10 12'.split(' '),
    )
    expect(daysOf('FREQ=MONTHLY;BYMONTHDAY=-1', 2028).slice(0, 4)).toEqual(
      '2028-01-31 2028-02-29 2028-03-31 2028-04-30'.split(' '),
    )
    // From 31 January on, as its first day says.
    expect(daysOf('FREQ=MONTHLY', 2027, '2027-01-31')).toHaveLength(7)
    expect(daysOf('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 2027)).toEqual([])
    expect(daysOf('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 2028)).toEqual(['2028-02-29'])
  })

  // Right by python-dateutil 2.9; wrong in the library we had, which took the first when there are too few.
  test('counted from the end with BYSETPOS takes nothing where there are not as many', () => {
    expect(daysOf('FREQ=MONTHLY;BYMONTHDAY=20,31;BYSETPOS=-2', 2027).map((day) => day.slice(5))).toEqual(
      '01-20 03-20 05-20 07-20 08-20 10-20 12-20'.split(' '),
    )
    expect(daysOf('FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 2027).slice(0, 3)).toEqual(
      '2027-01-29 2027-02-26 2027-03-31'.split(' '),
    )
    expect(daysOf('FREQ=WEEKLY;BYDAY=MO,TU,SA,SU;BYSETPOS=-2', 2027).slice(0, 3)).toEqual(
      '2027-01-02 2027-01-09 2027-01-16'.split(' '),
    )
  })

  test('ends with the day or the moment it names, as London has it', () => {
    const last = (until: string) => daysOf(`FREQ=DAILY;UNTIL=${until}`, 2027).at(-1)
    expect(last('20270630')).toBe('2027-06-30')
    expect(last('20270630T000000')).toBe('2027-06-30')
    expect(last('20270630T180000')).toBe('2027-06-30')
    // In summer 23:30 UTC is half past midnight of the next day.
    expect(last('20270630T233000Z')).toBe('2027-07-01')
    expect(last('20270630T225959Z')).toBe('2027-06-30')
    // What happens at six does not happen on the day that ends at five.
    expect(daysOf('FREQ=DAILY;BYHOUR=18;UNTIL=20270630T170000', 2027).at(-1)).toBe('2027-06-29')
  })

  test('that counts is counted from its first day', () => {
    expect(daysOf('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', 2026, '2026-11-23').slice(0, 3)).toEqual(
      '2026-11-23 2026-12-07 2026-12-21'.split(' '),
    )
    expect(daysOf('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', 2026, '2026-11-30').slice(0, 2)).toEqual(
      '2026-11-30 2026-12-14'.split(' '),
    )
    expect(daysOf('FREQ=WEEKLY;BYDAY=MO,TH;COUNT=3', 2026, '2026-11-23')).toEqual(
      '2026-11-23 2026-11-26 2026-11-30'.split(' '),
    )
    expect(daysOf('FREQ=WEEKLY', 2026, '2026-12-09')).toEqual('2026-12-09 2026-12-16 2026-12-23 2026-12-30'.split(' '))
  })

  test('that counts comes on no day while nobody says from when', () => {
    expect(daysOf('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', 2026)).toEqual([])
  })

  test('that never comes is found out', () => {
    for (const rule of ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9'])
      expect(comesRound(rule)).toBe(false)
    expect(comesRound('FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29')).toBe(true)
    expect(comesRound('FREQ=YEARLY;INTERVAL=50;BYMONTH=1;BYMONTHDAY=1', '2026-05-01')).toBe(true)
    expect(comesRound('FREQ=WEEKLY;BYDAY=MO;UNTIL=20261101', '2026-11-23')).toBe(false)
  })
})

describe('a rule that is none', () => {
  test.each([
    ['every day', /^must be a rule like/],
    ['FREQ=WEEKLY;INTERVAL=-1', /^must be a rule like/],
    ['FREQ=WEEKLY;BYDAY=MO;BYDAY=TU', /^must be a rule like/],
    ['FREQ=DAILY;UNTIL=20260230', /UNTIL/],
    ['FREQ=DAILY;UNTIL=20260101T250000', /^must be a rule like/],
    ['FREQ=DAILY;COUNT=3;UNTIL=20260101', /keep one/],
    ['FREQ=WEEKLY;BYDAY=2FR', /FREQ=MONTHLY or FREQ=YEARLY/],
    ['FREQ=YEARLY;BYMONTHDAY=13;BYDAY=2FR', /FREQ=MONTHLY or FREQ=YEARLY/],
    ['FREQ=WEEKLY;BYMONTHDAY=3', /use FREQ=MONTHLY/],
    ['FREQ=MONTHLY;BYWEEKNO=3', /only with FREQ=YEARLY/],
    ['FREQ=MONTHLY;BYSETPOS=-1', /add BYDAY/],
  ])('%s', (rule, says) => expect(wrongWithRule(rule)).toMatch(says))

  test.each([
    'FREQ=MONTHLY;BYDAY=-1FR',
    'FREQ=YEARLY;BYMONTH=5;BYDAY=1MO',
    'FREQ=WEEKLY;BYDAY=MO,TU,SA;WKST=SU',
  ])('but %s is one', (rule) => expect(wrongWithRule(rule)).toBeUndefined())
})

describe('a first day', () => {
  const faultsOf = (commitment: Record<string, unknown>) => {
    const places = Object.entries(commitment).map(([key, value]) => [`plan.commitments.0.${key}`, value])
    const read = faultsIn(changed('marsh', { 'plan.commitments.0.until': undefined, ...Object.fromEntries(places) }), {
      staff: ['priya'],
    })
    return 'faults' in read ? read.faults : []
  }
  const at = (key: string, message: string) => [{ path: `$.plan.commitments[0].${key}`, message }]
  const counts = 'This rule counts from a first day. Add "from": "2026-11-23" beside it, with the day it first happens.'
  const noDay =
    'This rule does not say on which day. Add BYDAY or BYMONTHDAY to it, or "from": "2026-11-23" beside it, with the day it first happens.'

  test.each([
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', counts],
    ['FREQ=WEEKLY;BYDAY=MO;COUNT=6', counts],
    ['FREQ=DAILY;INTERVAL=3', counts],
    ['FREQ=WEEKLY', noDay],
    ['FREQ=MONTHLY', noDay],
    ['FREQ=YEARLY;BYMONTH=3', noDay],
  ])('is asked for where %s needs one, and is enough', (repeats, message) => {
    expect(faultsOf({ repeats })).toEqual(at('repeats', message))
    expect(faultsOf({ repeats, from: '2026-03-02' })).toEqual([])
  })

  test.each([
    'FREQ=DAILY',
    'FREQ=DAILY;INTERVAL=1',
    'FREQ=MONTHLY;BYMONTHDAY=-1',
    'FREQ=YEARLY;BYMONTHDAY=5',
  ])('is not asked for where %s needs none', (repeats) => expect(faultsOf({ repeats })).toEqual([]))

  test('is a date, and not after the last day', () => {
    expect(faultsOf({ from: '23/11/2026' })).toEqual(at('from', '“from” must be a date like 2026-11-23.'))
    expect(faultsOf({ from: '2026-11-23', until: '2026-11-22' })).toEqual(
      at('until', 'This is before “from”. Name a later day.'),
    )
  })
})
