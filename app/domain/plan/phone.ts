import { type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { withPlainDigits } from './digits'

/**
 * Whether this is an E.164 number that could be dialled. `isPossible`, not `isValid`: the latter refuses the
 * ranges Ofcom keeps for drama, which all made-up data uses. All of the metadata, as some people have a landline.
 */
export function isPhone(number: string): boolean {
  const parsed = parsePhoneNumberFromString(number)
  return parsed?.number === number && isWhole(parsed)
}

/**
 * What a person typed ("07700 900112", "+44 7700 900112") as E.164, or null when it cannot be a number, or is more
 * than one: of two numbers, or one and its extension, half would be dropped without a word.
 */
export function phoneFrom(typed: string): string | null {
  const parsed = parsePhoneNumberFromString(withPlainDigits(typed), 'GB')
  return parsed && !parsed.ext && !typed.includes(';') && isWhole(parsed) ? parsed.number : null
}

/**
 * Numbers of 7 and 9 digits are possible in the United Kingdom, but not among those that start with 7: of a mobile
 * phone a digit or three are missing, or one too many, and the rest may be somebody's. Nor does a number there start
 * with 0, 4 or 6, once the 0 of the trunk is off (a Polish mobile begins with 6). Source:
 * Ofcom's National Telephone Numbering Plan. Other countries' numbers are asked for by their own plans.
 */
function isWhole(parsed: PhoneNumber): boolean {
  const { number } = parsed
  if (!number.startsWith('+44')) return parsed.isValid()
  if (!parsed.isPossible() || /^\+44[046]/.test(number)) return false
  return !number.startsWith('+447') || /^\+447\d{9}$/.test(number)
}
