import type { Span } from './phone-numbers'

const AT = '(?: ?@ ?| ?[([{] ?(?:at|@) ?[)\\]}] ?)'
const DOT = '(?:\\.| ?[([{] ?dot ?[)\\]}] ?| \\. ?(?=(?:com|org|net|info|co|uk|eu|pl|pk)\\b))'
const EMAIL = new RegExp(
  `(?<![\\p{L}\\p{N}._%+'-])[\\p{L}\\p{N}._%+'-]+${AT}(?:[\\p{L}\\p{N}-]+${DOT})+\\p{L}{2,}`,
  'giu',
)

/** "kelly at example dot org": said aloud. With "at" alone, "look at example.org" would be one. */
const SPOKEN = /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]+ (?:at|@) (?:[\p{L}\p{N}-]+ dot )+\p{L}{2,}/giu

/** The e-mail addresses in folded text, "(at)" and "(dot)" among them. */
export function emailsIn(text: string): Span[] {
  if (!/@|[([{] ?at ?[)\]}]| dot /.test(text)) return []
  return [...text.matchAll(EMAIL), ...text.matchAll(SPOKEN)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }))
}
