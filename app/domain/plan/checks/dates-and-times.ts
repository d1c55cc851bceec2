const MONTH = '(?:0?[1-9]|1[0-2])'
const DAY = '(?:0?[1-9]|[12]\\d|3[01])'
const YEAR = '(?:19|20)\\d\\d'
/** "2026-11-28", "28.11.2026", "28/11/26", "11/28/2026". */
const DATE = `(?:${YEAR}[-./]${MONTH}[-./]${DAY}|(?:${DAY}[-./]${MONTH}|${MONTH}[-./]${DAY})[-./](?:${YEAR}|\\d\\d))`
/** "10:30", "10.30", "10:30:15". */
const TIME = '(?:[01]?\\d|2[0-3])[.:][0-5]\\d(?::[0-5]\\d)?'
const WHEN = `(?:${DATE}(?:t${TIME})?|${TIME})`
/** Alone, or from one to another; never within a longer row of digits, so that no phone number is eaten. */
const ALONE = new RegExp(
  `(?<![\\d+][-./:]?)(?:${WHEN}(?: ?- ?${WHEN})?|${YEAR} ?- ?(?:${YEAR}|\\d\\d))(?![-./:]?\\d)`,
  'g',
)

/** Folded text in which dates, times and spans of years are no digits any more; as long as before. */
export function withoutDates(text: string): string {
  return text.replace(ALONE, (found) => '|'.repeat(found.length))
}
