/** Goes everywhere one person can get to by links, once to each kind of page. */
import type { Page } from '@playwright/test'
import { patternOf } from './camera'
import { NO_PICTURE } from './no-picture'

/** Ends the visit, or is no page of this person's. */
const NOT_FOLLOWED = new Set([...Object.keys(NO_PICTURE), 'language', 'demo/phone', ''])
const OPEN_TO_ALL = new Set(['help', 'privacy', 'accessibility', 'locked'])

/**
 * From this page on by links, and by the addresses of forms, which have pages too; calls `look` on one page of each
 * kind. What was `seen` is not looked at again. A page asked for with `?` is of another kind than without.
 */
export async function wander(page: Page, from: string, seen: Set<string>, look: (name: string) => Promise<void>) {
  const todo = [new URL(from, page.url()).href]
  for (let url = todo.shift(); url !== undefined; url = todo.shift()) {
    const kind = kindOf(url)
    if (seen.has(kind)) continue
    seen.add(kind)
    const answer = await page.goto(url)
    if (answer?.status() !== 200 || patternOf(page.url()) !== patternOf(url)) continue
    await look(kind)
    todo.push(...(await onwards(page)).filter((next) => !seen.has(kindOf(next))))
  }
}

/** `p/:plan/now?sign`: its pattern, and what is asked for. */
function kindOf(url: string): string {
  const asked = [...new URL(url).searchParams.keys()].sort().join('&')
  return patternOf(url) + (asked && `?${asked}`)
}

async function onwards(page: Page): Promise<string[]> {
  const addresses = await page.evaluate(() => [
    ...[...document.querySelectorAll('a')].map(({ href }) => href),
    ...[...document.querySelectorAll('form')].map(({ action }) => action),
  ])
  const { origin } = new URL(page.url())
  const isAtDesk = patternOf(page.url()).startsWith('desk')
  return addresses.filter((url) => {
    if (!url.startsWith(`${origin}/`)) return false
    const pattern = patternOf(url)
    return pattern.startsWith('desk') === isAtDesk && !NOT_FOLLOWED.has(pattern) && !OPEN_TO_ALL.has(pattern)
  })
}
