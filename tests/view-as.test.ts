/** Looking as somebody: their pages and their next text, of what is published and of the draft, by what serves them. */
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { nextTextTo } from '#app/domain/desk/next-text'
import { importFamily } from '#app/domain/record/import'
import { nextVersion } from '#app/domain/record/next-version'
import { audit, memberships, people, seen, texts } from '#db/schema'
import { deskOf, familyUrl, follow, MAIN } from './at-the-desk'
import { changed } from './broken-files'
import * as cast from './cast'
import { comeIn, start } from './come-in'
import { familyIdOf, publicIdOf } from './desk-world'
import { served } from './served'
import { theOne } from './speaking'
import { wordsOn } from './visit'
import { testWorld } from './world'

const TABS = ['home', 'now', 'paper'] as const
const frameOf = (html: string) => html.match(/<iframe[^>]*src="([^"]*)"[^>]*>/)?.[1]?.replaceAll('&amp;', '&') ?? ''

test('from the people page a worker gets to everything somebody gets: home, now and fridge sheet as they stand on their phone', async () => {
  const { world, site } = await start()
  const kelly = await comeIn(world, site, cast.kelly)
  const { browser } = await deskOf(world, 'priya', site)
  const page = await follow(browser, await browser.get(`${await familyUrl(world, cast.marsh)}/people`), 'See as Kelly')
  const home = await kelly.get('/home')
  const plan = home.links.find((href) => /^\/p\/[\w-]+$/.test(href)) ?? ''
  for (const tab of TABS) {
    const looked = await browser.get(page.links.find((href) => href.endsWith(`page=${tab}`)) ?? '')
    const frame = await browser.get(frameOf(looked.html))
    expect(looked.html).toContain('sandbox=""')
    const theirs = await kelly.get(tab === 'home' ? '/home' : `${plan}/${tab}`)
    // A ticket is good for a form of their own: none is given out to who looks.
    const main = (html: string) =>
      wordsOn((html.match(/<main[\s\S]*<\/main>/)?.[0] ?? '').replace(/(name="ticket" value=")[^"]*/g, '$1'))
    expect(frame.html).not.toMatch(/name="ticket" value="[^"]/)
    expect(main(frame.html).length).toBeGreaterThan(100)
    expect(main(frame.html)).toBe(main(theirs.html))
  }
})

test('every look is in the trail of whoever looked, and nothing is written for the person', async () => {
  const { world, site } = await start()
  await comeIn(world, site, cast.kelly)
  const { browser } = await deskOf(world, 'priya', site)
  const familyId = await familyIdOf(world, cast.marsh)
  const id = await publicIdOf(world, familyId, 'kelly')
  const url = await familyUrl(world, cast.marsh)
  const theirs = async () => ({
    members: await world.db.read.select().from(memberships),
    people: await world.db.read.select().from(people),
    seen: await world.db.read.select().from(seen),
    texts: await world.db.read.$count(texts),
    own: await world.db.read.$count(audit, eq(audit.who, 'person:kelly')),
  })
  const before = await theirs()
  const looks = async () => world.db.read.$count(audit, eq(audit.did, 'plan.previewed'))
  const pages = ['', '?page=home', '?page=now', '?page=paper', '?page=text'].map((page) => `${url}/as/${id}${page}`)
  const frames = TABS.map((tab) => `${url}/phone/${id}?page=${tab}`)
  for (const path of [...pages, ...frames]) {
    const sofar = await looks()
    expect((await browser.get(path)).status).toBe(200)
    expect(await looks()).toBe(sofar + 1)
  }
  expect(await theirs()).toEqual(before)
})

test('a draft behind a published plan is looked at as each person would get it, on every page, while they get the published one', async () => {
  const world = await testWorld({ families: true })
  const site = await served(world)
  const { browser } = await deskOf(world, 'priya', site)
  const familyId = await familyIdOf(world, cast.marsh)
  const url = await familyUrl(world, cast.marsh)
  const id = await publicIdOf(world, familyId, 'kelly')
  const as = `${url}/as/${id}`
  expect((await browser.get(as)).html).not.toContain('of=draft')
  const rule = 'Whoever has the children has the blue bag.'
  await nextVersion(world, { familyId, by: 'priya' }, async ({ newest }) => {
    const document = structuredClone(newest.document)
    Object.assign(theOne(document.plan.rules[0]), { text: rule, forChildren: rule })
    return { document, did: 'draft begun' }
  })
  const published = await browser.get(as)
  expect(published.html).not.toContain(rule)
  const draft = await browser.get(published.links.find((href) => href.includes('of=draft')) ?? '')
  expect(wordsOn(draft.html)).toContain('This is the draft, as Kelly would read it')
  expect(draft.html).toContain(rule)
  const paper = await browser.get(draft.links.find((href) => href.includes('page=paper')) ?? '')
  expect((await browser.get(frameOf(paper.html))).html).toContain(rule)
  expect((await browser.get(frameOf(paper.html).replace('&of=draft', ''))).html).not.toContain(rule)
  // What is published says nothing of the draft, so it is no look at it.
  const rows = await world.db.read.select().from(audit).where(eq(audit.who, 'staff:priya'))
  expect(rows.map(({ did }) => did).filter((did) => did.endsWith('previewed'))).toEqual(
    ['plan', 'published', 'plan', 'plan', 'plan', 'published'].map((what) => `${what}.previewed`),
  )
})

