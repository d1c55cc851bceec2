/** The trail at the desk: what was done in a family, in words, for its manager; and what is unusual, on the manager's desk. */
import { readdirSync, readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { unusualFor } from '#app/domain/desk/unusual'
import { actOf } from '#app/domain/trail/acts'
import { writeAudited } from '#app/domain/trail/audit'
import { councilActOf } from '#app/domain/trail/council-acts'
import { audit, council, staff, teams, unusual } from '#db/schema'
import { deskOf, familyUrl } from './at-the-desk'
import * as cast from './cast'
import { familyIdOf } from './desk-world'
import { served } from './served'
import { wordsOn } from './visit'
import { type TestWorld, testWorld } from './world'

let world: TestWorld
let site: Awaited<ReturnType<typeof served>>
let url: string
const desk = async (who: string) => (await deskOf(world, who, site)).browser

beforeAll(async () => {
  world = await testWorld({ families: true })
  site = await served(world)
  url = await familyUrl(world, cast.marsh)
})

test('a family’s manager reads who did what, in words, by person and by day; nobody else does', async () => {
  const familyId = await familyIdOf(world, cast.marsh)
  const priya = await desk('priya')
  await priya.get(`${url}/plan`)
  await writeAudited(world, { who: 'person:kelly', familyId, did: 'paper.viewed' }, () => [])
  const joan = await desk('joan')
  const page = await joan.get(`${url}/trail`)
  expect(wordsOn(page.html)).toContain('Priya Nair looked at the plan')
  expect(wordsOn(page.html)).toMatch(/Kelly\S* (Marsh )?looked at the plan to print/)
  expect(page.html).not.toMatch(/plan\.viewed|person:|staff:priya/)
  const day = world.now().toISOString().slice(0, 10)
  const hers = wordsOn((await joan.get(`${url}/trail?who=staff.priya&day=${day}`)).html)
  expect(hers).toContain('Priya Nair looked at the plan')
  expect(hers).not.toContain('to print')
  expect(wordsOn((await joan.get(`${url}/trail?day=2020-01-01`)).html)).toContain('Nobody did anything here')
  for (const who of ['priya', 'tom', 'ada']) expect((await (await desk(who)).get(`${url}/trail`)).status, who).toBe(404)
})

test('it is paged, and nothing falls between two pages', async () => {
  const familyId = await familyIdOf(world, cast.marsh)
  for (let n = 0; n < 60; n++) {
    world.clock.forward({ minutes: 1 })
    await writeAudited(world, { who: 'person:kelly', familyId, did: 'log.viewed' }, () => [])
  }
  const joan = await desk('joan')
  let page = await joan.get(`${url}/trail`)
  let lines = 0
  for (;;) {
    lines += page.html.match(/looked at what was said/g)?.length ?? 0
    const next = page.links.find((href) => href.includes('before='))
    if (!next) break
    page = await joan.get(next.replaceAll('&amp;', '&'))
  }
  expect(lines).toBe(60)
})

test('whoever asks for a family that is not theirs gets the 404 of one that never was, and stands in its trail and on its manager’s desk', async () => {
  await world.db.write((db) => [
    db.insert(teams).values({ id: 'south', name: 'South' }),
    db.update(staff).set({ teamId: 'south' }).where(eq(staff.id, 'olu')),
  ])
  const olu = await desk('olu')
  const [theirs, never] = [await olu.get(`${url}/plan`), await olu.get('/desk/families/never-was/plan')]
  expect([theirs.status, never.status]).toEqual([404, 404])
  const joan = await desk('joan')
  expect(wordsOn((await joan.get(`${url}/trail?who=staff.olu`)).html)).toContain('was not let in')
  const today = await joan.get('/desk')
  expect(wordsOn(today.html)).toContain('Olu Adebayo does not work with this family and is in another team.')
  expect(wordsOn((await (await desk('priya')).get('/desk')).html)).not.toContain('Unusual access')
  await joan.send(today, 'unusual/')
  expect(wordsOn((await joan.get('/desk')).html)).not.toContain('Unusual access')
  expect(await world.db.read.$count(audit, eq(audit.did, 'unusual.seen'))).toBe(1)
})

test('many families in an hour, and one at night, come to the manager once, by the council’s own figures', async () => {
  const own = await testWorld({ families: true })
  const at = await served(own)
  await own.db.write((db) => [db.update(council).set({ unusualFamilies: 2 })])
  const { browser } = await deskOf(own, 'tom', at)
  for (const family of [cast.harker, cast.wojcik]) {
    const of = await familyUrl(own, family)
    await browser.get(`${of}/plan`)
    await browser.get(`${of}/plan`)
  }
  own.clock.forward({ minutes: 14 * 60 })
  const { browser: late } = await deskOf(own, 'tom', at)
  await late.get(`${await familyUrl(own, cast.harker)}/plan`)
  await late.get(`${await familyUrl(own, cast.harker)}/people`)
  const rows = await own.db.read.select().from(unusual)
  expect(rows.filter(({ kind }) => kind !== 'other-team').map(({ kind, staffId }) => [kind, staffId])).toEqual([
    ['many-families', 'tom'],
    ['night', 'tom'],
  ])
  expect((await unusualFor(own, 'joan')).length + (await unusualFor(own, 'amina')).length).toBeGreaterThan(0)
})

test('an administrator reads the council’s own trail in words, a page at a time, and whether a line of it was altered', async () => {
  const own = await testWorld({ families: true })
  const ada = (await deskOf(own, 'ada', await served(own))).browser
  for (let n = 0; n < 55; n++) await writeAudited(own, { who: 'system', did: 'backup.made' }, () => [])
  await ada.send(await ada.get('/desk/staff'), 'value="team"', { team: 'Family Help West' })
  const page = await ada.get('/desk/trail')
  expect(wordsOn(page.html)).toContain('Ada Grant added a team (Family Help West)')
  expect(wordsOn(page.html)).toContain('stand as they were written')
  expect(page.html).not.toMatch(/staff\.signed-in|backup\.made|team\.added|Marsh/)
  const earlier = page.links.find((href) => href.includes('before=')) ?? ''
  const first = wordsOn((await ada.get(earlier)).html)
  expect(first).toContain('Ada Grant signed in')
  expect(first).toContain('stand as they were written')
  const hands = own.hands()
  await hands.execute('drop trigger audit_is_not_changed')
  await hands.execute("update audit set who = 'staff:tom' where did = 'team.added'")
  hands.close()
  expect(wordsOn((await ada.get('/desk/trail')).html)).toContain('was altered or taken out')
  expect((await (await desk('joan')).get('/desk/trail')).status).toBe(404)
})

test('every act that the trail writes down has words', () => {
  const texts = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(`app/${file}`, 'utf8'))
  // Whatever stands in quotes where an act is named, in whichever way it is chosen.
  const named = texts.flatMap((text) => [
    ...[...text.matchAll(/\bdid(?::| =) ([^{}\n]*)/g)].flatMap(([, one = '']) => [...one.matchAll(/'([^']+)'/g)]),
    ...text.matchAll(/'([a-z-]+\.(?:viewed|previewed|sent-out))'/g),
  ])
  const dids = named.map(([, did = '']) => did).filter((did) => /^[a-z-]+[. ][a-z -]+$/.test(did))
  expect(dids).toEqual(expect.arrayContaining(['glass.broken', 'family.restricted', 'call.undone', 'plan.previewed']))
  const ofCouncil = /^(staff\.|team\.|away\.|council\.|helplines\.|plain-words\.|backup\.|glass\.refused)/
  const wordsFor = (did: string) => (ofCouncil.test(did) ? councilActOf(did) : actOf(did))
  const missing = [...new Set(dids)].filter((did) => wordsFor(did) === 'other')
  expect(missing).toEqual([])
})
