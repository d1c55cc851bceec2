/** The pages of a person's phone that can be looked at from the desk. */
export const PHONE_PAGES = ['home', 'plan', 'now', 'mine', 'people', 'story', 'log', 'paper'] as const
export type PhonePage = (typeof PHONE_PAGES)[number]

/** The page asked for, or the first they see. */
export const phonePage = (asked: string | null): PhonePage => PHONE_PAGES.find((page) => page === asked) ?? 'home'
