const made = new Map<string, Intl.ListFormat>()

/** "Kelly, Danny and Toni", in the reader's language. Where that runs right to left, each name keeps to itself. */
export function together(names: string[], language: string): string {
  const format =
    made.get(language) ?? new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'conjunction' })
  made.set(language, format)
  return format.format(language === 'ur' ? names.map((name) => `\u2068${name}\u2069`) : names)
}
