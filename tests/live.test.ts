/** From an empty database to the first administrator signed in: the commands a council's IT types, against a real provider. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { beforeAll, expect, inject, test } from 'vitest'
import { buildIfNeeded } from '../app/cli/start.mjs'
import { atTheEnd } from './at-the-end'
import { councilBrowser } from './council-browser'
import { siteAt } from './served'
import { CLIENT, type CouncilProvider, councilProvider } from './stand-ins/council-provider'
import { ACCOUNT, NUMBER, TOKENS, twilioStandIn } from './stand-ins/twilio'

type Settings = Record<string, string>
type Checked = { what: string; ok: boolean; says: string }

let home: string
let file: string
let provider: CouncilProvider
let settings: Settings

beforeAll(() => buildIfNeeded(true))
beforeAll(async () => {
  const port = await freePort()
  home = `http://127.0.0.1:${port}`
  file = join(mkdtempSync(join(inject('runFolder'), 'live-')), 'portal.db')
  provider = await councilProvider({ portal: home })
  const ada = { preferred_username: 'ada.grant@council.example', name: 'Ada Grant', roles: ['Portal.Admin'] }
  await provider.tell({ sits: 'a1', accounts: { a1: ada } })
  const texts = await twilioStandIn(home)
  atTheEnd(texts.close)
  settings = {
    ...{ PATH: process.env.PATH ?? '', PORT: `${port}`, PUBLIC_URL: home, SERVICE_NAME: 'Our page' },
    ...{ SESSION_SECRET: 's'.repeat(43), DATABASE_URL: `file:${file}`, DATABASE_KEY: 'k'.repeat(43) },
    ...{ TEXTS: 'twilio', TWILIO_ACCOUNT_SID: ACCOUNT, TWILIO_AUTH_TOKEN: TOKENS[0], TWILIO_FROM: NUMBER },
    ...{ TWILIO_API_BASE: texts.url, OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: CLIENT.id },
    ...{
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_ROLES: 'worker=Portal.Worker,manager=Portal.Manager,administrator=Portal.Admin',
    },
  }
})

async function freePort(): Promise<number> {
  const asked = createServer().listen(0, '127.0.0.1')
  await once(asked, 'listening')
  const { port } = asked.address() as { port: number }
  await new Promise((closed) => asked.close(closed))
  return port
}

async function run(program: string, words: string[], more: Settings = {}) {
  const child = spawn(process.execPath, [`build/server/${program}.js`, ...words], {
    env: { NODE_ENV: 'production', ...settings, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (some) => (said.out += some))
  child.stderr.on('data', (some) => (said.err += some))
  const [code] = await once(child, 'close')
  return { code: code as number | null, ...said }
}
const portal = (words: string[], more?: Settings) => run('portal', words, more)

async function wrongIn(more: Settings = {}): Promise<string[]> {
  const { out, err, code } = await portal(['check'], more)
  if (!out) return [err.trim()]
  const wrong = (JSON.parse(out) as Checked[]).filter(({ ok }) => !ok)
  expect(code).toBe(wrong.length > 0 ? 1 : 0)
  return wrong.map(({ what, says }) => `${what}: ${says}`)
}

test('nothing is served before the council has said whom to ring, and the check says what to do', async () => {
  expect(await wrongIn()).toEqual(['council: The council’s settings are missing: npm run portal -- council set'])
  const { code, err } = await run('serve', ['serve'])
  expect([code, err]).toEqual([1, expect.stringContaining('npm run portal -- council set')])
  const bare = await portal(['council', 'set', '--name', 'Example City Council', '--duty', '12', '--open', 'always'])
  expect(bare.code).toBe(1)
  for (const said of [
    '--open cannot be read',
    '--duty cannot be read',
    '--emergency-duty is missing',
    '--exit is missing',
  ])
    expect(bare.err).toContain(said)
  const { err: failed, out } = await portal([
    ...['council', 'set', '--name', 'Example City Council', '--open', 'mo-fr 9:00-17:00'.replace('9', '09')],
    ...['--duty', '01632 960001', '--emergency-duty', '01632 960002', '--exit', 'https://www.bbc.co.uk/weather'],
  ])
  expect(failed).toBe('')
  expect(JSON.parse(out)).toMatchObject({ dutyPhone: '+441632960001', openingHours: { length: 5 } })
  expect(await wrongIn()).toEqual([])
})

test('the check says of each setting what is wrong with it', async () => {
  expect(await wrongIn({ OIDC_CLIENT_SECRET: 'wrong' })).toEqual([
    expect.stringContaining('sign-in client: The provider does not take'),
  ])
  expect(await wrongIn({ TWILIO_AUTH_TOKEN: 'wrong' })).toEqual([
    expect.stringContaining('texts: The account of the texts refuses us (401)'),
  ])
  expect(await wrongIn({ DATABASE_KEY: 'w'.repeat(43) })).toEqual(['DATABASE_KEY is not the key of this database.'])
  const nowhere = await wrongIn({ OIDC_ISSUER: 'http://127.0.0.1:9' })
  expect(nowhere.join('\n')).toMatch(/sign-in: The council’s sign-in does not answer. \(/)
  const elsewhere = await wrongIn({ PUBLIC_URL: provider.issuer })
  expect(elsewhere).toEqual(
    expect.arrayContaining([
      expect.stringContaining('PUBLIC_URL: PUBLIC_URL leads to something else'),
      expect.stringContaining(`register ${provider.issuer}/desk/sign-in/back there`),
    ]),
  )
})

test('serves a council: its first administrator signs in, nothing of the demo is there, and the file is locked', async () => {
  const child = spawn(process.execPath, ['build/server/serve.js', 'serve'], {
    env: { NODE_ENV: 'production', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  atTheEnd(() => void child.kill('SIGKILL'))
  const ready = await new Promise<string>((resolve) => {
    let said = ''
    child.stdout.on('data', (some) => {
      said += some
      if (said.includes('Ready: ')) resolve(said)
    })
    child.once('exit', () => resolve(said))
  })
  expect(ready).toContain(`Ready: ${home}`)
  expect(ready).not.toContain('demo')
  const site = siteAt(home)
  const browser = councilBrowser(site, home)
  const door = await browser.go('/desk')
  expect(door.html).toContain('Sign in with your council account')
  expect(door.html).not.toContain('Priya')
  const settingsPage = await browser.go('/desk/sign-in/go')
  expect([browser.path(settingsPage), settingsPage.status]).toEqual(['/desk/settings', 200])
  expect(settingsPage.html).toContain('Ada Grant')
  for (const path of ['/demo/phone', '/demo/phone.json']) expect((await site.ask(path)).status, path).toBe(404)
  expect((await site.ask('/')).status).toBe(200)
  expect((await site.ask('/readyz')).status).toBe(200)
  // Beside the portal that serves, too.
  expect(await wrongIn()).toEqual([])
  const gone = await portal(['staff', 'leave', 'ada-grant'])
  expect(gone.err).toBe('')
  expect(browser.path(await browser.go('/desk/settings'))).toBe('/desk/sign-in?to=%2Fdesk%2Fsettings')
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(readFileSync(file).subarray(0, 15).toString()).not.toBe('SQLite format 3')
  const { status, stderr } = spawnSync(process.execPath, ['build/server/serve.js', 'demo'], {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      DATABASE_URL: settings.DATABASE_URL,
      DATABASE_KEY: settings.DATABASE_KEY,
      NODE_ENV: 'production',
    },
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([1, expect.stringContaining('in live use')])
})
