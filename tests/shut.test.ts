/** Shutting something to somebody: found, looked at first, done, and taken back within ten minutes. */
import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { narrow, narrowing } from '#app/domain/access/narrow'
import { recentlyShut, undoNarrow } from '#app/domain/access/undo-narrow'
import { publishVersion } from '#app/domain/record/publish'
import { audit, narrowings, said } from '#db/schema'
import { deskOf, familyUrl, follow, MAIN } from './at-the-desk'
import * as cast from './cast'
import { familyIdOf, pressing, publicIdOf } from './desk-world'
import { served } from './served'
import { signedIn } from './signed-in'
import { caseFile } from './situation'
import { allFor } from './speaking'
import { plainly, wordsOn } from './visit'
import { testWorld } from './world'

async function harker() {
  const world = await testWorld({ families: true })
  world.clock.forward({ minutes: 1 })
  const familyId = await familyIdOf(world, cast.harker)
  const ids = { item: await publicIdOf(world, familyId, 'steve'), shutTo: await publicIdOf(world, familyId, 'craig') }
  const shut = (by = 'tom', path = '/shut') => narrow(world, ...pressing(world, by, path), { familyId, ...ids })
  const undo = async (by = 'tom', at?: string) => {
    const [row] = await world.db.read.select().from(narrowings)
    const press = { familyId, at: at ?? row?.at ?? '', to: ids.shutTo }
    return undoNarrow(world, ...pressing(world, by, '/undo'), press)
  }
  const craigReads = async () => JSON.stringify(await allFor(world, cast.craig))
  const rows = () => world.db.read.$count(narrowings)
  return { world, familyId, ...ids, shut, undo, craigReads, rows }
}

describe('ten minutes’ undo', () => {
  test('takes away all that one press shut, and its reader has their view again, byte for byte', async () => {
    const { world, familyId, shut, undo, craigReads, rows } = await harker()
    const before = await craigReads()
    await shut()
    expect(await craigReads()).not.toContain('Steve')
    expect(await recentlyShut(world, 'tom', familyId)).toMatchObject([{ name: 'Craig Dunn', what: 'Steve Dunn' }])
    world.clock.forward({ minutes: 9, seconds: 59 })
    expect(await undo()).toMatchObject({ state: 'done' })
    expect(await rows()).toBe(0)
    expect(await craigReads()).toBe(before)
    const trail = await world.db.read.select().from(audit).where(eq(audit.did, 'narrowing.undone'))
    expect(trail).toMatchObject([{ who: 'staff:tom', about: 'steve craig' }])
  })

  test('is over after ten minutes', async () => {
    const { world, familyId, shut, undo, rows } = await harker()
    await shut()
    const all = await rows()
    world.clock.forward({ minutes: 10, milliseconds: 1 })
    expect(await recentlyShut(world, 'tom', familyId)).toEqual([])
    expect(await undo()).toBeNull()
    expect(await rows()).toBe(all)
    expect(await world.db.read.$count(audit, eq(audit.did, 'narrowing.undone'))).toBe(0)
  })

  test('leaves alone what somebody else shut, and what was shut before', async () => {
    const { world, familyId, shutTo, shut, undo, craigReads } = await harker()
    await narrow(world, ...pressing(world, 'joan', '/rule'), {
      ...{ familyId, shutTo, item: await publicIdOf(world, familyId, 'B-R4') },
    })
    world.clock.forward({ seconds: 1 })
    await shut()
    const [joans, ...toms] = await world.db.read.select().from(narrowings)
    expect(toms.length).toBeGreaterThan(1)
    expect(await undo('tom', joans?.at)).toBeNull()
    expect(await undo('joan', toms[0]?.at)).toBeNull()
    expect(await undo('tom', toms[0]?.at)).toMatchObject({ state: 'done' })
    expect(await world.db.read.select().from(narrowings)).toEqual([joans])
    expect(await craigReads()).not.toContain('do not ask the children')
  })

  test.each(['first', 'second'])('and a version published in that moment: undo comes %s', async (order) => {
    const { world, familyId, shutTo, undo, rows } = await harker()
    const item = await publicIdOf(world, familyId, 'B-R4')
    await narrow(world, ...pressing(world, 'tom'), { familyId, shutTo, item })
    const all = await rows()
    world.clock.forward({ seconds: 1 })
    const { said: _, ...document } = caseFile('harker')
    const hands = { by: 'tom', endorsedBy: 'joan', secondCheckBy: 'amina' }
    const publishes = () => publishVersion(world, familyId, document, hands)
    const undoes = () => undo()
    const [undone] = order === 'first' ? await Promise.all([undoes(), publishes()]) : [await publishes().then(undoes)]
    expect(await rows()).toBe(undone ? 0 : all)
    if (order === 'second') expect(undone).toBeNull()
  })

  test('is over once somebody said what others may read: they were shown who will', async () => {
    const { world, familyId, shut, undo, rows } = await harker()
    await shut()
    const all = await rows()
    world.clock.forward({ seconds: 1 })
    const savedAt = world.now().toISOString()
    const theirs = and(eq(said.familyId, familyId), eq(said.kind, 'checkIns'), eq(said.by, 'leanne'))
    await world.db.write((db) => [db.update(said).set({ savedAt, sharedWith: 'worker' }).where(theirs)])
    expect(await recentlyShut(world, 'tom', familyId)).toHaveLength(1)
    await world.db.write((db) => [db.update(said).set({ sharedWith: 'inner' }).where(theirs)])
    expect(await undo()).toBeNull()
    expect(await rows()).toBe(all)
  })
})

