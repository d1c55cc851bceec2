/** What holds on every kind of page in every language, on the narrowest screen there is, and on a family's pages in letters twice as large too. */
import type { Page } from '@playwright/test'
import { type Language, languages } from '#locales/languages'
import * as cast from '../cast'
import { axeFinds } from './axe'
import { expect, test } from './browsers'
import { draftPages } from './draft-way'
import {
  deskPages,
  kacpersPages,
  kellysPages,
  type Look,
  openPages,
  settingsPages,
  speak,
  translationPages,
} from './every-page'
import { wholeInLargeLetters } from './large-text'
import { comeIn, invite, linkTo, openFamily, signInAtDesk, tongue } from './way-in'
import { wordsIn } from './words'

test.use({ viewport: { width: 320, height: 640 } })

/** What nobody may read in a list of tabs or a history. */
const TELLING =
  /child|social|council|worr|safe|protect|police|abuse|dzie[cć]|socjaln|opiek|urząd|martw|bezpiecz|ochron|przemoc|بچ|سوشل|کونسل|فکر|محفوظ|حفاظت|تحفظ|marsh|kelly|alfie/i

for (const language of Object.keys(languages) as Language[]) {
  test(`${languages[language]}: what is open to anyone, and the dead ends`, async ({ browserOf }) => {
    await openPages(await browserOf(), language, looking(language))
  })

  test(`${languages[language]}: the desk`, async ({ browserOf, portal }) => {
    await deskPages(await browserOf(), portal, language, looking(language))
    const settings = await browserOf()
    await settings.goto('/')
    await speak(settings, language)
    await settingsPages(settings, language, looking(language))
  })

  test(`${languages[language]}: all that is Kelly’s`, async ({ browserOf, portal }) => {
    const desk = await browserOf()
    await signInAtDesk(desk, 'Priya Nair')
    await openFamily(desk, 'Marsh family', 'people')
    await invite(desk, 'Kelly', cast.kelly.word, { language: tongue[language] })
    await kellysPages(await browserOf(), await linkTo(cast.kelly, portal), language, looking(language))
  })

  test(`${languages[language]}: a family on its way to being published`, async ({ browserOf }) => {
    await draftPages(browserOf, language, looking(language))
  })

  test(`${languages[language]}: the languages of a plan`, async ({ browserOf }) => {
    await translationPages(await browserOf(), language, looking(language))
  })

  test(`${languages[language]}: what is made for a young person`, async ({ browserOf, portal }) => {
    const [desk, phone, say] = [await browserOf(), await browserOf(), wordsIn(language)]
    await signInAtDesk(desk, 'Olu Adebayo')
    await openFamily(desk, 'Wójcik family', 'people')
    await invite(desk, 'Kacper', cast.kacper.word, { language: tongue[language] })
    await phone.goto('/')
    await speak(phone, language)
    const link = await linkTo(cast.kacper, portal)
    await comeIn(phone, { link, word: cast.kacper.word, name: 'Kacper', say })
    await kacpersPages(phone, language, looking(language))
  })
}

test('with the keyboard alone, everything on the plan is reached in turn and nothing lies over what has the focus', async ({
  browserOf,
  portal,
}) => {
  const [desk, phone, say] = [await browserOf(), await browserOf(), wordsIn('en')]
  await signInAtDesk(desk, 'Priya Nair')
  await openFamily(desk, 'Marsh family', 'people')
  await invite(desk, 'Kelly', cast.kelly.word)
  const link = await linkTo(cast.kelly, portal)
  await comeIn(phone, { link, word: cast.kelly.word, name: 'Kelly', say })
  await phone.getByRole('link', { name: say('home')('tiles.plan'), exact: true }).click()
  await phone.waitForURL(/\/p\//)
  await phone.evaluate(openDetails)

  await phone.keyboard.press('Tab')
  await expect(phone.getByRole('link', { name: say('frame')('skip') })).toBeFocused()
  await expect(phone.getByRole('link', { name: say('frame')('skip') })).toBeInViewport({ ratio: 1 })
  const reached: string[] = []
  for (let focus = await focused(phone); focus.name !== 'BODY'; focus = await focused(phone)) {
    expect(focus, focus.name).toMatchObject({ covered: false, outlined: true })
    reached.push(focus.name)
    await phone.keyboard.press('Tab')
  }
  const all = await phone.locator('a[href], button, summary').count()
  expect(reached).toHaveLength(all)

  await phone.goto(phone.url())
  await phone.keyboard.press('Tab')
  await phone.keyboard.press('Enter')
  await phone.keyboard.press('Tab')
  await expect(phone.getByRole('main').getByRole('link').first()).toBeFocused()
})

function looking(language: Language): Look {
  const exit = wordsIn(language)('frame')('exit')
  return async (page, name) => {
    await test.step(name, async () => {
      await page.waitForLoadState()
      await page.evaluate(openDetails)
      const { title, ...seen } = await page.evaluate(seenAt)
      expect.soft(title, name).not.toMatch(TELLING)
      expect.soft(title, name).toMatch(/ – Our page$/)
      const dir = language === 'ur' ? 'rtl' : 'ltr'
      expect.soft(seen, name).toEqual({ lang: language, dir, width: 320, tooSmallToPress: [], withoutSize: [] })
      const isDesk = name.startsWith('desk')
      if (!isDesk)
        await expect.soft(page.getByRole('link', { name: exit, exact: true }), name).toBeInViewport({ ratio: 1 })
      // A family's pages in both directions of writing, the desk's in one: what axe asks is the same in every language,
      // and a page takes it half a second.
      if (language === 'en' || (language === 'ur' && !isDesk)) expect.soft(await axeFinds(page), name).toEqual([])
      if (!isDesk) await wholeInLargeLetters(page, name)
    })
  }
}

/** What is folded away counts as well. */
function openDetails() {
  for (const details of document.querySelectorAll('details')) details.open = true
}

/** All that is asked of a page but axe, in one question. */
function seenAt() {
  // Whatever can be pressed and is less than 44 px high or 24 px wide; words linked within a sentence are let off.
  const tooSmallToPress = [
    ...document.querySelectorAll('a[href], button, summary, select, textarea, input:not([type="hidden"])'),
  ]
    .map((element) => element.closest('label') ?? element)
    .filter((element) => element.checkVisibility() && getComputedStyle(element).display !== 'inline')
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect()
      return height < 44 || width < 24
    })
    .map(({ tagName, className, textContent }) => `${tagName} ${className}: ${textContent}`)
  // Where the styles do not arrive, or are not understood, a drawing without a size of its own fills the screen.
  const withoutSize = [...document.querySelectorAll('svg:not([width][height]), img:not([width][height])')].map(
    ({ outerHTML }) => outerHTML.slice(0, 80),
  )
  const { lang, dir, scrollWidth: width } = document.documentElement
  return { title: document.title, lang, dir, width, tooSmallToPress, withoutSize }
}

/** What has the focus, and whether any of its middle lies under something else or off the screen. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body
    const { left, right, top, bottom } = element.getBoundingClientRect()
    const corners = [top + 2, (top + bottom) / 2, bottom - 2]
    const uncovered = corners.every((y) => {
      const on = document.elementFromPoint((left + right) / 2, y)
      return on !== null && (element.contains(on) || on.contains(element))
    })
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    const name = element === document.body ? 'BODY' : element.outerHTML
    return { name, covered: !uncovered, outlined: outlineStyle !== 'none' && outlineWidth !== '0px' }
  })
