import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SafeToText, SafeWindow } from '#app/domain/plan/case-file'
import { openingFor } from '#app/domain/texts/outbox'
import { nextSafeMoment, safeUntil } from '#app/domain/texts/safe-times'

const leanne = { safeToText: { days: ['MO', 'TU', 'WE', 'TH', 'FR'], from: '09:30', to: '14:30' } satisfies SafeToText }
const kelly = {}
const next = (person: { safeToText?: SafeToText }, now: string, { asked = false } = {}) =>
  nextSafeMoment([person], new Date(now), { asked })?.toISOString()

describe('a text goes', () => {
  test.each([
    ['by day at once', '2026-11-23T10:00:00Z', '2026-11-23T10:00:00.000Z'],
    ['from eight in the morning', '2026-11-24T07:59:59Z', '2026-11-24T08:00:00.000Z'],
    ['until eight in the evening', '2026-11-23T19:59:59Z', '2026-11-23T19:59:59.000Z'],
    ['not from then on', '2026-11-23T20:00:00Z', '2026-11-24T08:00:00.000Z'],
    ['by the clock in London in summer', '2027-06-01T06:59:59Z', '2027-06-01T07:00:00.000Z'],
    ['the evening before the clocks go forward', '2027-03-27T20:00:00Z', '2027-03-28T07:00:00.000Z'],
    ['the evening before they go back', '2026-10-24T19:00:00Z', '2026-10-25T08:00:00.000Z'],
  ])('to Kelly %s', (_, now, at) => expect(next(kelly, now)).toBe(at))

  test('to Kelly at night when she has just asked', () => {
    expect(next(kelly, '2026-11-23T23:00:00Z', { asked: true })).toBe('2026-11-23T23:00:00.000Z')
  })

  test.each([
    ['within her hours', '2026-11-23T09:30:00Z', '2026-11-23T09:30:00.000Z'],
    ['not a second before', '2026-11-23T09:29:59Z', '2026-11-23T09:30:00.000Z'],
    ['not from their end', '2026-11-23T14:30:00Z', '2026-11-24T09:30:00.000Z'],
    ['after the weekend', '2026-11-27T14:30:00Z', '2026-11-30T09:30:00.000Z'],
    ['after a weekend on which the clocks change', '2027-03-26T15:00:00Z', '2027-03-29T08:30:00.000Z'],
  ])('to Leanne %s, even when she has just asked', (_, now, at) => {
    expect(next(leanne, now, { asked: true })).toBe(at)
    expect(next(leanne, now)).toBe(at)
  })

  test('in an hour that a clock change takes away, or gives twice, only when the clock shows it', () => {
    const night = { safeToText: { days: ['SU'], from: '01:15', to: '01:45' } satisfies SafeToText }
    expect(next(night, '2027-03-27T12:00:00Z')).toBe('2027-04-04T00:15:00.000Z')
    expect(next(night, '2026-10-25T00:00:00Z')).toBe('2026-10-25T00:15:00.000Z')
    expect(next(night, '2026-10-25T00:45:00Z')).toBe('2026-10-25T01:15:00.000Z')
  })

  test('in each of several windows, and on after midnight into the morning of a day that is not named', () => {
    const shifts = [
      { days: ['MO'], from: '09:30', to: '11:00' },
      { days: ['MO', 'FR'], from: '22:00', to: '02:00' },
    ] satisfies SafeToText
    const of = (now: string) => next({ safeToText: shifts }, now, { asked: true })
    expect(of('2026-11-23T10:00:00Z')).toBe('2026-11-23T10:00:00.000Z')
    expect(of('2026-11-23T11:00:00Z')).toBe('2026-11-23T22:00:00.000Z')
    expect(of('2026-11-24T01:59:59Z')).toBe('2026-11-24T01:59:59.000Z')
    expect(of('2026-11-24T02:00:00Z')).toBe('2026-11-27T22:00:00.000Z')
    expect(of('2026-11-27T01:00:00Z')).toBe('2026-11-27T22:00:00.000Z')
  })

  test.each([
    ['forward, up to then', '2027-03-28T00:59:59Z', '2027-03-28T00:59:59.000Z'],
    ['forward, and not after', '2027-03-28T01:00:00Z', '2027-04-03T22:30:00.000Z'],
    ['back, twice', '2026-10-25T00:59:59Z', '2026-10-25T00:59:59.000Z'],
    ['back, the second time too', '2026-10-25T01:59:59Z', '2026-10-25T01:59:59.000Z'],
    ['back, and not after', '2026-10-25T02:00:00Z', '2026-10-31T23:30:00.000Z'],
  ])('over a midnight after which the clocks go %s', (_, now, at) => {
    const night = { days: ['SA'], from: '23:30', to: '02:00' } satisfies SafeToText
    expect(next({ safeToText: night }, now, { asked: true })).toBe(at)
  })

  test('to a number of two people only when it suits both, and never when nothing does', () => {
    const evenings = { safeToText: { days: ['FR'], from: '14:00', to: '22:00' } satisfies SafeToText }
    const both = (now: string) => nextSafeMoment([leanne, evenings], new Date(now), { asked: true })?.toISOString()
    expect(both('2026-11-23T10:00:00Z')).toBe('2026-11-27T14:00:00.000Z')
    const sundays = { safeToText: { days: ['SU'], from: '10:00', to: '12:00' } satisfies SafeToText }
    expect(nextSafeMoment([leanne, sundays], new Date('2026-11-23T10:00:00Z'), { asked: true })).toBeUndefined()
  })
})

