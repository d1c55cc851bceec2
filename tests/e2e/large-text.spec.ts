/** Twice the size of letters on a small phone: nothing scrolls sideways, is cut, or lies under or over something else. */
import { type Language, languages } from '#locales/languages'
import * as cast from '../cast'
import { expect, test } from './browsers'
import { kellysPages, type Look, openPages } from './every-page'
import { invite, linkTo, openFamily, signInAtDesk, tongue } from './way-in'

for (const language of Object.keys(languages) as Language[]) {
  test(`${languages[language]}, letters twice as large at 360 px: every page is whole, and all of the bar in reach`, async ({
    browserOf,
    portal,
  }) => {
    await openPages(await browserOf(), language, whole)
    const desk = await browserOf()
    await signInAtDesk(desk, 'Priya Nair')
    await openFamily(desk, 'Marsh family', 'people')
    await invite(desk, 'Kelly', cast.kelly.word, { language: tongue[language] })
    await kellysPages(await browserOf(), await linkTo(cast.kelly, portal), language, whole)
  })
}

const whole: Look = async (page, name) => {
  await page.waitForLoadState()
  await page.evaluate(openDetails)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Page.setFontSizes', { fontSizes: { standard: 32 } })
  expect.soft(await page.evaluate(seenAt), name).toEqual({ letters: 38, width: 360, sideways: [], cut: [], bar: [] })
  await devtools.detach()
}

/** What is folded away counts as well. */
function openDetails() {
  for (const details of document.querySelectorAll('details')) details.open = true
}

/** All that is wrong with the page at this size, by name. */
function seenAt() {
  const letters = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const { scrollWidth: width, clientWidth } = document.documentElement
  const shown = (element: Element) => element.checkVisibility()
  const called = ({ tagName, className, textContent }: Element) =>
    `${tagName}.${className}: ${textContent?.slice(0, 40)}`
  // Beyond either side of the screen.
  const sideways = [...document.querySelectorAll('main *, .bar *, .top *, .foot *')]
    .filter(shown)
    .filter((element) => {
      const { left, right, width } = element.getBoundingClientRect()
      return width > 0 && (left < -0.5 || right > clientWidth + 0.5)
    })
    .map(called)
  const cut = [...document.querySelectorAll('a[href], button, summary, .choice, .chip, h1, h2, h3, p, dt, dd')]
    .filter(shown)
    .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
    .map(called)
  const bar = [...document.querySelectorAll('.bar a')]
    .filter((link) => {
      const { left, right, top, bottom } = link.getBoundingClientRect()
      const corners = [top + 4, (top + bottom) / 2, bottom - 4]
      const inReach = left >= 0 && right <= clientWidth && top >= 0 && bottom <= window.innerHeight
      return !inReach || !corners.every((y) => link.contains(document.elementFromPoint((left + right) / 2, y)))
    })
    .map(called)
  // In reach, and yet no more of the screen than leaves room to read.
  const high = document.querySelector('.bar')?.getBoundingClientRect().height ?? 0
  if (high > window.innerHeight * 0.3) bar.push(`${high} px of ${window.innerHeight}`)
  return { letters, width, sideways, cut, bar }
}
