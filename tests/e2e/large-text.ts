/** Twice the size of letters on a small phone: nothing scrolls sideways, is cut, or lies under or over something else. */
import type { Page } from '@playwright/test'
import { expect } from './browsers'

const SMALL_PHONE = { width: 360, height: 740 }

/** Looks at the page so, and leaves it as it was. */
export async function wholeInLargeLetters(page: Page, name: string) {
  const before = page.viewportSize() ?? SMALL_PHONE
  const devtools = await page.context().newCDPSession(page)
  await page.setViewportSize(SMALL_PHONE)
  await devtools.send('Page.setFontSizes', { fontSizes: { standard: 32 } })
  expect.soft(await page.evaluate(seenAt), name).toEqual({ letters: 38, width: 360, sideways: [], cut: [], bar: [] })
  await devtools.send('Page.setFontSizes', { fontSizes: { standard: 16 } })
  await page.setViewportSize(before)
  await devtools.detach()
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
