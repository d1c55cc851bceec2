/** The most a person may say at once, counted as the browser counts (UTF-16 units). */
const MOST_WORDS = 2000

/**
 * What a person typed, as it is kept: everything they said. Only what no keyboard types goes: control characters,
 * and the signs that turn the direction of the text around them (they could make a page read as something nobody
 * wrote). Joiners and direction marks stay: emoji, Urdu and Arabic need them.
 */
export function ownWords(typed: string): string {
  return (
    typed
      .replace(/\r\n?|[\u2028\u2029]/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
      .trim()
  )
}

/** Whether it is more than may be said at once. */
export const tooLong = (typed = ''): boolean => ownWords(typed).length > MOST_WORDS
