/** The languages the pages speak, each by its own name. A plan may be written in others. */
export const languages = { en: 'English', pl: 'Polski', ur: 'اردو' } as const

export type Language = keyof typeof languages

export const isLanguage = (tag: unknown): tag is Language => typeof tag === 'string' && Object.hasOwn(languages, tag)
