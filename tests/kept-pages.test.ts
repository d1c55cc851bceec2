/** A page that is kept is the page that would be made: after whatever is written, for everybody, and never another's. */
import { beforeAll, expect, test } from 'vitest'
import { openDatabase } from '#db/client.server'
import { audit } from '#db/schema'
import { atTheEnd } from './at-the-end'
import { bev, type CastMember, craig, danny, kelly, nasreen, toni } from './cast'
import { personOf } from './coming-in'
import { served } from './served'
import { signedIn } from './signed-in'
import { type TestWorld, testWorld } from './world'

const people = [kelly, danny, bev, craig, nasreen]
const cookies = new Map<CastMember, { cookie: string; plan: string }>()
const cookieOf = (who: CastMember) => cookies.get(who)?.cookie ?? ''
const pages = ['', '/people', '/paper', '/story', '/story?page=2']

let world: TestWorld
let ask: (who: CastMember, page: string, headers?: Record<string, string>) => Promise<string>
let made: typeof ask

/** The portal that keeps pages, and beside it one that has never been asked: it makes each page anew. */
beforeAll(async () => {
  world = await testWorld({ families: true, at: '2026-11-23T16:50:00Z' })
  for (const one of people) cookies.set(one, await signedIn(world, one))
  const site = await served(world)
  const from =
    (asked: typeof site.ask) =>
    async (who: CastMember, page: string, headers: Record<string, string> = {}) => {
      const { cookie = '', plan = '' } = cookies.get(who) ?? {}
      const { status, body } = await asked(plan + page, { headers: { Cookie: cookie, ...headers } })
      return `${status} ${body}`
    }
  ask = from(site.ask)
  made = async (...asked) => {
    const { now, random } = world
    const db = await openDatabase({ ...world.at, mode: 'demo', now, random })
    const fresh = await served({ ...world, db })
    const answer = await from(fresh.ask)(...asked)
    await db.close()
    return answer
  }
})

async function expectAsMade(after: string) {
  for (const who of people)
    for (const page of pages) {
      const fresh = await made(who, page)
      expect(await ask(who, page), `${who.id}${page} ${after}`).toBe(fresh)
      expect(await ask(who, page), `${who.id}${page} ${after}, again`).toBe(fresh)
    }
}

test('whatever is written, by whoever', { timeout: 120_000 }, async () => {
  await expectAsMade('at first')
  for (const who of people) expect(await ask(who, '')).toMatch(/^200 /)
  const { familyId } = await personOf(world, kelly)
  const at = '2026-11-23T10:00:00.000Z'
  const hands = world.hands()
  atTheEnd(() => hands.close())
  const entry = JSON.stringify({
    id: 'N1',
    by: 'kelly',
    about: 'A1',
    value: 9,
    on: '2026-11-23T10:00',
    sharedWith: 'network',
  })
  const writes: [string, string][] = [
    [
      'a rule shut',
      `insert into narrowings (family_id, item_id, shut_to, at, by) values ('${familyId}', 'A-R3', 'danny', '${at}', 'priya')`,
    ],
    [
      'a person shut',
      `insert into narrowings (family_id, item_id, shut_to, at, by) values ('${familyId}', 'toni', 'bev', '${at}', 'priya')`,
    ],
    [
      'a number changed',
      `update people set phone = '+447700900198' where family_id = '${familyId}' and person_id = 'sheila'`,
    ],
    [
      'a score',
      `insert into said (family_id, id, kind, by, about, saved_at, entry, shared_with) values ('${familyId}', 'N1', 'scores', 'kelly', 'A1', '${at}', '${entry}', 'network')`,
    ],
    ['another name of the service', `update council set sender_name = 'Our week'`],
    ['another number to ring', `update council set duty_phone = '+441632960555'`],
    [
      'somebody gone',
      `update memberships set ended_at = '${at}' where family_id = '${familyId}' and person_id = 'danny'`,
    ],
  ]
  for (const [what, sql] of writes) {
    await hands.execute(sql)
    await expectAsMade(`after ${what}`)
  }
  const inHours = await ask(kelly, '')
  world.clock.forward({ minutes: 12 })
  await expectAsMade('when the council has closed')
  expect(await ask(kelly, '')).toMatch(/^200 /)
  expect(await ask(kelly, '')).not.toBe(inHours)
})

test('in the language, and packed in the way, each asks for', async () => {
  const urdu = { Cookie: `${cookieOf(kelly)}; __Host-language=ur` }
  expect(await ask(bev, '', { Cookie: '' })).toMatch(/^302 /)
  const packed = ['br', 'gzip, deflate, br', 'gzip', 'gzip;q=0, br;q=0', 'identity', '*']
  for (const headers of [{}, urdu, {}, urdu, ...packed.map((ways) => ({ 'Accept-Encoding': ways }))])
    expect(await ask(kelly, '', headers)).toBe(await made(kelly, '', headers))
})

test('each look is in the trail, of a kept page too, and nobody gets what another was sent', async () => {
  expect(await ask(kelly, '')).toMatch(/^200 /)
  const before = await world.db.read.$count(audit)
  const seen = []
  for (const who of [kelly, bev, kelly, bev]) seen.push(await ask(who, ''))
  expect((await world.db.read.$count(audit)) - before).toBe(4)
  expect(seen).toEqual([seen[0], seen[1], seen[0], seen[1]])
  expect(seen[0]).not.toBe(seen[1])
})

test('when a court order begins with the day', async () => {
  const late = await testWorld({ families: true, at: '2026-11-23T23:55:00Z' })
  const order = JSON.stringify([{ kind: 'order', against: 'toni', protects: ['kelly'], from: '2026-11-24' }])
  const hands = late.hands()
  // As if it had been published so.
  await hands.execute('drop trigger published_never_changes')
  await hands.execute({
    sql: "update versions set document = json_set(document, '$.courtOrders', json(?))",
    args: [order],
  })
  hands.close()
  const { cookie, plan } = await signedIn(late, kelly)
  const site = await served(late)
  const page = async () => (await site.ask(`${plan}/people`, { headers: { Cookie: cookie } })).body
  expect(await page()).toContain(toni.phone)
  expect(await page()).toContain(toni.phone)
  late.clock.forward({ minutes: 10 })
  expect(await page()).not.toContain(toni.phone)
})
