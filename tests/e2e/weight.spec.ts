/**
 * What the plan costs on a slow and dear connection: the first visit ever, as DevTools counts it. Everything the page
 * asks for, heads and bodies, compressed as it comes: the document with the styles in it, the script and the icon.
 */
import type { Page } from '@playwright/test'
import * as cast from '../cast'
import { expect, test } from './browsers'
import { comeIn, invite, linkTo, openFamily, signInAtDesk } from './way-in'
import { wordsIn } from './words'

const MOST = 10 * 1024
const MOST_HOME = 8 * 1024
const MOST_SCRIPT = 2 * 1024
const SCREEN = { width: 360, height: 740 }

test.use({ viewport: SCREEN })

test('the plan of the Marsh family as Kelly sees it weighs no more than 10 KB, her home no more than 8, a script no more than 2, and the plan is three screens long', async ({
  browserOf,
  portal,
}, { annotations }) => {
  const [desk, phone, say] = [await browserOf(), await browserOf(), wordsIn('en')]
  await signInAtDesk(desk, 'Priya Nair')
  await openFamily(desk, 'Marsh family', 'people')
  await invite(desk, 'Kelly', cast.kelly.word)
  const link = await linkTo(cast.kelly, portal)
  await comeIn(phone, { link, word: cast.kelly.word, name: 'Kelly', say })
  const plan = await phone.getByRole('link', { name: say('home')('tiles.plan'), exact: true }).getAttribute('href')

  // A browser that has nothing of the portal yet but the session.
  const fresh = await browserOf()
  await fresh.context().addCookies(await phone.context().cookies())
  const weigh = await scales(fresh)
  await fresh.goto(`${plan}`, { waitUntil: 'load' })
  await expect(fresh.getByRole('heading', { level: 1 })).toHaveText('Alfie and Poppy')
  // Some browsers have asked for the icon by now, and then have it; some never do without a window.
  const icon = await fresh.locator('link[rel="icon"]').getAttribute('href')
  await fresh.goto(`${icon}`)

  const parts = weigh()
  for (const { kind, bytes, how } of parts) annotations.push({ type: kind, description: `${bytes} bytes, ${how}` })
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0)
  const [script = ''] = await phone
    .locator('script')
    .evaluateAll((all) => all.map((one) => one.getAttribute('src') ?? ''))
  const own = (await (await phone.request.get(script)).body()).byteLength
  console.log([...parts.map(({ kind, bytes }) => `${kind} ${bytes}`), `together ${total} of ${MOST} bytes`].join(', '))

  expect(parts.map(({ kind }) => kind).sort()).toEqual(['Document', 'Icon', 'Script'])
  expect(parts.find(({ kind }) => kind === 'Document')?.how).toBe('http/1.1 br')
  expect(total).toBeLessThanOrEqual(MOST)
  expect(own).toBeLessThanOrEqual(MOST_SCRIPT)

  await fresh.goto(`${plan}`)
  const home = await browserOf()
  await home.context().addCookies(await phone.context().cookies())
  const weighHome = await scales(home)
  await home.goto('/home', { waitUntil: 'load' })
  await home.goto(`${icon}`)
  const homeTotal = weighHome().reduce((sum, { bytes }) => sum + bytes, 0)
  console.log(`home: together ${homeTotal} of ${MOST_HOME} bytes`)
  expect(homeTotal).toBeLessThanOrEqual(MOST_HOME)

  const main = await fresh.getByRole('main').boundingBox()
  expect((main?.y ?? 0) + (main?.height ?? 0)).toBeLessThanOrEqual(3 * SCREEN.height)
  await fresh.getByText(say('plan')('rules'), { exact: true }).click()
  await expect(fresh.getByText('There is no alcohol in the flat.')).toBeVisible()
})

/** Everything that comes over the wire from here on, heads and bodies, by its address. */
async function scales(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  const parts = new Map<string, { kind: string; bytes: number; how: string }>()
  const addresses = new Map<string, string>()
  devtools.on('Network.responseReceived', ({ requestId, type, response: { url, protocol, headers } }) => {
    const encoding = headers['Content-Encoding'] ?? headers['content-encoding'] ?? 'plain'
    addresses.set(requestId, url)
    if (!parts.has(url))
      parts.set(url, { kind: url.endsWith('.svg') ? 'Icon' : type, bytes: 0, how: `${protocol} ${encoding}` })
  })
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const part = parts.get(addresses.get(requestId) ?? '')
    if (part) part.bytes += encodedDataLength
  })
  await devtools.send('Network.enable')
  return () => [...parts.values()]
}
