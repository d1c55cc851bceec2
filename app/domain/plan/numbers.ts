export type NumberRefusal = 'landline' | 'prefix-not-allowed'

/**
 * Which numbers are texted: mobile phones of the United Kingdom. Not 070 (personal numbers) and not 076 (pagers), as
 * both may cost a fortune and ring somebody else. Source: Ofcom's National Telephone Numbering Plan.
 */
export const TEXTED = { allowed: ['+447'], refused: ['+4470', '+4476'] }

/** Why this number (E.164) is not texted, or undefined. A text to a landline may be read out by a robot in the kitchen. */
export function whyNotTexted(number: string, { allowed, refused } = TEXTED): NumberRefusal | undefined {
  if (/^\+44[12]/.test(number)) return 'landline'
  const starts = (prefix: string) => number.startsWith(prefix)
  return allowed.some(starts) && !refused.some(starts) ? undefined : 'prefix-not-allowed'
}
