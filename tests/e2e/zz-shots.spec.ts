import { mkdirSync } from 'node:fs'
import type { Language } from '#locales/languages'
import * as cast from '../cast'
import { test } from './browsers'
import { speak } from './every-page'
import { comeIn, invite, linkTo, openFamily, signInAtDesk, tongue } from './way-in'
import { wordsIn } from './words'

const OUT = '/tmp/e/shots'
for (const language of (process.env.LANGS ?? 'en ur').split(' ') as Language[])
  test(language, async ({ browserOf, portal }) => {
    mkdirSync(OUT, { recursive: true })
    const [desk, phone, say] = [
      await browserOf({ viewport: { width: 1280, height: 900 } }),
      await browserOf(),
      wordsIn(language),
    ]
    await signInAtDesk(desk, 'Priya Nair')
    await openFamily(desk, 'Marsh family', 'people')
    await invite(desk, 'Kelly', cast.kelly.word, { language: tongue[language] })
    await phone.goto('/')
    await speak(phone, language)
    const link = await linkTo(cast.kelly, portal)
    await comeIn(phone, { link, word: cast.kelly.word, name: 'Kelly', say, knock: say })
    const plan = await phone.getByRole('link', { name: say('home')('read') }).getAttribute('href')
    const looks: Record<string, { w: number; h: number; big?: number; dark?: boolean; forced?: boolean }> = {
      light: { w: 360, h: 740 },
      small: { w: 320, h: 568 },
      dark: { w: 360, h: 740, dark: true },
      forced: { w: 360, h: 740, forced: true },
      forceddark: { w: 360, h: 740, forced: true, dark: true },
      big: { w: 360, h: 740, big: 32 },
      bigsmall: { w: 320, h: 568, big: 32 },
    }
    const cdp = await phone.context().newCDPSession(phone)
    for (const [look, { w, h, big, dark, forced }] of Object.entries(looks)) {
      if (process.env.LOOKS && !process.env.LOOKS.split(' ').includes(look)) continue
      await phone.setViewportSize({ width: w, height: h })
      await phone.emulateMedia({ colorScheme: dark ? 'dark' : 'light', forcedColors: forced ? 'active' : 'none' })
      await cdp.send('Page.setFontSizes', { fontSizes: { standard: big ?? 16, fixed: 13 } })
      for (const path of [
        '/home',
        `${plan}`,
        `${plan}/now`,
        `${plan}/log/new`,
        `${plan}/scale`,
        `${plan}/people`,
        '/help',
        '/',
      ]) {
        await phone.goto(path)
        const name = path.replace(`${plan}`, 'plan').replaceAll('/', '-').replace(/^-/, '') || 'start'
        if (path.endsWith('new') || path.endsWith('scale'))
          await phone.evaluate(() => document.querySelector('select, .scale')?.scrollIntoView({ block: 'center' }))
        if ((await phone.evaluate(() => document.documentElement.scrollWidth)) > w)
          console.log(language, look, name, 'scrolls sideways')
        await phone.screenshot({ path: `${OUT}/${language}-${look}-${name}.png` })
      }
    }
  })