test('who endorses a change reads the draft, not what is published, and each person’s page of the draft', async () => {
  const world = await testWorld({ families: true })
  const site = await served(world)
  const [priya, joan] = [await deskOf(world, 'priya', site), await deskOf(world, 'joan', site)]
  const url = await familyUrl(world, cast.marsh)
  const rule = 'Whoever has the children has the blue bag.'
  await nextVersion(world, { familyId: await familyIdOf(world, cast.marsh), by: 'priya' }, async ({ newest }) => {
    const document = structuredClone(newest.document)
    Object.assign(theOne(document.plan.rules[0]), { text: rule })
    return { document, did: 'draft begun' }
  })
  await priya.browser.send(await priya.browser.get(`${url}/ask`), MAIN)
  const page = await joan.browser.get(`${url}/endorse`)
  expect(page.html).toContain(rule)
  expect(page.links.filter((href) => href.includes('/as/')).every((href) => href.endsWith('of=draft'))).toBe(true)
})

test('of a plan nobody has published yet each page is made too, for who would have a view; others of the staff find nothing', async () => {
  const world = await testWorld({ families: true })
  const site = await served(world)
  const { browser } = await deskOf(world, 'tom', site)
  const added = await importFamily(world, changed('harker', { reference: 'CS-99999' }), { by: 'tom' })
  if ('faults' in added) throw new Error(added.faults[0]?.message)
  const url = `/desk/families/${added.publicId}`
  const craig = await publicIdOf(world, added.familyId, 'craig')
  for (const page of ['plan', ...TABS]) {
    const frame = await browser.get(
      frameOf((await browser.get(`${url}/as/${craig}?page=${page}`)).html) || `${url}/as/${craig}`,
    )
    expect(frame.status).toBe(200)
    expect(wordsOn(frame.html)).toMatch(/Craig|course/)
    for (const kept of ['Maureen', 'Nana Mo', 'Ruth', 'door mat', 'Hannah']) expect(frame.html).not.toContain(kept)
  }
  const { browser: other } = await deskOf(world, 'priya', site)
  for (const page of ['', '?page=text', '?of=draft'])
    expect((await other.get(`${url}/as/${craig}${page}`)).status).toBe(404)
  expect((await other.get(`${url}/phone/${craig}?page=home`)).status).toBe(404)
})

test('the next text stands there word for word with what it costs and when it would go, or why none goes', async () => {
  const { world, site } = await start()
  const familyId = await familyIdOf(world, cast.marsh)
  const textTo = async (id: string) => nextTextTo(world, familyId, await publicIdOf(world, familyId, id))
  const before = await textTo('kelly')
  expect(before).toMatchObject({ kind: 'invitation', goes: 'now', segments: 1 })
  expect('body' in before && before.body).toContain('/l/••••')
  await comeIn(world, site, cast.kelly)
  expect(await textTo('kelly')).toMatchObject({ kind: 'sign-in', goes: 'now' })
  expect(await textTo('sheila')).toEqual({ none: expect.stringMatching(/landline|outer-circle|no-texts/) })
  expect(await textTo('alfie')).toEqual({ none: 'child-without-sign-in' })
  world.clock.set('2026-11-23T23:00:00Z')
  expect(await textTo('toni')).toMatchObject({ kind: 'invitation', goes: '2026-11-24T08:00:00.000Z' })
  expect(await textTo('kelly')).toMatchObject({ kind: 'sign-in', goes: 'now' })
  const { browser } = await deskOf(world, 'priya', site)
  const url = await familyUrl(world, cast.marsh)
  const page = await browser.get(`${url}/as/${await publicIdOf(world, familyId, 'sheila')}?page=text`)
  expect(wordsOn(page.html)).toContain('No text goes to Nan as things stand.')
  const queued = await world.db.read.$count(texts, eq(texts.personId, 'toni'))
  expect(queued).toBe(0)
})
