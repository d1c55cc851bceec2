/** The database goes from under a portal that serves: it says so, stops, and thanks for nothing it cannot promise. */
import { copyFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createClient } from '@libsql/client'
import { beforeAll, expect, inject, test } from 'vitest'
import { buildIfNeeded } from '../app/cli/start.mjs'
import {
  isThanks,
  leftToOthers,
  openForm,
  type Running,
  type SignedIn,
  saysThanks,
  started,
  wordsIn,
} from './running-portal'
import { siteAt } from './served'
import { type TestWorld, testWorld } from './world'

beforeAll(() => buildIfNeeded(true))

/** So many lines, of requests apart, may a log have of one loss, however many come and ask. */
const FEW = 20

/** Asks whether it is ready, again and again until it has ended. Why it said it was not. */
async function whyNotReady({ url, isOver }: Running): Promise<string[]> {
  const whys = new Set<string>()
  const site = siteAt(url)
  while (!isOver()) {
    const answer = await site.ask('/readyz').catch(() => undefined)
    if (answer?.status === 503) whys.add(answer.body.trim())
  }
  return [...whys]
}

/** Says this and that until the portal has ended. What it was thanked for. */
async function goesOnSaying({ url, isOver }: Running, member: SignedIn, what: string): Promise<string[]> {
  const thanked: string[] = []
  for (let n = 0; !isOver(); n++) {
    if (await saysThanks(url, member, `${what} ${n}`)) thanked.push(`${what} ${n}`)
  }
  return thanked
}

/** All that is to be seen of a portal from the trouble on until it has ended. */
async function theEndOf(portal: Running, member: SignedIn) {
  const [whys, thanked, code] = await Promise.all([
    whyNotReady(portal),
    Promise.all(['a', 'b', 'c', 'd'].map((who) => goesOnSaying(portal, member, who))),
    portal.ended,
  ])
  const alarms = portal.log().filter(({ alarm }) => alarm)
  return { whys, thanked: thanked.flat(), code, alarms, lines: portal.log().length }
}

/** As when the last to close a database tidies up: what is in the WAL goes to the file, and then the WAL goes. */
async function walDeleted(file: string) {
  const other = createClient({ url: `file:${file}` })
  await other.execute('pragma wal_checkpoint(TRUNCATE)')
  other.close()
  rmSync(`${file}-wal`)
}

/** What is typed after the trouble comes back, and then there is one alarm, readiness is red, and the portal ends. */
async function loses(w: TestWorld, said: string[], trouble: () => void | Promise<void>) {
  const member = await leftToOthers(w)
  const portal = await started(w)
  for (const words of said) expect(await saysThanks(portal.url, member, words)).toBe(true)
  const form = await openForm(portal.url, member)

  await trouble()
  const answer = await form.send('He is at the door.')
  expect(isThanks(answer)).toBe(false)
  expect(answer.status).toBe(503)
  expect(answer.html).toContain('He is at the door.</textarea>')
  const page = await form.browser.get(member.plan)
  expect(page.status).toBe(503)
  expect(page.links).toContain('tel:+441632960900')

  const end = await theEndOf(portal, member)
  const [why = ''] = end.whys
  expect(end).toMatchObject({ code: 1, thanked: [], whys: [why], alarms: [{ alarm: 'database-lost', why }] })
  expect(end.lines).toBeLessThan(FEW)
  return why
}

test('its WAL is deleted: what was in its file by then is there', async () => {
  const w = await testWorld({ families: true })
  const why = await loses(w, ['one', 'two'], () => walDeleted(w.file))
  expect(why).toBe('The file -wal of the database was moved, deleted or replaced under the portal.')
  expect(wordsIn(w.file)).toEqual(expect.arrayContaining(['one', 'two']))
}, 60_000)

test.each([
  ['another is put in its place', (file: string) => copyFileSync(join(inject('runFolder'), 'families.db'), file)],
  ['it is moved away', () => undefined],
])(
  '%s: nothing of it gets into the next, and put back together it has all',
  async (_what, replace) => {
    const w = await testWorld({ families: true })
    const why = await loses(w, ['one', 'two'], () => {
      renameSync(w.file, `${w.file}.before`)
      replace(w.file)
    })
    expect(why).toMatch(/^The main file of the database was moved, deleted or replaced under the portal. What was said/)
    const last = why.match(/\S+-wal-\d+/)?.[0] ?? ''

    const next = await started(w)
    await next.end('SIGTERM')
    expect(wordsIn(w.file)).not.toEqual(expect.arrayContaining(['one']))
    renameSync(`${w.file}.before`, w.file)
    renameSync(join(dirname(w.file), last), `${w.file}-wal`)
    expect(wordsIn(w.file)).toEqual(expect.arrayContaining(['one', 'two']))
  },
  60_000,
)

test('its disk gives an error: what was thanked for until then is there; one alarm, red, and it ends', async () => {
  const w = await testWorld({ families: true })
  const member = await leftToOthers(w)
  // The WAL grows with what is said, and soon may grow no more.
  const portal = await started(w, `ulimit -f ${Math.ceil((statSync(w.file).size + 100_000) / 512)}`)
  const end = await theEndOf(portal, member)
  const why = expect.stringMatching(/^The disk of the database gave an error \(SQLITE_IOERR\w*\)\.$/)
  expect(end).toMatchObject({ code: 1, whys: [why], alarms: [{ alarm: 'database-lost', why }] })
  expect(end.lines).toBeLessThan(FEW)
  expect(end.thanked.length).toBeGreaterThan(0)
  expect(wordsIn(w.file)).toEqual(expect.arrayContaining(end.thanked))
}, 60_000)
