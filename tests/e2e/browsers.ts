import type { BrowserContext, BrowserContextOptions, Page } from '@playwright/test'
import { test as base, expect } from './portal'

export { expect } from './portal'

/** Where the demo's council wants people to be seen: the one address outside that anybody is ever led to. */
export const OUTSIDE = 'https://www.bbc.co.uk/weather'

type Browsers = {
  /** A browser of somebody's own: a phone, or the computer on a desk. */
  browserOf: (options?: BrowserContextOptions) => Promise<Page>
}

/** Every browser is watched to the end: it asks nobody but the portal for anything, and never complains. */
export const test = base.extend<Browsers>({
  browserOf: async ({ browser, portal }, use) => {
    const strayed: string[] = []
    const complaints: string[] = []
    const contexts: BrowserContext[] = []
    await use(async (options) => {
      const context = await browser.newContext(options)
      contexts.push(context)
      context.on('request', (request) => {
        if (!request.url().startsWith(`${portal.url}/`) && request.url() !== OUTSIDE) strayed.push(request.url())
      })
      context.on('response', (response) => {
        const isPage = response.request().isNavigationRequest()
        if (response.status() >= (isPage ? 500 : 400)) complaints.push(`${response.status()} ${response.url()}`)
      })
      context.on('console', (message) => {
        // A page that says "nothing here" is heard of here too.
        const isStatus = message.text().startsWith('Failed to load resource: the server responded with a status of 4')
        if (message.type() === 'error' && !isStatus) complaints.push(message.text())
      })
      context.on('weberror', (error) => complaints.push(String(error.error())))
      return await context.newPage()
    })
    for (const context of contexts) await context.close()
    expect(strayed).toEqual([])
    expect(complaints).toEqual([])
  },
})

/** Stands in for the world outside, for this page: a redirect is past what `page.route` can catch. */
export async function standInForOutside(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  devtools.on('Fetch.requestPaused', ({ requestId }) => {
    const body = Buffer.from('<!DOCTYPE html><title>Weather</title><link rel="icon" href="data:,">').toString('base64')
    const responseHeaders = [{ name: 'Content-Type', value: 'text/html' }]
    devtools.send('Fetch.fulfillRequest', { requestId, responseCode: 200, responseHeaders, body })
  })
  await devtools.send('Fetch.enable', { patterns: [{ urlPattern: `${OUTSIDE}*` }] })
}
