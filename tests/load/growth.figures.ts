/** How a desk and a plan fare as what was said grows: the same page of two portals in turn, in one run. */
import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { importFamily } from '#app/domain/record/import'
import { families, publicIds, said, seen } from '#db/schema'
import { deskOf, familyUrl } from '../at-the-desk'
import * as cast from '../cast'
import { figure } from '../long'
import { served } from '../served'
import { signedIn } from '../signed-in'
import { caseFile } from '../situation'
import { visitor } from '../visit'
import { type TestWorld, testWorld } from '../world'

const ROUNDS = 60
const FAMILIES = 25

/** The Marsh family and so many like it, all with the same worker. */
async function familiesIn(world: TestWorld, count: number): Promise<string[]> {
  for (let at = 1; at < count; at++) {
    const file = { ...caseFile('marsh'), reference: `CS-3${String(at).padStart(4, '0')}` }
    const imported = await importFamily(world, file, { by: 'priya', publish: { endorsedBy: 'joan' } })
    if ('faults' in imported) throw new Error(JSON.stringify(imported.faults))
  }
  const all = await world.db.read.select().from(families)
  return all
    .filter(({ reference }) => reference === cast.kelly.family || reference.startsWith('CS-3'))
    .map(({ id }) => id)
}

/** So many check-ins, minute by minute, shared out among the families; three of four have been read by their worker, all by the manager. */
async function entries(world: TestWorld, familyIds: string[], count: number): Promise<void> {
  const first = Date.parse('2025-11-23T10:00:00Z')
  const rows = Array.from({ length: count }, (_, at) => {
    const familyId = familyIds[at % familyIds.length] ?? ''
    const savedAt = new Date(first + at * 60_000).toISOString()
    const on = savedAt.slice(0, 16)
    const words = `Rang at seven, all well, and that was number ${at}.`
    const entry = { id: `grown-${at}`, by: 'kelly', on, happenedAt: on, about: 'A-C3', result: 'done' as const, words }
    return {
      familyId,
      id: entry.id,
      kind: 'checkIns' as const,
      by: 'kelly',
      about: 'A-C3',
      savedAt,
      entry,
      sharedWith: 'inner' as const,
    }
  })
  for (let at = 0; at < rows.length; at += 500) {
    const some = rows.slice(at, at + 500)
    const read = some.filter((_, one) => one % 4 !== 0)
    await world.db.write((db) => [
      db.insert(said).values(some),
      db.insert(publicIds).values(some.map(({ familyId, id }) => ({ familyId, itemId: id, publicId: `public-${id}` }))),
      db
        .insert(seen)
        .values(read.map(({ familyId, id, savedAt }) => ({ familyId, saidId: id, by: 'priya', at: savedAt }))),
      // Their manager has read it all.
      db
        .insert(seen)
        .values(some.map(({ familyId, id, savedAt }) => ({ familyId, saidId: id, by: 'joan', at: savedAt }))),
    ])
  }
}

type Look = () => Promise<unknown>

/** Milliseconds of each, the middle one of many, taken in turn. */
async function inTurn(one: Look, other: Look): Promise<[number, number]> {
  const took: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS + 10; round++) {
    for (const [at, look] of [one, other].entries()) {
      const began = performance.now()
      await look()
      if (round >= 10) took[at]?.push(performance.now() - began)
    }
  }
  const middle = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
  return [middle(took[0]), middle(took[1])]
}

function told(what: string, [few, many]: [number, number]) {
  figure(what, { few: few.toFixed(2), many: many.toFixed(2), ratio: (many / few).toFixed(2) })
}

let few: TestWorld
let many: TestWorld

beforeAll(async () => {
  few = await testWorld({ families: true })
  many = await testWorld({ families: true })
})

test('the desk', async () => {
  await entries(few, await familiesIn(few, FAMILIES), 200)
  await entries(many, await familiesIn(many, FAMILIES), 20_000)
  for (const who of ['priya', 'joan']) {
    const desks = [await deskOf(few, who), await deskOf(many, who)] as const
    const logs = [await familyUrl(few, cast.marsh), await familyUrl(many, cast.marsh)].map((url) => `${url}/log`)
    const pages = { '/desk': ['/desk', '/desk'], '/desk/families': ['/desk/families', '/desk/families'], log: logs }
    for (const [page, paths] of Object.entries(pages)) {
      const look = (at: 0 | 1) => () => desks[at].browser.get(paths[at] ?? '')
      told(`${page}, ${who}, ${FAMILIES} families: 20,000 entries against 200`, await inTurn(look(0), look(1)))
    }
    expect(desks[1].today.status).toBe(200)
  }
}, 300_000)

test('the plan', async () => {
  const [none, full] = [await testWorld({ families: true }), await testWorld({ families: true })]
  const [marsh] = await full.db.read.select().from(families).where(eq(families.reference, cast.kelly.family))
  await entries(full, [marsh?.id ?? ''], 2000)
  const pages = await Promise.all(
    [none, full].map(async (world) => {
      const { cookie, plan } = await signedIn(world, cast.kelly)
      const browser = visitor(await served(world), { language: 'en' })
      browser.cookies.set('__Host-session', cookie.split('=')[1] ?? '')
      return (page: string) => () => browser.get(page.startsWith('/home') ? page : plan + page)
    }),
  )
  const [bare, grown] = pages
  if (!bare || !grown) throw new Error('Two portals were started.')
  for (const page of ['', '/home', '/log', '/mine'])
    told(
      `${page.startsWith('/home') ? '' : '/p/…'}${page}: 2,000 entries against none`,
      await inTurn(bare(page), grown(page)),
    )
  expect(
    await full.db.read.$count(said, and(eq(said.kind, 'checkIns'), eq(said.familyId, marsh?.id ?? ''))),
  ).toBeGreaterThan(2000)
}, 300_000)
