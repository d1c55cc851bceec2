const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg'])

/** Whether a language is written from right to left, in the letters its tag says or those it mostly has. */
export const isRightToLeft = (tag: string): boolean => RIGHT_TO_LEFT.has(new Intl.Locale(tag).maximize().script ?? '')
