/** Two portals with a libSQL server between them, behind one address, as on many machines. */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { connect, createServer as tcpServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { whyNotFlushed, whyNotReady } from '#app/domain/record/ready'
import { openDatabase } from '#db/client.server'
import journal from '#db/migrations/meta/_journal.json' with { type: 'json' }
import { stamp } from '#db/schema'
import { buildIfNeeded } from '../app/cli/start.mjs'
import { deskOf } from './at-the-desk'
import { atTheEnd } from './at-the-end'
import { toni } from './cast'
import { crowd } from './crowd'
import { administer, hasServer, type LibsqlServer, libsqlServer } from './libsql-server'
import { figure, times } from './long'
import { portalProcess } from './portal-process'
import { isThanks, leftToOthers, openForm, operators, type SignedIn, saysThanks, wordsIn } from './running-portal'
import { served, siteAt } from './served'
import { signedIn } from './signed-in'
import { twilioStandIn } from './stand-ins/twilio'
import { visitor } from './visit'
import { IMPATIENT, seededRandom, type TestWorld, testWorld } from './world'

const KILLS = times(2, 20)
const TEXTS = times(40, 200)

describe.skipIf(!hasServer)('on a libSQL server', () => {
  let server: LibsqlServer
  let at: TestWorld['at']
  const folder = mkdtempSync(join(inject('runFolder'), 'machines-'))
  beforeAll(() => buildIfNeeded(true))
  beforeAll(async () => {
    server = await libsqlServer(folder)
    atTheEnd(() => server.end())
    at = { url: server.url, authToken: await server.token() }
  })

  test('two that start at once make the database between them, each migration once', async () => {
    const open = (seed: string) =>
      openDatabase({ ...at, mode: 'demo', now: () => new Date(), random: seededRandom(seed) })
    const both = await Promise.all(['one', 'other'].map(open))
    for (const db of both) await db.close()
    const w = await testWorld({ on: at })
    const hands = w.hands()
    const { rows } = await hands.execute('select created_at from __drizzle_migrations')
    hands.close()
    expect(rows).toHaveLength(journal.entries.length)
  })

  test('the check says that the server does not wait for its disk, until it is told to', async () => {
    const w = await testWorld({ on: at })
    expect(await whyNotFlushed(w)).toContain('set its durability_mode to “strong”')
    await strong(server)
    await vi.waitUntil(async () => (await whyNotFlushed(w)) === undefined, { timeout: 5000 })
    expect(await whyNotFlushed(await testWorld()), 'a file').toBeUndefined()
  })

  test('who may not in is told so in one sentence', async () => {
    const refused = async (how: Partial<TestWorld['at']> & { key?: string }) => {
      const [now, random] = [() => new Date(), seededRandom('refused')]
      const opened = openDatabase({ ...at, ...how, mode: 'demo', now, random, limits: IMPATIENT })
      return opened.then(
        () => 'let in',
        (error: Error) => `${error.name}: ${error.message}`,
      )
    }
    const old = await server.token({ a: 'rw' }, new Date(Date.now() - 3600_000))
    expect(await refused({ authToken: undefined })).toMatch(/^DatabaseRefused: The database server refuses DATABASE_A/)
    expect(await refused({ authToken: old })).toMatch(/refuses DATABASE_AUTH_TOKEN \(AUTH_JWT_EXPIRED\)/)
    expect(await refused({ url: 'ws://127.0.0.1:9' })).toMatch(/^DatabaseRefused: .*connect ECONNREFUSED.*DATABASE_URL/)
    expect(await refused({ key: 'k'.repeat(43) })).toMatch(/^DatabaseRefused: DATABASE_KEY is for a database file/)
  })

  test('an answer that gets lost on its way makes nothing twice: the same press is found done', {
    timeout: 120_000,
  }, async () => {
    const way = await cutWay(server.port)
    const w = await testWorld({ families: true, on: { ...at, url: way.url } })
    const { cookie, plan } = await signedIn(w, toni)
    const browser = visitor(await served(w))
    browser.cookies.set('__Host-session', cookie.split('=')[1] ?? '')
    const form = await browser.get(`${plan}/log/new`)
    w.asked.length = 0
    way.isThen = () => w.asked.some((statement) => statement.includes('insert into "form_tickets"'))
    expect(isThanks(await browser.send(form, 'name="result"', { result: 'done', words: 'once' }))).toBe(true)
    expect(way.times).toBe(1)
    expect(wordsIn(at).filter((words) => words === 'once')).toHaveLength(1)
  })

  test('two portals send each text once, share sessions and news, and lose nothing thanked for when the server is killed', async () => {
    const w = await testWorld({ families: true, on: at })
    const standIn = await twilioStandIn('http://127.0.0.1')
    atTheEnd(standIn.close)
    standIn.slow = 20
    await crowd(w, TEXTS)
    const member = await leftToOthers(w)

    const portals = await Promise.all([running(w, standIn.url), running(w, standIn.url)])
    const [one = '', other = ''] = portals
    await vi.waitUntil(() => standIn.taken.length >= TEXTS, { timeout: 60_000 })

    // What is said to one is on the page of the other, which had kept it, and on a desk that is open there.
    const seen = async (url: string) =>
      (await siteAt(url).ask(`${member.plan}/log`, { headers: { Cookie: member.cookie } })).body
    const desk = await deskOf(w, 'priya', siteAt(one))
    const news = await listening(other, desk.browser.cookies)
    for (const [url, there, words] of [
      [one, other, 'said to one'],
      [other, one, 'said to the other'],
    ] as const) {
      expect(await seen(there)).not.toContain(words)
      const before = news.heard()
      expect(await saysThanks(url, member, words)).toBe(true)
      expect(await seen(there)).toContain(words)
      await vi.waitUntil(() => news.heard() > before, { timeout: 5000 })
    }
    news.end()

    const address = await oneAddress(portals)
    const thanked: string[] = []
    let isOver = false
    const saying = [member, ...member.network].map((who, n) => speaking(address, who, `${n}`, thanked, () => isOver))
    for (let kill = 0; kill < KILLS; kill++) {
      await wait(400 + 300 * Math.random())
      await server.end('SIGKILL')
      if (kill === 0) await vi.waitUntil(async () => (await readyz(one)) === 503, { timeout: 20_000 })
      await server.start()
      await vi.waitUntil(async () => (await readyz(one)) === 200 && (await readyz(other)) === 200, { timeout: 20_000 })
    }
    isOver = true
    await Promise.all(saying)

    const kept = wordsIn(at)
    const times = (words: string) => kept.filter((one) => one === words).length
    const figures = {
      ...{ kills: KILLS, 'thanked for': thanked.length },
      lost: thanked.filter((words) => times(words) === 0).length,
      twice: [...new Set(kept)].filter((words) => /^word \d/.test(words) && times(words) > 1).length,
    }
    figure('the libSQL server killed under check-ins through two portals', figures)
    expect(figures).toMatchObject({ lost: 0, twice: 0 })
    expect(thanked.length).toBeGreaterThan(KILLS)
    const sent = standIn.taken.map(({ id }) => id)
    expect(sent.length, 'each text went once').toBe(new Set(sent).size)
    expect(JSON.parse(operators(at, 'audit', 'verify').stdout)).toMatchObject({ whole: true })
  }, 600_000)

  test.runIf(process.env.LONG)(
    'a server that falls silent is given up, and is there again when it speaks',
    async () => {
      const w = await testWorld({ on: at })
      process.kill(server.pid(), 'SIGSTOP')
      const began = performance.now()
      const ready = await whyNotReady(w)
      const seconds = (performance.now() - began) / 1000
      process.kill(server.pid(), 'SIGCONT')
      expect(ready).toMatch(/does not answer/)
      expect(seconds).toBeLessThan(25)
      await vi.waitUntil(async () => (await whyNotReady(w)) === undefined, { timeout: 20_000 })
    },
    60_000,
  )

  test('an emptied server is not taken for the one that was there: nothing is written, and the portal is to stop', async () => {
    const w = await testWorld({ families: true, on: at })
    await server.end()
    rmSync(join(folder, 'server'), { recursive: true })
    await server.start()
    const write = w.db.write((db) => [db.update(stamp).set({ weight: null })])
    await expect(write).rejects.toThrow('The database is another than the one that was opened.')
    expect(w.db.lost()).toBe('The database is another than the one that was opened.')
    expect(w.alarms).toEqual(['database-lost'])
    await expect(w.db.read.select().from(stamp)).rejects.toThrow()
  })
})

const strong = ({ adminPort }: LibsqlServer) =>
  administer(adminPort, 'POST', 'default/config', {
    block_reads: false,
    block_writes: false,
    durability_mode: 'strong',
  })

/** The way to the server, on which answers get lost, and the connection with them, from what `isThen` on; once. */
async function cutWay(port: number) {
  const cut = { url: '', isThen: () => false, times: 0 }
  const way = tcpServer((from) => {
    const to = connect(port, '127.0.0.1')
    const end = () => void [from, to].map((side) => side.destroy())
    let isLost = false
    from.on('data', (asked) => to.write(asked))
    to.on('data', (answer) => {
      if (isLost) return
      if (cut.times > 0 || !cut.isThen()) return from.write(answer)
      isLost = true
      cut.times++
      // By then what was asked is done.
      setTimeout(end, 300)
    })
    for (const side of [from, to]) side.on('error', end).on('close', end)
  }).listen(0, '127.0.0.1')
  await once(way, 'listening')
  atTheEnd(() => void way.close())
  cut.url = `ws://127.0.0.1:${(way.address() as AddressInfo).port}`
  return cut
}

async function running(w: TestWorld, base: string): Promise<string> {
  const { child, ready } = portalProcess(w, base, { PORTAL_NOW: '2026-11-23T10:00' })
  atTheEnd(() => void child.kill('SIGKILL'))
  return ready
}

const readyz = (url: string) =>
  siteAt(url)
    .ask('/readyz')
    .then(({ status }) => status)

/** Keeps telling how it goes, each time with other words; what was thanked for goes on the list. */
async function speaking(url: string, who: SignedIn, name: string, thanked: string[], isOver: () => boolean) {
  for (let said = 0; !isOver(); said++) {
    const words = `word ${name} ${said}`
    try {
      const { browser, send } = await openForm(url, who)
      let page = await send(words)
      // The words are back: the same button again.
      for (let presses = 0; !isThanks(page) && presses < 5; presses++)
        page = await browser.send(page, 'name="result"', { result: 'done', words })
      if (isThanks(page)) thanked.push(words)
    } catch {
      // No page came, or none with a form: nobody was thanked.
    }
  }
}

/** Hands connections to one and the other in turn, as what stands in front of many machines does. */
async function oneAddress(urls: string[]): Promise<string> {
  let turn = 0
  const front = tcpServer((from) => {
    const { hostname, port } = new URL(urls[turn++ % urls.length] ?? '')
    const to = connect(Number(port), hostname)
    from.pipe(to).pipe(from)
    const end = () => void [from, to].map((side) => side.destroy())
    for (const side of [from, to]) side.on('error', end)
  }).listen(0, '127.0.0.1')
  await new Promise((listens) => front.once('listening', listens))
  atTheEnd(() => void front.close())
  return `http://127.0.0.1:${(front.address() as AddressInfo).port}`
}

/** An open desk: how much it has heard so far. */
async function listening(url: string, cookies: Map<string, string>) {
  const ending = new AbortController()
  const Cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const { body } = await fetch(`${url}/desk/news`, { headers: { Cookie }, signal: ending.signal })
  let heard = 0
  const read = async () => {
    for await (const chunk of body ?? []) heard += Buffer.from(chunk).toString().split('data:').length - 1
  }
  read().catch(() => undefined)
  return { heard: () => heard, end: () => ending.abort() }
}
