import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { openDatabase } from '#db/client.server'
import { buildIfNeeded, nodeFault } from '../app/cli/start.mjs'

const running: ChildProcess[] = []
beforeAll(() => buildIfNeeded(true))
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

type Settings = Record<string, string>

const folder = () => mkdtempSync(join(inject('runFolder'), 'start-'))
const newDatabase = () => `file:${folder()}/portal.db`

/** One of the commands, with these settings and no others of ours. */
function command(args: string[], settings: Settings = {}) {
  const env = { NODE_ENV: 'test' as const, PATH: process.env.PATH, PORT: '0', ...settings }
  const child = spawn(process.execPath, ['app/cli/start.mjs', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  running.push(child)
  const said = { out: '', err: '' }
  child.stdout.on('data', (words) => (said.out += words))
  child.stderr.on('data', (words) => (said.err += words))
  const ended = once(child, 'close').then(([code]) => ({ code, ...said }))
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => /Ready: (\S+)/.test(said.out) && resolve(said.out.match(/Ready: (\S+)/)?.[1] ?? ''))
    ended.then(({ err }) => reject(new Error(`It ended before it was ready: ${err}`)), reject)
  })
  // Whoever waits for the end does not wait for this.
  ready.catch(() => undefined)
  return { child, ready, ended }
}

const demo = (settings: Settings) => command([], { DATABASE_URL: newDatabase(), ...settings })

/** It gave up, and said why in one sentence: no stack, nothing else. */
async function refusal({ ended }: ReturnType<typeof command>): Promise<string> {
  const { code, out, err } = await ended
  expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 1, out: '', lines: 1 })
  return err.trim()
}

describe('an old Node', () => {
  it.each(['12.22.0', '18.20.8', '20.19.6'])('%s is refused with what to do', (version) => {
    expect(nodeFault(version)).toBe(
      `This needs Node 20.20 or newer, and this is Node ${version}: install a newer one from nodejs.org and start again.`,
    )
  })

  it.each(['20.20.0', '20.20.2', '22.0.0', '24.1.0'])('%s will do', (version) => {
    expect(nodeFault(version)).toBeUndefined()
  })
})

