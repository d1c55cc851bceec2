import type english from '#locales/en'

/** What a route may say of its page: `export const handle: PageHandle = { title: 'language' }`. */
export type PageHandle = {
  /** The one neutral word before the service's name: it stays in the browser's history. A key of `locales/en/titles.json`. */
  title?: keyof typeof english.titles
  /** A look of its own, in a stylesheet that no other page has to carry. */
  look?: 'story'
}
