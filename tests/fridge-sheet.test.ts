/** The sheet for the fridge as it comes out of the printer. */
import { chromium } from '@playwright/test'
import { expect, test } from 'vitest'
import { bev, kacper, kelly } from './cast'
import { chromiumPath } from './chromium.mjs'
import { served } from './served'
import { signedIn } from './signed-in'
import { testWorld } from './world'

/** An A4 sheet without its margins, at 96 dots to the inch. */
const A4 = { width: 688, height: 1017 }
const POINT = 96 / 72

test('on paper the sheet is full: numbers of 40 points, one’s own part of 16, nothing over the edge', async () => {
  const world = await testWorld({ families: true })
  const site = await served(world)
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] })
  try {
    for (const who of [kelly, bev, kacper]) {
      const { cookie, plan } = await signedIn(world, who)
      const page = await browser.newPage({ viewport: A4 })
      await page.setContent((await site.ask(`${plan}/paper`, { headers: { Cookie: cookie } })).body)
      await page.emulateMedia({ media: 'print' })
      const sheet = await page.locator('.sheet').evaluate((one) => ({
        height: one.getBoundingClientRect().height,
        width: document.documentElement.scrollWidth,
        sizes: [...one.querySelectorAll('li *')].map((part) => [
          part.matches('.numbers b'),
          Number.parseFloat(getComputedStyle(part).fontSize),
        ]),
      }))
      expect(sheet.width, who.id).toBeLessThanOrEqual(A4.width)
      expect(sheet.height, who.id).toBeGreaterThan(A4.height * 0.9)
      for (const [isNumber, size] of sheet.sizes)
        expect(Math.round(Number(size) / POINT), who.id).toBeGreaterThanOrEqual(isNumber ? 40 : 16)
      await page.close()
    }
  } finally {
    await browser.close()
  }
}, 60_000)
