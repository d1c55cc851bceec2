import { lookAlike } from './look-alikes'

/** Text in which all ways of writing one thing are one, and where each sign of it stood in what was written. */
export type Folded = { text: string; written: string; at?: number[] }

const PLAIN = /^[\u0020-\u005f\u0061-\u007f]*$/

/**
 * Folds case, accents in any Unicode form, apostrophes, dashes, spaces of every kind, digits of every script and
 * letters that look alike; zero-width, soft and direction signs go. What is found is looked up in `written` again.
 */
export function folded(written: string): Folded {
  if (PLAIN.test(written)) return { text: written.toLowerCase(), written }
  let text = ''
  const at: number[] = []
  let position = 0
  for (const sign of written) {
    const plain = foldedSign(sign)
    text += plain
    for (let i = 0; i < plain.length; i++) at.push(position)
    position += sign.length
  }
  return { text, written, at }
}

/** What was written where the folded text has the signs from `start` to `end`. */
export function asWritten({ written, at }: Folded, start: number, end: number): string {
  return at ? written.slice(at[start], at[end] ?? written.length).trim() : written.slice(start, end)
}

const known = new Map<string, string>()

function foldedSign(sign: string): string {
  const before = known.get(sign)
  if (before !== undefined) return before
  const plain = [...sign.normalize('NFKD').toLowerCase().normalize('NFKD')].map(onePlain).join('')
  // As many as Europe and South Asia write with; a text in Chinese would keep thousands.
  if (known.size < 5000) known.set(sign, plain)
  return plain
}

/** Marks of scripts that write vowels as marks (Bengali, Hindi) stay: without them most names would be one. */
const MARK = /^[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Latin}\p{Script=Cyrillic}]$/u

function onePlain(sign: string): string {
  if (/^\p{White_Space}$/u.test(sign)) return ' '
  if (/^[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u0640]$/u.test(sign)) return ''
  if (/^\p{M}$/u.test(sign)) return MARK.test(sign) ? '' : sign
  if (sign === '。') return '.'
  if (NEGATIVE_LETTER.test(sign)) return letterOf(sign.codePointAt(0) ?? 0)
  if (/^['`´‘’‚‛′ʹʻʼʽˈ՚׳ꞌ]$/u.test(sign)) return "'"
  if (/^[\p{Pd}\u2212\u2043\u02d7\u06d4]$/u.test(sign)) return '-'
  if (/^\p{Nd}$/u.test(sign)) return String(digit(sign.codePointAt(0) ?? 0))
  return lookAlike(sign)
}

/** White letters on a dark ground, which Unicode does not take apart: 26 in a circle, 26 in a square. */
const NEGATIVE_LETTER = /^[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]$/u
const letterOf = (code: number) => String.fromCharCode(97 + ((code - 0x1f150) % 32))

/** Unicode keeps the ten digits of a script side by side, from 0 up. */
function digit(code: number): number {
  let zero = code
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--
  return code - zero
}
