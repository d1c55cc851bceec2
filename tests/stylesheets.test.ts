/** The styles as they are served, on the worst phone in the family: what an old browser does not know, it drops whole. */
import { beforeAll, describe, expect, test } from 'vitest'
import { kelly } from './cast'
import { served } from './served'
import { signedIn } from './signed-in'
import { testWorld } from './world'

let styles: Record<'page' | 'story' | 'desk', string>

beforeAll(async () => {
  const world = await testWorld({ families: true })
  const site = await served(world)
  const { cookie, plan } = await signedIn(world, kelly)
  const headers = { Cookie: cookie }
  const styleOf = async (path: string) =>
    (await site.ask(path, { headers })).body.match(/<style>([^<]*)<\/style>/)?.[1] ?? ''
  styles = { page: await styleOf('/help'), story: await styleOf(`${plan}/story`), desk: await styleOf('/desk/sign-in') }
})

/** By what first understood it; below that the rule, or all that stands in it, is gone: nothing of the page is left. */
const ALL_GONE = {
  'cascade layers (Chrome 99, Safari 15.4)': /@layer/,
  'registered properties (Chrome 85, Safari 16.4)': /@property/,
  'rules in rules (Chrome 112, Safari 16.5)': /&/,
  'ranges of widths (Chrome 104, Safari 16.4)': /@media[^{]*[<>]/,
  'colours by lightness, and mixed (Chrome 111, Safari 15.4)': /oklch|oklab|color-mix|light-dark/,
}

/** What an office's browser has known for years, and a phone of 2016 has not. */
const OLD_PHONE = {
  ':is and :where (Chrome 88, Safari 14)': /:(is|where)\(/,
  'gaps of flex boxes (Chrome 84, Safari 14.1)': /[{;](row-|column-)?gap:/,
  'sides at once by the way of reading (Chrome 87, Safari 14.1)':
    /(margin|padding|border|inset)-(inline|block):|inset:/,
}

describe.each(['page', 'story', 'desk'] as const)('the styles of every %s', (which) => {
  test.each(Object.entries(which !== 'desk' ? { ...ALL_GONE, ...OLD_PHONE } : ALL_GONE))('have no %s', (_, tooNew) => {
    expect(styles[which].length).toBeGreaterThan(5000)
    expect(styles[which].match(tooNew)?.[0]).toBeUndefined()
  })

  test('name what marks the focus and what is wrong outside of rules an old browser drops', () => {
    expect(styles[which]).toContain(':focus{outline:')
    // One selector that is not known takes the others of its list with it.
    for (const [list] of styles[which].matchAll(/[^{}]*:(?:has|focus-visible)[^{}]*(?={)/g))
      expect(list).not.toContain(',')
  })
})
