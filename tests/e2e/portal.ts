import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { diskForTests } from '../memory-disk.mjs'

export { expect } from '@playwright/test'

type Text = { id: string; to: string; body: string; at: string; status: string }

/** A demo of its own: started for one test, on a database of its own, and gone after it. */
export type Portal = {
  url: string
  /** Every text that has arrived on this phone, first to last. */
  textsTo: (phone: string) => Promise<Text[]>
}

/** Starts a portal with these settings and gives its address; or stops the one there is. */
type Portals = (told: Record<string, string>) => Promise<string>

type Options = { startsAt: string | undefined; settings: Record<string, string> }

export const test = base.extend<Options & { portal: Portal }, { portals: Portals }>({
  /** The demo's first moment, by London's clocks: `test.use({ startsAt: '2026-11-23T21:00' })`. */
  startsAt: [undefined, { option: true }],
  /** Other settings than the demo's own, once a test has what they name. */
  settings: [{}, { option: true }],
  portals: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads off the pattern what a fixture needs
    async ({}, use) => {
      const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production' }
      const portals = fork('tests/e2e/portals.mjs', { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
      const ended = once(portals, 'exit')
      await use(async (told) => {
        const answer = once(portals, 'message')
        portals.send(told)
        const [said] = await Promise.race([answer, ended])
        if (typeof said !== 'string') throw new Error(`The portals ended (${said}).`)
        return said
      })
      portals.kill('SIGKILL')
      await ended
    },
    { scope: 'worker' },
  ],
  portal: async ({ startsAt, settings, request, portals }, use) => {
    const folder = mkdtempSync(join(diskForTests(), 'portal-e2e-'))
    const now: Record<string, string> = startsAt ? { PORTAL_NOW: startsAt } : {}
    const url = await portals({ PORT: '0', DATABASE_URL: `file:${folder}/portal.db`, ...now, ...settings })
    const textsTo = async (phone: string) =>
      (await request.get(`${url}/demo/phone.json`, { params: { to: phone } })).json()
    await use({ url, textsTo })
    await portals({ stop: 'now' })
    rmSync(folder, { recursive: true })
  },
  baseURL: ({ portal }, use) => use(portal.url),
})
