import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { withPlainDigits } from './digits'

/**
 * Whether this is an E.164 number that could be dialled. `isPossible`, not `isValid`: the latter refuses the
 * ranges Ofcom keeps for drama, which all made-up data uses. All of the metadata, as some people have a landline.
 */
export function isPhone(number: string): boolean {
  const parsed = parsePhoneNumberFromString(number)
  return parsed?.number === number && parsed.isPossible() && isWhole(number)
}

/** What a person typed ("07700 900112", "+44 7700 900112") as E.164, or null when it cannot be a number. */
export function phoneFrom(typed: string): string | null {
  const parsed = parsePhoneNumberFromString(withPlainDigits(typed), 'GB')
  return parsed?.isPossible() && isWhole(parsed.number) ? parsed.number : null
}

/**
 * Numbers of 7 and 9 digits are possible in the United Kingdom, but not among those that start with 7: of a mobile
 * phone a digit or three are missing, or one too many, and the rest may be somebody's. Nor does a number there start
 * with 0, once the 0 of the trunk is off: what does is a shorter one. Source: Ofcom's National Telephone Numbering Plan.
 */
function isWhole(number: string): boolean {
  return !/^\+44[07]/.test(number) || /^\+447\d{9}$/.test(number)
}
