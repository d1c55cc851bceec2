/** What somebody wrote and another must not read: no page of theirs has it, and the author is told, with script off. */
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { families, narrowings, publicIds, said } from '#db/schema'
import { bev, type CastMember, danny, kelly, sheila, toni } from './cast'
import { served } from './served'
import { signedIn } from './signed-in'
import { spelt } from './spelt'
import { type Page, visitor, wordsOn } from './visit'
import { type TestWorld, testWorld } from './world'

let world: TestWorld
let site: Awaited<ReturnType<typeof served>>

beforeEach(async () => {
  world = await testWorld({ families: true })
  site = await served(world)
})

const NEW = /log\/new"/
const TOLD = 'not everyone you chose will see them'

async function reader(who: CastMember) {
  const { cookie, plan } = await signedIn(world, who)
  const browser = visitor(site, { language: 'en' })
  browser.cookies.set('__Host-session', cookie.split('=')[1] ?? '')
  const get = async (page: string) => (await browser.get(plan + page)).html
  /** Every page of the log, the newest first. */
  const log = async () => {
    let all = ''
    for (let next: string | undefined = `${plan}/log`; next; ) {
      const page: Page = await browser.get(next)
      all += page.html
      next = page.links.find((link) => link.includes('/log?before='))
    }
    return all
  }
  return { plan, browser, get, log }
}

describe('words that will not reach a reader', () => {
  test.each([
    ['a number', 'Ring me on 07700–900112.', 'inner', true],
    ['an e-mail address', 'Write to kelly@example.org.', 'inner', true],
    ['a number, to the worker alone', 'Ring me on 07700–900112.', 'worker', false],
    ['a time of the nurse', 'nurse comes 28.11.2026 10.30', 'inner', false],
  ])('%s: the author is told so on the thank-you page, and nothing is lost', async (_, words, sharedWith, told) => {
    const kellys = await reader(kelly)
    const thanks = await kellys.browser.send(await kellys.browser.get(`${kellys.plan}/log/new`), NEW, {
      ...{ result: 'done', words, sharedWith },
    })
    expect(thanks.path).toMatch(/\/saved$/)
    expect(wordsOn(thanks.html).includes(TOLD)).toBe(told)
    expect(wordsOn(thanks.html)).toContain(words)
    const tonis = await reader(toni)
    expect((await tonis.get('/log')).includes(words)).toBe(sharedWith === 'inner' && !told)
  })

  test('an answer and a score say so as well', async () => {
    const tonis = await reader(toni)
    const mine = await tonis.browser.get(`${tonis.plan}/mine`)
    const item = mine.links.find((href) => /\/mine\/[\w-]{22}$/.test(href)) ?? ''
    const words = 'Ring me first: ۰۷۷۰۰ ۹۰۰۱۹۹.'
    const thanks = await tonis.browser.send(await tonis.browser.get(item), /mine\//, { choice: 'yes-but', words })
    expect(wordsOn(thanks.html)).toContain(TOLD)
    const scored = await tonis.browser.send(await tonis.browser.get(`${tonis.plan}/scale`), /scale\//, {
      ...{ value: '6', wordsUp: 'Go to M14–5TQ.' },
    })
    expect(wordsOn(scored.html)).toContain(TOLD)
  })
})

test('a name shut to Bev and Danny is on no page of theirs, however it was spelt, and on the pages of who may know', async () => {
  const [family] = await world.db.read.select().from(families).where(eq(families.reference, kelly.family))
  const familyId = family?.id ?? ''
  const at = '2026-11-23T09:00:00.000Z'
  const spellings = fc.sample(spelt('toni'), { numRuns: 150, seed: 20261123 })
  const rows = spellings.map((name, number) => ({
    ...{ familyId, id: `spelt-${number}`, kind: 'checkIns' as const, by: 'kelly', about: 'A-C3', savedAt: at },
    sharedWith: 'network' as const,
    entry: {
      ...{ id: `spelt-${number}`, by: 'kelly', on: '2026-11-23T09:00', happenedAt: '2026-11-23', about: 'A-C3' },
      ...{ result: 'done' as const, sharedWith: 'network' as const, words: `So ${name} came «${number}».` },
    },
  }))
  await world.db.write((db) => [
    db.insert(said).values(rows),
    db.insert(publicIds).values(rows.map(({ id }) => ({ familyId, itemId: id, publicId: `public-${id}` }))),
    db
      .insert(narrowings)
      .values(['bev', 'danny'].map((shutTo) => ({ familyId, itemId: 'toni', shutTo, at, by: 'priya' }))),
  ])
  const marksOn = (html: string) => [...html.matchAll(/«\d+»/g)].length
  for (const who of [bev, danny]) {
    const { get, log } = await reader(who)
    expect(marksOn(await log()), who.id).toBe(0)
    for (const page of ['', '/mine', '/scale', '/people', '/paper', '/now', '/story', '/log/new'])
      expect(marksOn(await get(page)), `${who.id} ${page}`).toBe(0)
  }
  expect(marksOn(await (await reader(sheila)).log())).toBe(spellings.length)
})
