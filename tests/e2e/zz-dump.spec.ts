import { mkdirSync, writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { Language } from '#locales/languages'
import * as cast from '../cast'
import { test } from './browsers'
import { deskPages, kacpersPages, kellysPages, type Look, openPages, settingsPages, speak } from './every-page'
import { comeIn, invite, linkTo, openFamily, signInAtDesk, tongue } from './way-in'
import { wordsIn } from './words'

const OUT = process.env.OUT ?? '/tmp/e/dump'
const width = Number(process.env.W ?? 360)
test.use({
  viewport: { width, height: Number(process.env.H ?? 740) },
  ...(process.env.DARK ? { colorScheme: 'dark' as const } : {}),
})
const shots = process.env.SHOTS
const langs = (process.env.LANGS ?? 'en ur').split(' ') as Language[]
const options = {
  colorScheme: process.env.DARK ? ('dark' as const) : ('light' as const),
  forcedColors: process.env.FORCED ? ('active' as const) : ('none' as const),
}

const looking =
  (language: Language): Look =>
  async (page: Page, name) => {
    await page.waitForLoadState()
    if (process.env.BIG) {
      const cdp = await page.context().newCDPSession(page)
      await cdp.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
      await cdp.detach()
    }
    await page.evaluate(() => {
      for (const d of document.querySelectorAll('details')) d.open = true
    })
    const dump = await page.evaluate(() => {
      const out: [string, Record<string, string>][] = []
      for (const el of document.querySelectorAll('body, body *')) {
        if (['SCRIPT', 'STYLE', 'LINK'].includes(el.tagName)) continue
        for (const pseudo of [undefined, '::before', '::after']) {
          const cs = getComputedStyle(el, pseudo)
          if (pseudo && cs.content === 'none') continue
          const got: Record<string, string> = {}
          for (const p of cs)
            if (
              !p.startsWith('--') &&
              !/^(-webkit-locale|transform-origin|perspective-origin|tab-size|font-feature|font-variation|.*(inline|block)-|.*-(inline|block)$|column-gap|row-gap|orphans|interpolate|-webkit-tap|caret-color|.*-color$|rotate|transform)/.test(
                p,
              )
            )
              got[p] = cs.getPropertyValue(p)
          for (const p of ['color', 'background-color', 'border-top-color']) got[p] = cs.getPropertyValue(p)
          const r = el.getBoundingClientRect()
          if (!pseudo) got.rect = [r.x, r.width, r.height].map((n) => Math.round(n * 2) / 2).join(' ')
          const cls = el.getAttribute('class')
          out.push([
            `${el.tagName}${cls ? '.' + cls : ''}${pseudo ?? ''} «${(el.textContent ?? '').slice(0, 30)}»`,
            got,
          ])
        }
      }
      return out
    })
    mkdirSync(`${OUT}/${language}`, { recursive: true })
    writeFileSync(`${OUT}/${language}/${name}.json`, JSON.stringify(dump))
    if (shots) await page.screenshot({ path: `${OUT}/${language}/${name}.png`, fullPage: shots === 'full' })
  }
for (const language of langs) {
  test(`${language} open`, async ({ browserOf }) => {
    await openPages(await browserOf(options), language, looking(language))
  })
  test(`${language} desk`, async ({ browserOf, portal }) => {
    await deskPages(
      await browserOf(process.env.DESKW ? { ...options, viewport: { width: 1280, height: 900 } } : options),
      portal,
      language,
      looking(language),
    )
    await kellysPages(await browserOf(options), await linkTo(cast.kelly, portal), language, looking(language))
    const settings = await browserOf(options)
    await settings.goto('/')
    await speak(settings, language)
    await settingsPages(settings, language, looking(language))
  })
  test(`${language} young`, async ({ browserOf, portal }) => {
    const [desk, phone, say] = [await browserOf(), await browserOf(options), wordsIn(language)]
    await signInAtDesk(desk, 'Olu Adebayo')
    await openFamily(desk, 'Wójcik family', 'people')
    await invite(desk, 'Kacper', cast.kacper.word, { language: tongue[language] })
    await phone.goto('/')
    await speak(phone, language)
    const link = await linkTo(cast.kacper, portal)
    await comeIn(phone, { link, word: cast.kacper.word, name: 'Kacper', say, knock: say })
    await kacpersPages(phone, language, looking(language))
  })
}
