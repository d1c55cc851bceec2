/** What axe finds against WCAG 2.2 AA. Run by itself: its builder for Playwright sends and fetches several times as much, at 0.3 s a page. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type Axe from 'axe-core'

declare const axe: typeof Axe

const WCAG_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Every rule the page breaks, each with the places where it does. */
export async function axeFinds(page: Page): Promise<string[][]> {
  await page.evaluate(source)
  return await page.evaluate(async (runOnly) => {
    const { violations } = await axe.run({ runOnly, resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => [id, ...nodes.map((node) => `${node.html} ${node.failureSummary}`)])
  }, WCAG_AA)
}
