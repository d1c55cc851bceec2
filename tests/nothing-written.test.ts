/** While nothing can be written: who leaves is away at once, and who reads is told whom to ring. */
import { statSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { describe, expect, test, vi } from 'vitest'
import { sessionOf } from '#app/domain/coming-in/sessions'
import { signInDemo, staffSessionOf } from '#app/domain/council/staff-sessions'
import { whyNotReady } from '#app/domain/record/ready'
import { ownCommitments, recordAnswer } from '#app/domain/said/answers'
import { kelly } from './cast'
import { locked } from './locked'
import { form, served } from './served'
import { signedIn } from './signed-in'
import { speaker, theOne } from './speaking'
import { visitor, wordsOn } from './visit'
import { IMPATIENT, PATIENT, type TestWorld, testWorld } from './world'

const fromOurPage = form({}, { 'Sec-Fetch-Site': 'same-origin' })

/** Kelly's browser and Priya's: the cookie each has, where it leads without one, and whether its session goes on. */
async function kellys(world: TestWorld) {
  const { cookie } = await signedIn(world, kelly)
  const value = cookie.split('=')[1] ?? ''
  const goesOn = async () => (await sessionOf(world, value))?.state === 'open'
  return { name: '__Host-session', value, goesOn, own: '/home', out: '/' }
}

async function priyas(world: TestWorld) {
  const value = (await signInDemo(world, 'priya')) ?? ''
  const goesOn = async () => (await staffSessionOf(world, value)) !== null
  return { name: '__Host-desk', value, goesOn, own: '/desk', out: '/desk/sign-in' }
}

describe('while another program has the database locked', () => {
  test.each([
    ['Exit, which waits for no lock', '/exit', {}, kellys, PATIENT, /^https:/],
    ['Exit, tried again and again', '/exit', {}, kellys, IMPATIENT, /^https:/],
    ['signing out, which waits for no lock', '/me/sign-out', fromOurPage, kellys, PATIENT, /^\/$/],
    ['signing out, tried again and again', '/me/sign-out', fromOurPage, kellys, IMPATIENT, /^\/$/],
    ['leaving the desk, which waits for no lock', '/desk/sign-out', fromOurPage, priyas, PATIENT, /^\/desk\/sign-in$/],
    ['leaving the desk, tried again and again', '/desk/sign-out', fromOurPage, priyas, IMPATIENT, /^\/desk\/sign-in$/],
  ] as const)('%s: away, without the cookie; the session ends when it can', async (_what, path, how, whose, limits, to) => {
    const world = await testWorld({ families: true, limits })
    const site = await served(world)
    const { name, value, goesOn, own, out } = await whose(world)
    const Cookie = `${name}=${value}`
    const { letGo } = await locked(world)

    const gone = await site.ask(path, { ...how, headers: { ...('headers' in how && how.headers), Cookie } })
    expect(gone.headers.location).toMatch(to)
    expect(gone.headers['set-cookie']).toEqual([expect.stringMatching(new RegExp(`^${name}=;.*Max-Age=0`))])
    // The lock is still there, so nothing is written yet; but the cookie, kept by somebody, opens nothing any more.
    expect(await goesOn()).toBe(true)
    expect((await site.ask(own, { headers: { Cookie } })).headers.location).toBe(out)

    await letGo()
    await vi.waitUntil(async () => !(await goesOn()), { timeout: 20_000 })
  })
})

test('Exit leads away from a portal that lost its database, without the cookie', async () => {
  const world = await testWorld({ families: true })
  const site = await served(world)
  const { name, value } = await kellys(world)
  world.db.giveUp('It is gone.')
  const { headers } = await site.ask('/exit', { headers: { Cookie: `${name}=${value}` } })
  expect(headers.location).toMatch(/^https:/)
  expect(headers['set-cookie']).toEqual([expect.stringMatching(/^__Host-session=;.*Max-Age=0/)])
})

/** The council's duty team, whom to ring by day. */
const DUTY = 'tel:+441632960900'

type Trouble = (world: TestWorld) => Promise<{ letGo?: () => Promise<void> }>

const lockedByAnother: Trouble = (world: TestWorld) => locked(world)

/** As on a disk that is mounted read-only: SQLite itself refuses. */
const readOnly: Trouble = async (world) => {
  await world.db.write((db) => [db.run(sql`pragma query_only = 1`)])
  return {}
}

describe('when nothing can be written', () => {
  test.each([
    ['it stays locked', lockedByAnother, 'The database stayed locked. Nothing was written.'],
    ['it can only be read', readOnly, 'The database file is read-only. Nothing was written.'],
  ])('%s: the plan says whom to ring and leads to what to do now, which is there; red, and one alarm', async (_what, trouble, why) => {
    const world = await testWorld({ families: true, limits: IMPATIENT })
    const site = await served(world)
    const { cookie, plan } = await signedIn(world, kelly)
    const browser = visitor(site)
    browser.cookies.set('__Host-session', cookie.split('=')[1] ?? '')
    const { letGo } = await trouble(world)

    for (const path of [plan, '/home', `${plan}/people`, `${plan}/log`]) {
      const page = await browser.get(path)
      expect([path, page.status]).toEqual([path, 503])
      expect(page.html).toContain(`<a class="btn" href="${plan}/now">`)
      expect(page.links).toContain(DUTY)
    }
    const now = await browser.get(`${plan}/now`)
    expect(now.status).toBe(200)
    expect(now.links).toContain('tel:999')
    expect(await site.ask('/readyz')).toMatchObject({ status: 503, body: `${why}\n` })
    expect(await site.ask('/healthz')).toMatchObject({ status: 200 })
    expect(world.alarms).toEqual(['database-unwritable'])

    if (!letGo) return
    await letGo()
    expect((await browser.get(plan)).status).toBe(200)
    expect(await site.ask('/readyz')).toMatchObject({ status: 200 })
    expect(world.alarms).toEqual(['database-unwritable'])
  })

  test('the desk says so too, in a page that is no fault of ours to find', async () => {
    const world = await testWorld({ families: true, limits: IMPATIENT })
    const site = await served(world)
    const { name, value } = await priyas(world)
    const [family] =
      (await site.ask('/desk/families', { headers: { Cookie: `${name}=${value}` } })).body.match(
        /\/desk\/families\/[\w-]{22}\/plan/,
      ) ?? []
    const { letGo } = await locked(world)
    const page = await site.ask(family ?? '', { headers: { Cookie: `${name}=${value}` } })
    expect(page.status).toBe(503)
    expect(page.body).toContain('We cannot save anything just now')
    await letGo()
  })
})

test('what readiness tries to write takes as much of the disk as the longest thing somebody may say', async () => {
  const world = await testWorld({ families: true })
  const opens = await speaker(world, kelly)
  const { member, plan, press } = await opens()
  const taken = async (write: () => Promise<unknown>) => {
    const hands = world.hands()
    await hands.execute('pragma wal_checkpoint(truncate)')
    hands.close()
    await write()
    return statSync(`${world.file}-wal`).size
  }
  const item = theOne(ownCommitments(plan)[0])
  const own = { choice: 'yes', words: 'ی'.repeat(2000), language: 'ur' } as const
  const said = await taken(() => recordAnswer(world, member, plan, item, own, press('yes')))
  expect(said).toBeGreaterThan(0)
  expect(await taken(() => whyNotReady(world))).toBeGreaterThan(said)
})

test('on a full disk a form says that nothing can be saved, and where the numbers to ring are', async () => {
  const world = await testWorld({ families: true })
  const site = await served(world)
  const { cookie, plan } = await signedIn(world, kelly)
  const browser = visitor(site)
  browser.cookies.set('__Host-session', cookie.split('=')[1] ?? '')
  const page = await browser.get(`${plan}/log/new`)
  await readOnly(world)
  const words = 'He was at the door.'
  const back = await browser.send(page, 'name="words"', { result: 'worry', when: 'today', words })
  expect([back.status, wordsOn(back.html)]).toEqual([
    503,
    expect.stringContaining('Nothing can be saved at the moment.'),
  ])
  expect(back.html).toContain(words)
  expect((await browser.get(plan)).html).toContain('<title>Not now – ')
})
