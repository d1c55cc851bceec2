/** Every route of the portal, tried as everybody: what each gets, and that no press without a ticket changes anything. */
import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import { logFor } from '#app/domain/access/read-log'
import { takeIncoming } from '#app/domain/coming-in/incoming'
import { leave } from '#app/domain/council/staff'
import { sendTest } from '#app/domain/network/test-text'
import { ownScales } from '#app/domain/said/scores'
import * as tables from '#db/schema'
import { deskOf } from './at-the-desk'
import * as cast from './cast'
import { comeIn, sentTo } from './come-in'
import { personOf } from './coming-in'
import { dispatchDue } from './dispatch-due'
import { addressOf, patterns } from './patterns'
import { type Answer, form, served } from './served'
import { theOne, viewOf } from './speaking'
import { type Visitor, visitor } from './visit'
import { ANSWERS, COMES_AND_GOES, type Gets, OWN_ITEMS, PEOPLE, RESTRICTED, WHO_MAY, type Who } from './who-may'
import { type TestWorld, testWorld } from './world'

type Site = Awaited<ReturnType<typeof served>>

let world: TestWorld
let site: Site
let browsers: Record<Who, Visitor>
let ofMarsh: Record<string, string>
let ofHarker: Record<string, string>

beforeAll(async () => {
  world = await testWorld({ families: true })
  site = await served(world)
  await world.db.write((db) => [
    db.insert(tables.teams).values({ id: 'south', name: 'Family Help South' }),
    db.insert(tables.staff).values({
      ...{ id: 'nadia', name: 'Nadia Khan', role: 'manager', teamId: 'south' },
      addedAt: world.now().toISOString(),
    }),
  ])
  const kelly = await comeIn(world, site, cast.kelly)
  const craig = await comeIn(world, site, cast.craig)
  const staff = async (id: string) => (await deskOf(world, id, site)).browser
  browsers = {
    ...{ nobody: visitor(site), kelly, craig, priya: await staff('priya'), tom: await staff('tom') },
    ...{ nadia: await staff('nadia'), ada: await staff('ada') },
  }
  ofMarsh = await whatMarshHas()
  ofHarker = await whatIsLeannes()
}, 180_000)

/** Something of the Marsh family for every name in a pattern: all of it Priya's to open, and Kelly's where she has it. */
async function whatMarshHas() {
  const { read } = world.db
  const bev = await personOf(world, cast.bev)
  const same = and(eq(tables.publicIds.familyId, bev.familyId), eq(tables.publicIds.itemId, cast.bev.id))
  const [ofBev] = await read.select().from(tables.publicIds).where(same)
  await sentTo(world, cast.bev)
  await sendTest(world, await personOf(world, cast.toni))
  await takeIncoming(world, { id: 'in-1', from: cast.bev.phone, says: 'words', words: 'Ring me' })
  await dispatchDue(world)
  // Each of them asks for a call, which may be taken back.
  await world.db.write((db) => [db.update(tables.said).set({ ringMe: true })])
  const [text] = await read.select().from(tables.texts).where(eq(tables.texts.personId, cast.toni.id))
  return {
    ...(await whatIsIn(await viewOf(world, cast.kelly), ({ mine }) => mine)),
    ...{ person: theOne(ofBev).publicId, token: 'A'.repeat(22), text: theOne(text).id, reply: 'in-1', member: 'priya' },
  }
}

/** What Leanne has in the plan of her family and Craig has not. */
async function whatIsLeannes() {
  const craigs = JSON.stringify(await viewOf(world, cast.craig))
  return whatIsIn(await viewOf(world, cast.leanne), ({ id }) => !craigs.includes(id))
}

async function whatIsIn(plan: PlanAsSeenBy, wanted: (of: { id: string; mine?: boolean }) => boolean | undefined) {
  const entry = theOne((await logFor(world, plan)).entries.find(wanted)).id
  return {
    ...{ plan: plan.id, family: plan.id, entry, what: entry },
    ...{ item: theOne(plan.commitments.find(wanted)).id, meeting: theOne(plan.meetings[0]).id },
    ...{ worry: theOne(ownScales(plan)[0]).id, story: 'all' },
  }
}

/** The address a pattern stands for, with what of one family is `in` it. */
const addressIn = (pattern: string, of: Record<string, string>) =>
  addressOf(pattern, pattern.includes('dates') ? { ...of, item: of.meeting ?? '' } : of)

const asks = (who: Who, method: 'GET' | 'POST', path: string) => askedFrom(browsers[who], method, path)

async function askedFrom(browser: Visitor, method: 'GET' | 'POST', path: string) {
  const cookies = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const sent = method === 'POST' ? form({}) : {}
  const headers = { ...sent.headers, Host: site.host, Cookie: cookies }
  return gotBy(await site.ask(path, { ...sent, headers }))
}

function gotBy({ status, headers: { location } }: Answer): Gets | number {
  if (status === 404) return 'none'
  if (status >= 300 && status < 400) return location?.split('?')[0] === '/desk/sign-in' ? 'sign-in' : 'away'
  return status === 200 ? 'page' : status
}

/** Every table but those that note that somebody was here or tried to be, and who is signed in. */
async function allThatStands() {
  const hands = world.hands()
  const named = await hands.execute("select name from sqlite_master where type = 'table'")
  const names = named.rows
    .map(({ name }) => `${name}`)
    .filter((name) => !/^(audit|sqlite_|code_tries|.*sessions$)/.test(name))
  const rows = await hands.batch(names.map((name) => `select * from ${name}`))
  hands.close()
  return Object.fromEntries(names.map((name, at) => [name, rows[at]?.rows]))
}

