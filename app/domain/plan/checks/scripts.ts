/** The scripts a text may be written in whose letters say nothing of how a name in Latin letters would look there. */
const SCRIPTS = (
  'Arabic Hebrew Cyrillic Greek Armenian Georgian Devanagari Bengali Gurmukhi Gujarati Tamil Telugu Kannada Malayalam ' +
  'Sinhala Thai Lao Khmer Myanmar Ethiopic Hangul Han'
)
  .split(' ')
  .map((script) => new RegExp(`\\p{Script=${script}}{2,}`, 'u'))

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of Latin
const LATIN_ALONE = /^[\u0000-\u02ff\u1e00-\u1eff\u2000-\u206f]*$/

/** The scripts, other than Latin, that a folded text has a word in: letters that look like Latin ones are Latin by then. */
export function scriptsIn(text: string): RegExp[] {
  return LATIN_ALONE.test(text) ? [] : SCRIPTS.filter((script) => script.test(text))
}