test('for any windows, over midnight too, and any moment: the time given is inside, and no minute before it is', () => {
  const WEEK = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
  // The browser's own calendar, and not the one the rule is built on.
  const inLondon = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: 'Europe/London', weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  })
  const isInside = (windows: SafeWindow[], moment: number) => {
    const [weekday = '', clock = ''] = inLondon.format(moment).split(', ')
    const [day = '', time = ''] = clock ? [weekday, clock] : weekday.split(' ')
    const today = (WEEK as readonly string[]).indexOf(day.slice(0, 2).toUpperCase())
    return windows.some(({ days, from, to }) => {
      const begunToday = days.includes(WEEK[today] ?? 'MO')
      const begunBefore = days.includes(WEEK[(today + 6) % 7] ?? 'MO')
      if (from < to) return begunToday && from <= time && time < to
      return (begunToday && from <= time) || (begunBefore && time < to)
    })
  }
  const minuteOfDay = fc
    .integer({ min: 0, max: 24 * 60 - 1 })
    .map((at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`)
  const window = fc
    .record({ days: fc.uniqueArray(fc.constantFrom(...WEEK), { minLength: 1 }), from: minuteOfDay, to: minuteOfDay })
    .filter(({ from, to }) => from !== to)
  // Around both changes of the clock, where it is hard, and anywhere.
  const around = (iso: string) =>
    fc.integer({ min: -3 * 24 * 60, max: 24 * 60 }).map((min) => Date.parse(iso) + min * 60_000)
  const moment = fc.oneof(
    around('2027-03-28T01:00:00Z'),
    around('2026-10-25T01:00:00Z'),
    fc.integer({ min: 0, max: 3 * 365 * 24 * 60 }).map((min) => Date.parse('2026-01-01T00:00:00Z') + min * 60_000),
  )
  fc.assert(
    fc.property(fc.array(window, { minLength: 1, maxLength: 3 }), moment, fc.boolean(), (windows, now, asked) => {
      const safeToText = windows.length > 1 ? windows : windows[0]
      const at = nextSafeMoment([{ safeToText }], new Date(now), { asked })?.getTime() ?? 0
      expect(isInside(windows, at)).toBe(true)
      for (let minute = now; minute < at; minute += 60_000) if (isInside(windows, minute)) return false
      return at >= now
    }),
    { numRuns: 120 },
  )
})

describe('a provider may go on trying', () => {
  const until = (person: { safeToText?: SafeToText }, now: string, { asked = false } = {}) =>
    safeUntil([person], new Date(now), { asked })?.toISOString()

  test.each([
    ['until eight in the evening', '2026-11-23T10:00:00Z', '2026-11-23T20:00:00.000Z'],
    ['by the clock in London in summer', '2027-06-01T10:00:00Z', '2027-06-01T19:00:00.000Z'],
    ['on the day the clocks go back', '2026-10-25T10:00:00Z', '2026-10-25T20:00:00.000Z'],
  ])('with a text to Kelly %s', (_, now, at) => expect(until(kelly, now)).toBe(at))

  test('with a text to Leanne to the end of her hours, even one she has just asked for', () => {
    expect(until(leanne, '2026-11-23T10:00:00Z', { asked: true })).toBe('2026-11-23T14:30:00.000Z')
  })

  test('as long as it likes with what Kelly has just asked for', () => {
    expect(until(kelly, '2026-11-23T10:00:00Z', { asked: true })).toBeUndefined()
  })

  test('to the moment the clock leaves the window, also where a clock change takes its end away', () => {
    const night = { safeToText: { days: ['SU'], from: '00:30', to: '01:30' } satisfies SafeToText }
    expect(until(night, '2027-03-28T00:45:00Z')).toBe('2027-03-28T01:00:00.000Z')
  })
})

describe('of a provider that keeps trying for a while, whatever it is told', () => {
  const lead = 30 * 60_000
  const opening = (people: { safeToText: SafeToText | null }[], now: string, asked = false) => {
    const text = { queuedAt: now, queuedBy: asked ? null : 'priya', sendNow: false }
    const found = openingFor(text, people, new Date(now), lead)
    return found === 'never' ? found : found.at.toISOString()
  }

  test.each([
    ['nothing goes when a safe time is about to end', '2026-11-23T14:00:01Z', '2026-11-24T09:30:00.000Z'],
    ['it goes when there is time enough', '2026-11-23T14:00:00Z', '2026-11-23T14:00:00.000Z'],
  ])('%s', (_, now, at) => expect(opening([leanne], now)).toBe(at))

  test('it goes all the same when somebody waits for it, or no safe time is ever so long', () => {
    expect(opening([leanne], '2026-11-23T14:29:00Z', true)).toBe('2026-11-23T14:29:00.000Z')
    const short = { safeToText: { days: ['MO'], from: '10:00', to: '10:20' } satisfies SafeToText }
    expect(opening([short], '2026-11-23T10:10:00Z')).toBe('2026-11-23T10:10:00.000Z')
  })
})
