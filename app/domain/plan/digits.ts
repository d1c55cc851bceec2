/** How each script writes nought: the other nine digits follow it (Unicode, category Nd). */
const ANY_DIGIT = /\p{Nd}/gu
const LATIN_NOUGHT = 0x30

/**
 * What somebody typed, with the digits of any script (۰۱۲, ०१२, ０１２, 𝟎𝟏𝟐) as 0 to 9. Everything else stays as it is.
 */
export function withPlainDigits(typed: string): string {
  return typed.replace(ANY_DIGIT, (digit) => (digit < '\u0080' ? digit : plain(digit)))
}

/**
 * Unicode gives each script its ten digits in a row from nought up, so a digit's value is how many digits stand right
 * before it in its ten; only the mathematical ones (U+1D7CE) are five tens in one row, from a start that is no ten.
 */
function plain(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let nought = code
  while (/\p{Nd}/u.test(String.fromCodePoint(nought - 1))) nought--
  return String.fromCodePoint(LATIN_NOUGHT + ((code - nought) % 10))
}
