const ANY_DIGIT = /\p{Nd}/gu
const LATIN_NOUGHT = 0x30

/**
 * What somebody typed, with the digits of any script (۰۱۲, ०१२, ０１２, 𝟎𝟏𝟐) as 0 to 9. Everything else stays as it is.
 */
export function withPlainDigits(typed: string): string {
  return typed.replace(ANY_DIGIT, (digit) => (digit < '\u0080' ? digit : plain(digit)))
}

/**
 * Unicode keeps each script's ten digits in a row, nought first (https://www.unicode.org/reports/tr44/#Numeric_Type), so
 * a digit is worth as many as stand before it in its row, where several tens may follow one another.
 */
function plain(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let nought = code
  while (/\p{Nd}/u.test(String.fromCodePoint(nought - 1))) nought--
  return String.fromCodePoint(LATIN_NOUGHT + ((code - nought) % 10))
}
