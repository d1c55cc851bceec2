import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

/**
 * Whether this is an E.164 number that could be dialled. `isPossible`, not `isValid`: the latter refuses the
 * ranges Ofcom keeps for drama, which all made-up data uses. All of the metadata, as some people have a landline.
 */
export function isPhone(number: string): boolean {
  const parsed = parsePhoneNumberFromString(number)
  return parsed?.number === number && parsed.isPossible()
}

/** What a person typed ("07700 900112", "+44 7700 900112") as E.164, or null when it cannot be a number. */
export function phoneFrom(typed: string): string | null {
  const parsed = parsePhoneNumberFromString(typed, 'GB')
  return parsed?.isPossible() ? parsed.number : null
}
