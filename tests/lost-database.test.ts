/** The database goes from under a portal that serves: it says so, stops, and thanks for nothing it cannot promise. */
import { renameSync, rmSync, statSync } from 'node:fs'
import { createClient } from '@libsql/client'
import { beforeAll, expect, test } from 'vitest'
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
import { testWorld } from './world'

beforeAll(() => buildIfNeeded(true))

/** So many lines, of requests apart, may a log have of one loss, however many come and ask. */
const FEW = 20

/** Asks whether it is ready, again and again until nobody answers any more. Why it said it was not. */
async function whyNotReady({ url }: Running): Promise<string[]> {
  const whys = new Set<string>()
  const site = siteAt(url)
  for (;;) {
    const answer = await site.ask('/readyz').catch(() => undefined)
    if (!answer) return [...whys]
    if (answer.status !== 200) whys.add(answer.body.trim())
  }
}

/** Says this and that until the portal has gone. What it was thanked for. */
async function goesOnSaying({ url }: Running, member: SignedIn, what: string): Promise<string[]> {
  const thanked: string[] = []
  const site = siteAt(url)
  for (let n = 0; await site.ask('/healthz').catch(() => undefined); n++) {
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

/** As when somebody puts a backup in its place. What was the database is still beside it. */
async function replaced(file: string) {
  const other = await testWorld({ families: true })
  await other.db.close()
  renameSync(file, `${file}.before`)
  renameSync(other.file, file)
}

test.each([
  ['its WAL is deleted', walDeleted, 'The file -wal of the database was moved, deleted or replaced under the portal.'],
  [
    'another is put in its place',
    replaced,
    'The main file of the database was moved, deleted or replaced under the portal.',
  ],
  [
    'it is deleted',
    async (file: string) => renameSync(file, `${file}.before`),
    'The main file of the database was moved, deleted or replaced under the portal.',
  ],
])(
  '%s: what is typed comes back, one alarm, red, and it ends',
  async (_what, trouble, why) => {
    const w = await testWorld({ families: true })
    const member = await leftToOthers(w)
    const portal = await started(w)
    const before = ['one', 'two']
    for (const words of before) expect(await saysThanks(portal.url, member, words)).toBe(true)
    const form = await openForm(portal.url, member)

    await trouble(w.file)
    const answer = await form.send('He is at the door.')
    expect(isThanks(answer)).toBe(false)
    expect(answer.status).toBe(503)
    expect(answer.html).toContain('He is at the door.</textarea>')
    const page = await form.browser.get(member.plan)
    expect(page.status).toBe(503)
    expect(page.links).toContain('tel:+441632960900')
    const end = await theEndOf(portal, member)

    expect(end).toMatchObject({ code: 1, thanked: [], whys: [why], alarms: [{ alarm: 'database-lost', why }] })
    expect(end.lines).toBeLessThan(FEW)
    const was = statSync(`${w.file}.before`, { throwIfNoEntry: false }) && `${w.file}.before`
    if (was) renameSync(was, w.file)
    expect(await wordsIn(w.file)).toEqual(expect.arrayContaining(before))
  },
  60_000,
)

test('its disk gives an error: what was thanked for until then is there; one alarm, red, and it ends', async () => {
  const w = await testWorld({ families: true })
  const member = await leftToOthers(w)
  // The WAL grows with what is said, and soon may grow no more.
  const portal = await started(w, { largestFile: statSync(w.file).size + 100_000 })
  const end = await theEndOf(portal, member)
  const why = expect.stringMatching(/^The disk of the database gave an error \(SQLITE_IOERR\w*\)\.$/)
  expect(end).toMatchObject({ code: 1, whys: [why], alarms: [{ alarm: 'database-lost', why }] })
  expect(end.lines).toBeLessThan(FEW)
  expect(end.thanked.length).toBeGreaterThan(0)
  expect(await wordsIn(w.file)).toEqual(expect.arrayContaining(end.thanked))
}, 60_000)
