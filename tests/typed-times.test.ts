/** Days and times as people write them where no calendar helps. */
import { describe, expect, test } from 'vitest'
import { firstMomentOf } from '#app/domain/plan/dates'
import { withPlainDigits } from '#app/domain/plan/digits'
import { phoneFrom } from '#app/domain/plan/phone'
import { clockFrom, dayFrom } from '#app/domain/plan/typed-times'

const MONDAY = '2026-11-23'

describe('a day', () => {
  test.each([
    '2026-11-23',
    '23/11/26',
    '23/11/2026',
    '23.11.2026',
    '23-11-26',
    '23 11 2026',
    '23–11–2026',
    '23/11',
    '۲۳/۱۱/۲۰۲۶',
    '٢٣/١١/٢٠٢٦',
    '२३/११/२०२६',
    '২৩/১১/২৬',
    '２３／１１／２０２６',
    '\u200f۲۳؍۱۱؍۲۰۲۶\u200f',
    ' 23 Nov ',
    '23 nov 2026',
    '23rd November',
    'Mon 23rd of November 2026',
    'Nov 23, 2026',
    '23 listopada 2026',
    '23 lis',
    '۲۳ نومبر',
    '23.11.',
    'Mon 23/11',
    'pon. 23.11',
    '23-Nov-2026',
    '23.11.2026 r.',
    '23 listopada 2026 r.',
    '23 listopada 2026 roku',
    '۲۳ نومبر، ۲۰۲۶',
    '23 نومبر 2026ء',
  ])('written as “%s” is the Monday', (typed) => {
    expect(dayFrom(typed, MONDAY)).toBe(MONDAY)
  })

  test.each([
    ['12 października', '2026-10-12'],
    ['3 sierpnia 2026', '2026-08-03'],
    ['1/2/26', '2026-02-01'],
    ['24/11', '2025-11-24'],
    ['24/11/26', '2026-11-24'],
    ['29/2/24', '2024-02-29'],
    ['29/2', '2024-02-29'],
    ['23/11/98', '1998-11-23'],
  ])('written as “%s” is %s: the day before the month, and without a year the last there was', (typed, day) => {
    expect(dayFrom(typed, MONDAY)).toBe(day)
  })

  test.each([
    '',
    '23',
    '30/2/26',
    '2026-02-30',
    '11/23/26',
    '31/11',
    'last week',
    '0/11/26',
    '23 Foo',
    '1/2/3/4',
  ])('cannot be read from “%s”', (typed) => expect(dayFrom(typed, MONDAY)).toBeUndefined())
})

describe('a time', () => {
  test.each([
    [
      '19:00',
      [
        '7pm',
        '7 pm',
        '7PM',
        '7 p.m.',
        '07:00 pm',
        '19:00',
        '19.00',
        '19h00',
        '1900',
        '۱۹:۰۰',
        '١٩:٠٠',
        '19',
        '19.',
        '7pm.',
        '7pm,',
      ],
    ],
    ['07:05', ['7:05', '7.05am', '07:05', '۷:۰۵', 'about 7.05', 'o 7:05', '07:05:30']],
    ['00:30', ['12:30am', '0:30', '00.30', '00:30 am']],
    ['00:00', ['midnight', '12 midnight', 'północ']],
    ['12:00', ['12pm', '12 p.m.', '12:00', 'noon', '12 noon', 'Midday.', 'o 12:00']],
    ['19:30', ['7.30pm', '19.30', 'at 7:30 pm', '19.30 pm', '۷:۳۰ pm', '7 30 pm', '19 30', '7-30pm', '730pm']],
    ['19:30', ['o godz. 19.30', 'godzina 19:30', 'o godzinie 19:30', 'około 19.30']],
  ])('%s may be written in many ways', (clock, ways) => {
    expect(ways.map((typed) => [typed, clockFrom(typed)])).toEqual(ways.map((typed) => [typed, clock]))
  })

  test.each([
    '',
    '7',
    'soon',
    '25:00',
    '24:00',
    '7:60',
    '13am',
    '0 pm',
    '7:5',
    '9-5',
    'pm',
  ])('cannot be read from “%s”', (typed) => expect(clockFrom(typed)).toBeUndefined())
})

test('every script’s ten digits are 0 to 9, and nothing else changes', () => {
  for (const ten of [
    '۰۱۲۳۴۵۶۷۸۹',
    '٠١٢٣٤٥٦٧٨٩',
    '०१२३४५६७८९',
    '০১২৩৪৫৬৭৮৯',
    '๐๑๒๓๔๕๖๗๘๙',
    '０１２３４５６７８９',
    '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗',
    '𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿',
  ])
    expect(withPlainDigits(ten)).toBe('0123456789')
  expect(withPlainDigits('Nr ½, ², Ⅳ, ماں 7')).toBe('Nr ½, ², Ⅳ, ماں 7')
})

test('a number to ring is the same in any digits', () => {
  for (const typed of ['07700 900112', '۰۷۷۰۰ ۹۰۰۱۱۲', '٠٧٧٠٠٩٠٠١١٢', '०७७०० ९००११२', '+۴۴ ۷۷۰۰ ۹۰۰۱۱۲'])
    expect(phoneFrom(typed)).toBe('+447700900112')
})

test('a local time that comes twice is the first of the two', () => {
  expect(firstMomentOf('2026-10-25T01:30')).toEqual(new Date('2026-10-25T00:30:00Z'))
  expect(firstMomentOf('2026-10-25T03:30')).toEqual(new Date('2026-10-25T03:30:00Z'))
  expect(firstMomentOf('2026-07-01T01:30')).toEqual(new Date('2026-07-01T00:30:00Z'))
})