test('what goes is worked out by the rule itself, before anything is written', async () => {
  const { world, familyId, item, shutTo, shut, craigReads, rows } = await harker()
  const asked = await narrowing(world, { familyId, item, shutTo })
  const [craigs] = asked?.going ?? []
  expect(await rows()).toBe(0)
  expect(craigs?.name).toBe('Craig')
  expect(craigs?.counts).toContainEqual({ kind: 'person', now: expect.any(Number), after: expect.any(Number) })
  expect(craigs?.comes).toEqual([])
  const goes = craigs?.goes.map(({ words }) => ('text' in words ? words.text : '')) ?? []
  expect(goes).toContain('Steve Dunn')
  const before = await craigReads()
  await shut()
  const after = await craigReads()
  for (const words of goes) expect([before.includes(words), after.includes(words)], words).toEqual([true, false])
})

test('of a sign, what a middle-circle reader sees in place of a step that goes is said before', async () => {
  const world = await testWorld({ families: true })
  const familyId = await familyIdOf(world, cast.wojcik)
  const shutTo = await publicIdOf(world, familyId, 'nasreen')
  const steps = caseFile('wojcik').plan.triggers.flatMap((trigger) => trigger.steps)
  const all = await Promise.all(
    steps.map(async ({ id }) => narrowing(world, { familyId, shutTo, item: await publicIdOf(world, familyId, id) })),
  )
  expect(all.flatMap((one) => one?.going ?? []).some(({ comes }) => comes.length > 0)).toBe(true)
})

