/** What programs do to letters they cannot keep, and what is no translation at all. */

/** Each is looked for where the English has none of the kind. */
const SIGNS: RegExp[] = [
  // A letter that could not be read, or a cell too narrow or taken for a formula.
  /\ufffd/u,
  /#{3,}|^#[\p{Lu}\p{N}/]{3,}[!?]?$/u,
  // Letters that a code page lacks: inside a word, before one, instead of one.
  /[\p{Ll}\p{Lo}]\?[\p{Ll}\p{Lo}]/u,
  /(?<!\S)\?\p{L}/u,
  /\?{2,}/u,
  /\p{L}\?(?=\s+\p{Ll}|[,;:.])/u,
  // UTF-8 read as the code page of Western, and of Central Europe.
  /[ÂÃÄÅØÙÚÛ][\u0080-\u00aa\u00ac-\u00ba\u00bc-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘“•–—˜™š›œžŸ]|â€|Ĺ[‚Ľ›ş„]|Ăł/u,
]

/** The first ruined letters of a translation as they stand there; undefined when it looks whole. */
export function ruinedIn(words: string, english: string): string | undefined {
  const found = SIGNS.filter((sign) => !sign.test(english)).flatMap((sign) => sign.exec(words)?.[0] ?? [])[0]
  if (found) return found
  const lost = wordsOf(english).length > 1 && !/\p{L}/u.test(withoutPlaceholders(words))
  return lost ? words.slice(0, 20) : undefined
}

/** The English itself, of several words: programs put it where a translation is still to come. */
export const isCopy = (words: string, english: string): boolean =>
  wordsOf(english).length > 1 && alike(words) === alike(english)

const withoutPlaceholders = (text: string) => text.replace(/\{[^{}]*\}/g, ' ')
const wordsOf = (text: string) => withoutPlaceholders(text).match(/\p{L}+(?:['’]\p{L}+)?/gu) ?? []
const alike = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()