/** These end what whoever asks is signed in with, and lead away. */
const SIGNS_OUT = ['exit', 'me/sign-out', 'desk/sign-out']
const patternsOf = (may: object) => Object.keys(may).filter((pattern) => !SIGNS_OUT.includes(pattern))

test('every route stands in the table, and nothing else does', () => {
  expect(patterns.toSorted()).toEqual(Object.keys(WHO_MAY).toSorted())
})

describe.each(PEOPLE)('%s', (who) => {
  test('gets what the table says', async () => {
    const got: Record<string, unknown> = {}
    for (const pattern of patternsOf(WHO_MAY)) got[pattern] = await asks(who, 'GET', addressIn(pattern, ofMarsh))
    expect(got).toEqual(Object.fromEntries(patternsOf(WHO_MAY).map((pattern) => [pattern, WHO_MAY[pattern]?.[who]])))
  })

  test('changes nothing with a form that stood on no page, and is told nothing more than by looking', async () => {
    const before = await allThatStands()
    for (const pattern of patternsOf(WHO_MAY)) {
      const got = await asks(who, 'POST', addressIn(pattern, ofMarsh))
      expect(ANSWERS[theOne(WHO_MAY[pattern])[who]], pattern).toContain(got)
    }
    expect(await allThatStands()).toEqual(before)
  })
})

test('Craig, who sees his own items alone, gets of his own family what is his', async () => {
  const got = Object.fromEntries(
    await Promise.all(
      Object.keys(OWN_ITEMS).map(async (at) => [at, await asks('craig', 'GET', addressIn(at, ofHarker))]),
    ),
  )
  expect(got).toEqual(OWN_ITEMS)
})

/** Everybody who comes and goes with the Marsh family, as a worker of its team. */
async function othersCome() {
  const { familyId } = await personOf(world, cast.kelly)
  const at = (hours: number) => new Date(world.now().getTime() + hours * 60 * 60_000).toISOString()
  const has = (staffId: string, as: 'worker' | 'covering' | 'glass', from: number, until?: number) =>
    ({ familyId, staffId, as, from: at(from), until: until === undefined ? null : at(until) }) as const
  const names = ['cora', 'carl', 'cleo', 'gita', 'glen', 'rana', 'lena']
  await world.db.write((db) => [
    db
      .insert(tables.staff)
      .values(names.map((id) => ({ id, name: id, role: 'worker' as const, teamId: 'north', addedAt: at(-99) }))),
    db
      .insert(tables.assignments)
      .values([
        ...[has('cora', 'covering', -24, 24), has('carl', 'covering', -48, -1), has('cleo', 'covering', 24, 48)],
        ...[has('gita', 'glass', -1, 3), has('glen', 'glass', -5, -1), has('rana', 'worker', -24)],
        has('lena', 'worker', -24),
      ]),
  ])
}

/** Nothing but the desk's, and what a form without a ticket is told there by whoever may not see it. */
async function deskGives(staffId: string, as: Who) {
  const { browser } = await deskOf(world, staffId, site)
  const ofDesk = patternsOf(WHO_MAY).filter((pattern) => /^desk(\/|$)/.test(pattern))
  const got: Record<string, unknown> = {}
  for (const pattern of ofDesk) got[pattern] = await askedFrom(browser, 'GET', addressIn(pattern, ofMarsh))
  expect(got).toEqual(Object.fromEntries(ofDesk.map((pattern) => [pattern, WHO_MAY[pattern]?.[as]])))
  const none = ofDesk.filter((pattern) => pattern.includes(':family') && WHO_MAY[pattern]?.[as] === 'none')
  for (const pattern of none)
    expect(ANSWERS.none, pattern).toContain(await askedFrom(browser, 'POST', addressIn(pattern, ofMarsh)))
}

describe('of staff who come and go with a family', () => {
  beforeAll(othersCome)

  test.each(Object.entries(COMES_AND_GOES))('%s gets what the table says of who has it, or has not', (_, [id, as]) =>
    deskGives(id, as))

  test('who leaves is led to the sign-in from every page in the same moment, and can be in none again', async () => {
    const { browser } = await deskOf(world, 'lena', site)
    const plan = addressIn('desk/families/:family/plan', ofMarsh)
    expect(await askedFrom(browser, 'GET', plan)).toBe('page')
    await leave(world, 'lena')
    for (const pattern of patternsOf(WHO_MAY).filter((one) => WHO_MAY[one]?.nobody === 'sign-in'))
      expect(await askedFrom(browser, 'GET', addressIn(pattern, ofMarsh)), pattern).toBe('sign-in')
    await expect(deskOf(world, 'lena', site)).rejects.toThrow('No form with value="lena"')
  })

  describe('once it is restricted', () => {
    beforeAll(async () => {
      const { familyId } = await personOf(world, cast.kelly)
      const named = { familyId, staffId: 'rana', by: 'joan', from: world.now().toISOString() }
      await world.db.write((db) => [db.insert(tables.restrictedTo).values(named)])
    })

    test.each(Object.entries(RESTRICTED))('%s gets what the table says', (_, [id, as]) => deskGives(id, as))
  })
})

test.each(SIGNS_OUT)('%s leads whoever asks away, and nobody sees anything there', async (path) => {
  for (const who of PEOPLE)
    for (const method of ['GET', 'POST'] as const)
      expect(['away', 'sign-in', 'none', 405], `${who} ${method}`).toContain(await asks(who, method, `/${path}`))
})
