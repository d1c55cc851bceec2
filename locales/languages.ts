/** The languages the pages speak, each by its own name. A plan may be written in others. */
export const languages = { en: 'English', pl: 'Polski', ur: 'اردو' } as const

export type Language = keyof typeof languages

export const isLanguage = (tag: unknown): tag is Language => typeof tag === 'string' && Object.hasOwn(languages, tag)

/** Of BCP 47, what names a language: "pl", "pl-PL", "ur-Arab-PK", "es-419"; nothing private, no extensions. */
const TAG = /^([a-z]{2,3}|[a-z]{5,8})(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-([a-z\d]{5,8}|\d[a-z\d]{3}))?$/i

/** Whether this names a language, be it one of ours or not. */
export const isLanguageTag = (tag: string): boolean => TAG.test(tag)

/**
 * Ours for a tag of whatever place and writing ("pl-PL", "PL", "pol", "ur-Arab-PK"); undefined for a language we have
 * no words in, and for one of ours in letters we do not write it in: who reads "ur-Latn" may not read ours.
 */
export function languageOf(tag: unknown): Language | undefined {
  if (isLanguage(tag)) return tag
  if (typeof tag !== 'string' || !isLanguageTag(tag)) return undefined
  const { language } = new Intl.Locale(tag)
  return isLanguage(language) && scriptOf(language) === scriptOf(tag) ? language : undefined
}

const scriptOf = (tag: string) => new Intl.Locale(tag).maximize().script

/** What a person may be written to in: their own, as it was noted, and the rest of ours. */
export function choicesBeside(own: string): string[] {
  return [own, ...Object.keys(languages).filter((tag) => tag !== languageOf(own))]
}
