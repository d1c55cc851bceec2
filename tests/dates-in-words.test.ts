import { expect, test } from 'vitest'
import { day, dayAndTime, withSpokenDates } from '#app/views/dates'

test('a day and a time are said as people say them, in their language', () => {
  expect(day('2026-11-23', 'en')).toBe('Monday 23 November')
  expect(day('2026-11-23', 'pl')).toBe('poniedziałek 23 listopada')
  expect(dayAndTime('2026-11-30T16:30', 'en')).toBe('Monday 30 November, 4:30pm')
  expect(dayAndTime('2026-11-30T16:30', 'pl')).toBe('poniedziałek 30 listopada, 16:30')
  expect(day('2026-11-23', 'ur')).toContain('نومبر')
})

test('a moment in UTC is shown as London has it', () => {
  expect(dayAndTime('2026-06-14T23:30:00.000Z', 'en')).toBe('Monday 15 June, 12:30am')
  expect(dayAndTime('2026-11-23T23:30:00.000Z', 'en')).toBe('Monday 23 November, 11:30pm')
})

test('a date inside a plan’s own words is said, and the rest is left alone', () => {
  expect(withSpokenDates('by 2026-11-27', 'en')).toBe('by Friday 27 November')
  expect(withSpokenDates('2026-11-25 09:40', 'en')).toBe('Wednesday 25 November 09:40')
  expect(withSpokenDates('Mon-Wed 08:20', 'en')).toBe('Mon-Wed 08:20')
})
