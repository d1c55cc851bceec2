import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'

export { expect } from '@playwright/test'

type Text = { id: string; to: string; body: string; at: string; status: string }

/** A demo of its own: started for one test, on a database of its own, and gone after it. */
export type Portal = {
  url: string
  /** Every text that has arrived on this phone, first to last. */
  textsTo: (phone: string) => Promise<Text[]>
}

export const test = base.extend<{ startsAt: string | undefined; settings: Record<string, string>; portal: Portal }>({
  /** The demo's first moment, by London's clocks: `test.use({ startsAt: '2026-11-23T21:00' })`. */
  startsAt: [undefined, { option: true }],
  /** Other settings than the demo's own, once a test has what they name. */
  settings: [{}, { option: true }],
  portal: async ({ startsAt, settings, request }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'portal-e2e-'))
    const now = startsAt ? { PORTAL_NOW: startsAt } : {}
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      DATABASE_URL: `file:${folder}/portal.db`,
      ...now,
      ...settings,
    }
    const server = spawn(process.execPath, ['build/server/serve.js', 'demo'], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = new Promise((resolve) => server.once('exit', resolve))
    const url = await ready(server)
    const textsTo = async (phone: string) =>
      (await request.get(`${url}/demo/phone.json`, { params: { to: phone } })).json()
    await use({ url, textsTo })
    server.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true })
  },
  baseURL: ({ portal }, use) => use(portal.url),
})

function ready(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stdout?.on('data', (words) => {
      said += words
      const url = said.match(/Ready: (\S+)/)?.[1]
      if (url) resolve(url)
    })
    server.once('exit', (code) => reject(new Error(`The portal ended (${code}) before it was ready`)))
  })
}
