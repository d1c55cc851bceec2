/** How what somebody typed is looked for: as letters, as the digits of a number, or, at last, as a name written wrong. */
import { distance } from 'fastest-levenshtein'
import { folded } from '#app/domain/plan/checks/folding'

/** Shorter than this, nearly everything would be found. */
export const SHORTEST = 2

export type Looked = {
  /** The letters, in whatever case and with whatever accents. */
  holds: (words: string) => boolean
  /** The digits, however the number is written: with spaces, 07… or +44…. Never true of what is no number. */
  isIn: (phone: string | undefined) => boolean
  /** One or two letters away from a word of it. */
  isNear: (name: string) => boolean
}

/** Null when too little was typed. */
export function lookFor(typed: string): Looked | null {
  const needle = folded(typed.trim()).text
  if (needle.length < SHORTEST) return null
  const digits = /^[\d\s()+.-]+$/.test(needle) ? nationalDigits(needle) : ''
  const most = needle.length < 4 ? 0 : needle.length < 7 ? 1 : 2
  return {
    holds: (words) => folded(words).text.includes(needle),
    isIn: (phone) => digits.length >= 4 && !!phone && nationalDigits(phone).includes(digits),
    isNear: (name) => {
      const whole = folded(name).text
      return most > 0 && [whole, ...whole.split(/[\s-]+/)].some((word) => distance(word, needle) <= most)
    },
  }
}

/** Without the country or the 0 before it. */
const nationalDigits = (number: string) => number.replace(/\D/g, '').replace(/^(0044|44|0)/, '')
