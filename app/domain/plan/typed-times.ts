/** Days and times as people write them where no calendar helps: in the digits of any script, in English, Polish or Urdu. */
import { isDate } from './dates'
import { withPlainDigits } from './digits'

/** By what a month may be called, in the cases Polish has for it; three letters and more of a name do too. */
const MONTHS = [
  'january styczeń stycznia جنوری',
  'february luty lutego فروری',
  'march marzec marca مارچ',
  'april kwiecień kwietnia اپریل',
  'may maj maja مئی',
  'june czerwiec czerwca جون',
  'july lipiec lipca جولائی',
  'august sierpień sierpnia اگست',
  'september wrzesień września ستمبر',
  'october październik października اکتوبر',
  'november listopad listopada نومبر',
  'december grudzień grudnia دسمبر',
].map((names) => plain(names).split(' '))

const YMD = /^(?<year>\d{4})[-./](?<month>\d{1,2})[-./](?<day>\d{1,2})$/
/** Behind the year Polish may say "r." (roku), and Urdu the sign of its era. */
const END = String.raw`(?: ?(?:r\.?|roku|ء))?\.?$`
const WEEKDAY = String.raw`^(?:\p{L}+\.?,? )?`
const DMY = new RegExp(
  String.raw`${WEEKDAY}(?<day>\d{1,2})(?: ?[-./] ?| )(?<month>\d{1,2})(?:(?: ?[-./] ?| )(?<year>\d{4}|\d{2}))?${END}`,
  'u',
)
/** "Mon 23rd of November 2026", "23 lis", and "Nov 23, 2026". */
const DAY_FIRST = new RegExp(
  String.raw`${WEEKDAY}(?<day>\d{1,2})(?:st|nd|rd|th|\.)?[ -]?(?:of )?(?<name>\p{L}{3,})\.?,?(?:[ -](?<year>\d{4}|\d{2}))?${END}`,
  'u',
)
const MONTH_FIRST = /^(?<name>\p{L}{3,})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,?(?: (?<year>\d{4}))?$/u

/**
 * A day as somebody wrote it ("23/11/26", "23.11.2026", "23 Nov", "۲۳/۱۱/۲۰۲۶"), as `2026-11-23`; the day before the
 * month, as in all of Europe. Without a year it is the last such day up to `today`. Undefined for what cannot be read
 * and for days there are none.
 */
export function dayFrom(typed: string, today: string): string | undefined {
  const words = plain(typed)
  const found = [YMD, DMY, DAY_FIRST, MONTH_FIRST].map((shape) => shape.exec(words)?.groups).find(Boolean)
  if (!found) return undefined
  const { day = '', month = String(monthOf(found.name ?? '')), year } = found
  const thisYear = Number(today.slice(0, 4))
  const on = (year: string | number) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  // Without a year, the last such day: of 29 February that may be some years ago.
  const years = year ? [wholeYear(year, thisYear)] : Array.from({ length: 9 }, (_, ago) => thisYear - ago)
  return years.map(on).find((date) => isDate(date) && (year !== undefined || date <= today))
}

/** "26" is 2026; "98" is not in the time to come. */
function wholeYear(year: string, thisYear: number): number {
  if (year.length > 2) return Number(year)
  const inThisCentury = 2000 + Number(year)
  return inThisCentury > thisYear + 10 ? inThisCentury - 100 : inThisCentury
}

function monthOf(name: string): number {
  return MONTHS.findIndex((names) => names.some((known) => known.startsWith(name))) + 1
}

const CLOCK = /^(?<hour>\d{1,2})(?:(?: ?[:.h-] ?| )?(?<minute>\d{2}))?(?::\d{2})? ?(?<rest>h|hrs?|hours?|am|pm)?[.,]?$/
/** Said before a time. */
const ABOUT = /^(?:at|about|around|o godz(?:inie|\.)?|godz(?:ina|inie|\.)?|okolo|o|ok\.?) /
const NAMED = new Map([
  ['noon', '12:00'],
  ['midday', '12:00'],
  ['poludnie', '12:00'],
  ['midnight', '00:00'],
  ['polnoc', '00:00'],
])

/**
 * A time of day as somebody wrote it ("7pm", "7.30 p.m.", "19h30", "19.30", "۱۹:۳۰"), as `19:30`. Undefined for what
 * cannot be read, and for "7", which may be in the morning or the evening.
 */
export function clockFrom(typed: string): string | undefined {
  const words = plain(typed)
    .replace(ABOUT, '')
    .replace(/([ap])\. ?m\.?$/, '$1m')
    .replace(/^(\d{2})(\d{2})$/, '$1:$2')
  const named = NAMED.get(words.replace(/^12 /, '').replace(/[.,]$/, ''))
  if (named) return named
  const { hour = '', minute, rest } = CLOCK.exec(words)?.groups ?? {}
  const half = rest === 'am' || rest === 'pm' ? rest : undefined
  const isClear = hour !== '' && (minute !== undefined || rest !== undefined || Number(hour) > 12)
  const [h, m] = [onTheClock(Number(hour), half), Number(minute ?? 0)]
  if (!isClear || h === undefined || h > 23 || m > 59) return undefined
  return `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`
}

/** 12 am is midnight. "19.30 pm" is clear enough, "19.30 am" is not. */
function onTheClock(hour: number, half: 'am' | 'pm' | undefined): number | undefined {
  if (!half) return hour
  if (hour === 0) return half === 'am' ? 0 : undefined
  if (hour > 12) return half === 'pm' ? hour : undefined
  return (hour % 12) + (half === 'pm' ? 12 : 0)
}

/** Plain digits, small letters without accents, one kind of dash and of space, and no marks that cannot be seen. */
function plain(typed: string): string {
  return withPlainDigits(typed)
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/ł/gi, 'l')
    .replace(/،/g, ',')
    .replace(/\p{Pd}/gu, '-')
    .replace(/[؍⁄]/g, '/')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}
