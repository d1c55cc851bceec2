/** Words of a plan in a sentence that runs from right to left keep to themselves: a number stays in its order. */
export const apart = (words: string, language: string): string => (language === 'ur' ? `\u2068${words}\u2069` : words)
