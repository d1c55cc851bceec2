import { findPhoneNumbersInText, type NumberFound } from 'libphonenumber-js/max'
import { withoutDates } from './dates-and-times'

/** Where something stands in a folded text. */
export type Span = { start: number; end: number }

/**
 * The phone numbers in folded text, by libphonenumber's text finder: British ones that are possible (`isPossible`: the
 * ranges Ofcom keeps for drama are not valid), Polish ones without their country that are valid. Dates and times are
 * none, nor a row of digits that begins like no number. Numbers of seven digits (Childline's 0800 1111) are everyone's.
 */
export function phonesIn(text: string): Span[] {
  const before = found.get(text)
  if (before) return before
  const spans = digitRows(withoutDates(withoutLetterO(text))).flatMap(phonesInRow)
  if (found.size > 2000) found.clear()
  if (/\d(?:\D*\d){8}/.test(text)) found.set(text, spans)
  return spans
}

/** What was found in texts with many digits: the finder takes its time, and words once said never change. */
const found = new Map<string, Span[]>()

function phonesInRow(row: Row): Span[] {
  const british = finds(row.text, 'GB').filter((found) => isDialled(row.text, found))
  const polish = finds(row.text, 'PL').filter(
    (found) =>
      found.number.isValid() && !british.some((one) => found.startsAt < one.endsAt && one.startsAt < found.endsAt),
  )
  const isCounting = ({ startsAt, endsAt }: NumberFound) => counts(row.text.slice(startsAt, endsAt))
  return [...british, ...polish]
    .filter((found) => !isCounting(found))
    .map(({ startsAt, endsAt }) => ({
      start: row.at[startsAt] ?? 0,
      end: (row.at[endsAt - 1] ?? 0) + 1,
    }))
}

/** `extended` asks the finder for what is possible; without it, it takes valid numbers alone. */
function finds(text: string, defaultCountry: 'GB' | 'PL'): NumberFound[] {
  return findPhoneNumbersInText(text, { defaultCountry, extended: true })
}

/** As people write a number: from +, 0 or 44 on, or its ten digits in groups of three and more. */
function isDialled(text: string, { startsAt, endsAt, number }: NumberFound): boolean {
  const written = text.slice(startsAt, endsAt)
  const digits = written.replace(/\D/g, '')
  if (number.nationalNumber.length < 9) return false
  if (/^\(?[+0]/.test(written) || text[startsAt - 1] === '+') return true
  if (/^44/.test(digits) && digits.length >= 12) return true
  return digits.length === 10 && /^[123578]/.test(digits) && written.split(/\D+/).every((group) => group.length >= 3)
}

/** "O77OO 9OO113": among digits the letter is a nought. As long as before. */
const withoutLetterO = (text: string) =>
  text.replace(/(?<!\p{L})[\do]*\d[\do]*(?!\p{L})/gu, (found) => found.replaceAll('o', '0'))

/** Signs between two digits that people put into a number; any others only once it begins like one. */
const BETWEEN = /^(?=.{1,6}$)[ '_*-]{0,2}(?:[()./,·•][ ]?){0,2}[ '_*-]{0,2}$/
const WITHIN_A_NUMBER = /^[^\p{L}\p{N}+]{1,6}$/u

/** Digits in groups with one space between, and where each sign of it stood. */
type Row = { text: string; at: number[] }

/** As many as a number and what may be written beside it: the finder takes its time over more. */
const LONGEST_ROW = 60

/** The rows of digits in a text that are long enough for a number: what the finder is asked. */
function digitRows(text: string): Row[] {
  const groups = [...text.matchAll(/\+?\d+/g)].map((found) => ({ start: found.index, digits: found[0] }))
  if (groups.reduce((sum, { digits }) => sum + digits.length, 0) < 9) return []
  const rows: Row[] = []
  let row = ''
  let at: number[] = []
  let count = 0
  let first = ''
  groups.forEach(({ start, digits }, which) => {
    const before = groups[which - 1]
    const end = before && before.start + before.digits.length
    const between = /^(?:\+|0\d|44)/.test(first) ? WITHIN_A_NUMBER : BETWEEN
    const joins = end !== undefined && between.test(text.slice(end, start)) && !digits.startsWith('+')
    const single = joins && digits.length === 1 && before?.digits.length === 1
    if (!joins || isAnother(first, count, digits)) {
      rows.push({ text: row, at })
      row = ''
      at = []
      count = 0
      first = digits
    } else if (!single) {
      row += ' '
      at.push(start)
    }
    for (let i = 0; i < digits.length; i++) at.push(start + i)
    row += digits
    count += digits.replace('+', '').length
  })
  return [...rows, { text: row, at }].filter((one) => one.text.replace(/\D/g, '').length >= 9).flatMap(inPieces)
}

/** A longer row in pieces that overlap by more than a number's length. */
function inPieces({ text, at }: Row): Row[] {
  const step = LONGEST_ROW / 2
  const count = Math.max(1, Math.ceil(text.length / step) - 1)
  return Array.from({ length: count }, (_, piece) => ({
    text: text.slice(piece * step, piece * step + LONGEST_ROW),
    at: at.slice(piece * step, piece * step + LONGEST_ROW),
  }))
}

/** "0 1 2 3 …" counts, and "07 11 26 09 30" is a day and a time: neither is rung. */
function counts(written: string): boolean {
  const groups = written.split(/\D+/).filter(Boolean)
  const digits = written.replace(/\D/g, '')
  const isRow = /^0?123456789/.test(digits)
  return isRow || (digits.length === 10 && groups.length === 5 && groups.every((group) => group.length === 2))
}

/** Whether a group of digits cannot belong to the row before it: that is a whole number already, or none. */
function isAnother(first: string, count: number, next: string): boolean {
  if (/^0[1-9]/.test(first) && count >= 11) return true
  if (first.startsWith('+') && count >= 13) return true
  return !/^(?:\+|0|44)/.test(first) && next.startsWith('0') && next.length >= 3
}
