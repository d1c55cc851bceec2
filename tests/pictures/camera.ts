/** Takes pictures of pages, and knows of which page each is. */
import type { Page } from '@playwright/test'
import { patterns } from '../patterns'

export type Picture = { sheet: string; name: string; pattern: string; isDesk: boolean; jpeg: Buffer }

const PHONE = { width: 360, height: 740 }
const DESK = { width: 1280, height: 800 }
/** Of what is longer than three screens of a phone, the rest is not shown. */
const MOST = 2220

const blanks = (pattern: string) => pattern.split(':').length
/** Of two that fit, the one that says more comes first. */
const asExpressions = patterns
  .toSorted((one, other) => blanks(one) - blanks(other))
  .map((pattern) => [pattern, new RegExp(`^/${pattern.replace(/:\w+/g, '[^/]+')}$`)] as const)

/** The pattern in `app/routes.ts` that an address belongs to. */
export function patternOf(url: string): string {
  const { pathname } = new URL(url)
  return asExpressions.find(([, is]) => is.test(pathname))?.[0] ?? '*'
}

/** Keeps a picture of a page on the sheet: three screens of a phone at the most, or the desk. */
export function camera() {
  const pictures: Picture[] = []
  const take = async (page: Page, sheet: string, name: string) => {
    const isDesk = new URL(page.url()).pathname.startsWith('/desk')
    const size = isDesk ? DESK : PHONE
    await page.setViewportSize(size)
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.setViewportSize({ ...size, height: Math.min(MOST, Math.max(size.height, height)) })
    const jpeg = await page.screenshot({ type: 'jpeg', quality: 85, animations: 'disabled' })
    await page.setViewportSize(size)
    pictures.push({ sheet, name, pattern: patternOf(page.url()), isDesk, jpeg })
  }
  return { pictures, take }
}
