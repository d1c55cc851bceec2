/** The same portal on a file and on a libSQL server, in turn, in one run: figures for docs/scale.md. */
import { mkdtempSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { join } from 'node:path'
import { beforeAll, expect, inject, test } from 'vitest'
import { buildIfNeeded } from '../../app/cli/start.mjs'
import { atTheEnd } from '../at-the-end'
import { agnieszka, bev, danny, kelly, leanne, magda, maureen, nasreen, ruth, tomasz, toni } from '../cast'
import { administer, hasServer, libsqlServer } from '../libsql-server'
import { figure, times } from '../long'
import { portalProcess } from '../portal-process'
import { type SignedIn, saysThanks } from '../running-portal'
import { signedIn } from '../signed-in'
import { type TestWorld, testWorld } from '../world'

const ROUNDS = times(1, 5)
const SECONDS = times(1, 3)
const CONNECTIONS = 16

const EVERYONE = [kelly, danny, toni, bev, leanne, maureen, ruth, agnieszka, tomasz, magda, nasreen]

type Side = { name: string; urls: string[]; people: SignedIn[] }

beforeAll(() => buildIfNeeded(true))

test.skipIf(!hasServer)(
  'plan pages and check-ins a second',
  async () => {
    const folder = mkdtempSync(join(inject('runFolder'), 'scale-'))
    const server = await libsqlServer(folder)
    atTheEnd(() => server.end())
    const on = { url: server.url, authToken: await server.token() }
    const file = await side('a file', await testWorld({ families: true }), 1)
    const remote = await side('a server', await testWorld({ families: true, on }), 2)
    const alone = { ...remote, name: 'a server, one portal', urls: remote.urls.slice(0, 1) }
    const sides = [file, alone, { ...remote, name: 'a server, two portals' }]

    for (const one of sides) await pages(one, CONNECTIONS)
    const measured = new Map<string, number[]>()
    const note = (what: string, value: number) => measured.set(what, [...(measured.get(what) ?? []), value])
    for (let round = 0; round < ROUNDS; round++) {
      for (const one of sides) {
        note(`${one.name}: pages a second`, await pages(one, CONNECTIONS))
        note(`${one.name}: one page after another, ms`, 1000 / (await pages(one, 1)))
        note(`${one.name}: check-ins a second`, await checkIns(one))
      }
    }
    // As safe as a file: the server flushes each write too.
    await administer(server.adminPort, 'POST', 'default/config', { ...OPEN, durability_mode: 'strong' })
    for (let round = 0; round < ROUNDS; round++)
      for (const one of sides) note(`${one.name}, each write flushed: check-ins a second`, await checkIns(one))
    const middle = (what: string) => [...(measured.get(what) ?? [])].sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0
    const all = Object.fromEntries([...measured.keys()].map((what) => [what, middle(what).toFixed(1)]))
    const ratio = (of: string) => (middle(`a server, one portal: ${of}`) / middle(`a file: ${of}`)).toFixed(2)
    figure('file and server', {
      ...all,
      'ratio of pages': ratio('pages a second'),
      'ratio of times': ratio('one page after another, ms'),
    })
    expect(middle('a server, one portal: pages a second')).toBeGreaterThan(0)
  },
  600_000,
)

const OPEN = { block_reads: false, block_writes: false }

async function side(name: string, w: TestWorld, portals: number): Promise<Side> {
  const people: SignedIn[] = []
  for (const who of EVERYONE) people.push(await signedIn(w, who))
  await w.db.close()
  const urls: string[] = []
  for (let n = 0; n < portals; n++) {
    const { child, ready } = portalProcess(w, '', { TEXTS: 'demo', PORTAL_NOW: '2026-11-23T10:00' })
    atTheEnd(() => void child.kill('SIGKILL'))
    urls.push(await ready)
  }
  return { name, urls, people }
}

async function pages({ urls, people: [first] }: Side, connections: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const until = performance.now() + SECONDS * 1000
  let done = 0
  const one = async (at: number) => {
    for (; performance.now() < until; done++)
      await page(`${urls[at % urls.length]}${first?.plan}`, first?.cookie ?? '', agent)
  }
  await Promise.all(Array.from({ length: connections }, (_, at) => one(at)))
  agent.destroy()
  return done / SECONDS
}

function page(url: string, cookie: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { Cookie: cookie, 'Accept-Encoding': 'br' } }, (answer) => {
      answer
        .resume()
        .on('end', () => (answer.statusCode === 200 ? resolve() : reject(new Error(`${answer.statusCode}`))))
    }).on('error', reject)
  })
}

/** Each of them goes to the form, sends it, and reads the thank-you page. */
async function checkIns({ urls, people }: Side): Promise<number> {
  const until = performance.now() + SECONDS * 1000
  let done = 0
  const one = async (who: SignedIn, at: number) => {
    for (let n = 0; performance.now() < until; n++) {
      if (await saysThanks(urls[(at + n) % urls.length] ?? '', who, `word ${n}`)) done++
    }
  }
  await Promise.all(people.map(one))
  return done / SECONDS
}