describe('at the desk, without script', () => {
  async function toms() {
    const world = await testWorld({ families: true })
    world.clock.forward({ minutes: 1 })
    const site = await served(world)
    const { browser } = await deskOf(world, 'tom', site)
    return { world, site, browser, url: await familyUrl(world, cast.harker) }
  }
  const link = (html: string, words: string) =>
    plainly(html.match(new RegExp(`<a[^>]*href="([^"]*)"[^>]*>(?:(?!</a>).)*${words}`))?.[1] ?? '')

  test('found by a word with other letters, chosen, looked at, shut once, and undone from the plan', async () => {
    const { world, browser, url } = await toms()
    const start = await browser.get(`${url}/shut`)
    expect(start.html).not.toContain('<select')
    expect(wordsOn(start.html)).not.toContain('Go to the course.')
    expect(wordsOn((await browser.get(`${url}/shut?q=nowhere`)).html)).toContain('Nothing in the plan holds “nowhere”.')
    const found = await browser.get(`${url}/shut?q=ST%C3%88VE`)
    const chosen = await browser.get(link(found.html, 'Steve Dunn'))
    expect(link(chosen.html, 'Steve Dunn')).toBe('')
    const confirm = await browser.get(link(chosen.html, 'Craig Dunn'))
    expect(wordsOn(confirm.html)).toContain('You can undo this for ten minutes')
    expect(wordsOn(confirm.html)).toContain('Rings Steve, not Leanne.')
    expect(confirm.html).toMatch(/<iframe[^>]*phone\/[^"]*without=/)
    expect(await world.db.read.$count(narrowings)).toBe(0)
    const plan = await browser.send(confirm, MAIN)
    expect(plan.path).toBe(`${url}/plan`)
    const shut = await world.db.read.$count(narrowings)
    expect(shut).toBeGreaterThan(1)
    await browser.send(confirm, MAIN)
    expect(await world.db.read.$count(narrowings)).toBe(shut)
    expect(wordsOn(plan.html)).toContain('Shut to Craig Dunn: Steve Dunn')
    const undone = await browser.send(plan, '/shut/undo')
    expect(await world.db.read.$count(narrowings)).toBe(0)
    expect(wordsOn(undone.html)).not.toContain('Shut to Craig')
  })

  test('an undo that comes too late says that it is still shut', async () => {
    const { world, browser, url } = await toms()
    const chosen = await browser.get(link((await browser.get(`${url}/shut`)).html, 'Steve Dunn'))
    const plan = await browser.send(await browser.get(link(chosen.html, 'Craig Dunn')), MAIN)
    world.clock.forward({ minutes: 11 })
    const late = await browser.send(plan, '/shut/undo')
    expect(wordsOn(late.html)).toContain('It was too late to undo this. It is still shut.')
    expect(await world.db.read.$count(narrowings)).toBeGreaterThan(0)
  })

  test('every rule, task, sign, step, worry and date of the plan leads to keeping it from somebody', async () => {
    const { world, browser, url } = await toms()
    const plan = await browser.get(`${url}/plan`)
    const familyId = await familyIdOf(world, cast.harker)
    const { plan: file } = caseFile('harker')
    const items = [
      ...[...file.rules, ...file.commitments, ...file.triggers, ...(file.meetings ?? [])],
      ...file.worries.flatMap(({ danger, goal }) => [...danger, goal]),
      ...file.triggers.flatMap(({ steps }) => steps),
    ]
    for (const { id } of items)
      expect(plan.links, id).toContain(`${url}/shut?item=${await publicIdOf(world, familyId, id)}`)
    const chosen = await follow(browser, plan, 'Keep from…: Grown-ups do not ask the children about the other parent.')
    expect(wordsOn(chosen.html)).toContain('From whom do you keep this?')
  })

  test('the phone shown beside it is without what would go, and nothing is written', async () => {
    const { world, browser, url } = await toms()
    const familyId = await familyIdOf(world, cast.harker)
    const [steve, craig] = [await publicIdOf(world, familyId, 'steve'), await publicIdOf(world, familyId, 'craig')]
    expect((await browser.get(`${url}/phone/${craig}?page=people`)).html).toContain('Steve')
    expect((await browser.get(`${url}/phone/${craig}?page=people&without=${steve}`)).html).not.toContain('Steve')
    expect(await world.db.read.$count(narrowings)).toBe(0)
  })

  test('whoever reads it loses it and has it back at once, in pages that are kept too', async () => {
    const { world, site, browser, url } = await toms()
    const { cookie, plan: at } = await signedIn(world, cast.craig)
    const people = async () => (await site.ask(`${at}/people`, { headers: { Cookie: cookie } })).body
    const before = await people()
    const chosen = await browser.get(link((await browser.get(`${url}/shut`)).html, 'Steve Dunn'))
    const plan = await browser.send(await browser.get(link(chosen.html, 'Craig Dunn')), MAIN)
    expect(await people()).not.toContain('Steve')
    await browser.send(plan, '/shut/undo')
    expect(await people()).toBe(before)
  })
})