describe('npm start', () => {
  it('serves the demo on this machine alone, says where, and closes in good order when told', async () => {
    const file = `${folder()}/new/folder/portal.db`
    const { child, ready, ended } = demo({ DATABASE_URL: `file:${file}` })
    const url = await ready
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    child.kill('SIGTERM')
    const { code, out, err } = await ended
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain(`${url}/desk\n`)
    expect(out).toContain(`${url}/demo/phone\n`)
    expect(existsSync(file)).toBe(true)
    expect(existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0).toBe(0)
  })

  it('logs no address that somebody asked for, with whatever NODE_ENV it is started', async () => {
    const { child, ready, ended } = demo({ DATABASE_URL: newDatabase(), NODE_ENV: 'development' })
    const url = await ready
    for (const path of ['/l//secret-token', '/p/x/secret-name', '/desk/x/secret-id'])
      expect((await fetch(url + path)).status).toBe(404)
    child.kill('SIGTERM')
    const { out, err } = await ended
    expect(out + err).not.toContain('secret')
  })

  it('starts again on what it left', async () => {
    const DATABASE_URL = newDatabase()
    for (const _ of ['first', 'second']) {
      const { child, ready, ended } = demo({ DATABASE_URL })
      await ready
      child.kill('SIGINT')
      expect(await ended).toMatchObject({ code: 0, err: '' })
    }
  })

  it('says when the port is taken', async () => {
    const { port } = new URL(await demo({}).ready)
    expect(await refusal(demo({ PORT: port }))).toBe(
      `Port ${port} is taken: stop what uses it, or set PORT to another.`,
    )
  })

  it('says when it cannot write where it is told to', async () => {
    const file = join(folder(), 'a-file')
    writeFileSync(file, '')
    expect(await refusal(demo({ DATABASE_URL: `file:${file}/below/portal.db` }))).toMatch(
      /^The portal cannot write to the folder .*below/,
    )
  })

  it('says when a key is needless, missing or wrong', async () => {
    const plain = newDatabase()
    const locked = newDatabase()
    for (const first of [demo({ DATABASE_URL: plain }), demo({ DATABASE_URL: locked, DATABASE_KEY: 'right' })]) {
      await first.ready
      first.child.kill('SIGTERM')
      await first.ended
    }
    expect(await refusal(demo({ DATABASE_URL: plain, DATABASE_KEY: 'needless' }))).toContain(
      'not encrypted: start without the key',
    )
    expect(await refusal(demo({ DATABASE_URL: locked }))).toContain('set DATABASE_KEY')
    expect(await refusal(demo({ DATABASE_URL: locked, DATABASE_KEY: 'wrong' }))).toBe(
      'DATABASE_KEY is not the key of this database.',
    )
  })

  it('names every setting that is not right, at once', async () => {
    const settings = {
      PORT: 'high',
      DATABASE_URL: 'ftp://x',
      PUBLIC_URL: 'example.org',
      TEXTS: 'pigeon',
      PORTAL_NOW: 'noon',
    }
    const sentence = await refusal(demo(settings))
    for (const name of Object.keys(settings)) expect(sentence).toContain(`${name} must be`)
  })

  it('names what a carrier of texts has to be told, whichever it is', async () => {
    const twilio = await refusal(demo({ TEXTS: 'twilio', TWILIO_ACCOUNT_SID: 'mine' }))
    for (const name of ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN']) expect(twilio).toContain(`${name} must be`)
    const from = { TEXTS: 'twilio', TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'a token' }
    expect(await refusal(demo(from))).toContain('TWILIO_FROM must be set, or TWILIO_MESSAGING_SERVICE_SID')
    const notify = await refusal(demo({ TEXTS: 'notify', NOTIFY_API_KEY: 'mine' }))
    for (const name of ['NOTIFY_API_KEY', 'NOTIFY_TEMPLATE_ID', 'NOTIFY_CALLBACK_TOKEN'])
      expect(notify).toContain(`${name} must be`)
  })

  it('refuses an address with which a link no longer fits into one text, and a sender that tells', async () => {
    expect(await refusal(demo({ PUBLIC_URL: `https://${'long.'.repeat(12)}gov.uk` }))).toContain(
      'choose a shorter address',
    )
    expect(await refusal(demo({ SERVICE_NAME: 'Council' }))).toContain('SERVICE_NAME must be')
    expect(await refusal(demo({ SERVICE_NAME: 'Our\u202enalp\n' }))).toContain('SERVICE_NAME must be at most 11')
  })

  it('refuses a database that is in live use', async () => {
    const DATABASE_URL = newDatabase()
    const random = (bytes: number) => Buffer.alloc(bytes)
    const live = await openDatabase({
      url: DATABASE_URL,
      mode: 'live',
      now: () => new Date('2026-11-23T10:00:00Z'),
      random,
    })
    await live.close()
    expect(await refusal(demo({ DATABASE_URL }))).toContain('in live use')
  })
})

describe('npm run serve', () => {
  it('names everything that is missing, at once', async () => {
    const sentence = await refusal(command(['serve']))
    const needed = ['PUBLIC_URL', 'SESSION_SECRET', 'SERVICE_NAME', 'TEXTS', 'DATABASE_KEY']
    for (const name of [...needed, 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ROLES'])
      expect(sentence).toContain(`${name} must be set`)
    expect(await refusal(command(['serve'], { TEXTS: 'notify' }))).toContain('NOTIFY_API_KEY')
    expect(await refusal(command(['serve'], { DATABASE_URL: 'wss://db.example' }))).toContain(
      'DATABASE_AUTH_TOKEN must',
    )
    const both = { DATABASE_URL: 'wss://db.example', DATABASE_KEY: 'k'.repeat(32) }
    expect(await refusal(command(['serve'], both))).toContain('DATABASE_KEY must be left out')
  })

  it('names what is no good for a council: texts that go nowhere, an address anybody can read along, a provider of everybody’s', async () => {
    const sentence = await refusal(
      command(['serve'], {
        ...{ TEXTS: 'demo', PUBLIC_URL: 'http://plan.example.org', SESSION_SECRET: 'short', DATABASE_KEY: 'short' },
        ...{ OIDC_ISSUER: 'https://login.microsoftonline.com/common/v2.0', OIDC_ROLES: 'boss=Portal.Boss' },
      }),
    )
    for (const said of [
      'TEXTS must be set to "twilio" or "notify"',
      'PUBLIC_URL must be an https address',
      'SESSION_SECRET must be at least 32',
      'DATABASE_KEY must be at least 32',
      'OIDC_ISSUER must be the https address of your own provider',
      'OIDC_ROLES must be like worker=WORD',
    ])
      expect(sentence).toContain(said)
  })
})

it('a command that does not exist says which do', async () => {
  expect(await refusal(command(['dance']))).toContain('npm start')
})
