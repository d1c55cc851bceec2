/** A plan's languages at the desk: a file goes out and comes back into the draft, and who is asked is told what is unchecked. */
import { and, desc, eq } from 'drizzle-orm'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import type { FamilyFile } from '#app/domain/plan/case-file'
import { audit, versions } from '#db/schema'
import { deskOf, familyUrl, MAIN } from './at-the-desk'
import * as cast from './cast'
import { comeIn, start } from './come-in'
import { familyIdOf } from './desk-world'
import { served } from './served'
import { type Page, type Visitor, wordsOn } from './visit'
import { type TestWorld, testWorld } from './world'

type Site = Awaited<ReturnType<typeof served>>
const says = (page: Page) => wordsOn(page.html)

async function olusDesk(staffId = 'olu', at?: { world: TestWorld; site: Site }) {
  const world = at?.world ?? (await testWorld({ families: true }))
  const site = at?.site ?? (await served(world))
  const { browser } = await deskOf(world, staffId, site)
  return { world, site, browser, url: `${await familyUrl(world, cast.wojcik)}/languages` }
}

/** Sends the form of a page with a file, as a browser does. */
async function upload(site: Site, browser: Visitor, page: Page, typed: Record<string, string>, file: string) {
  const fields = { ...page.forms.find(({ html }) => html.includes('type="file"'))?.fields, ...typed }
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) if (name !== 'file') data.set(name, value)
  data.set('file', new File([file], 'back.xlf'))
  const request = new Request('http://portal/', { method: 'POST', body: data })
  const answer = await site.ask(page.path, {
    method: 'POST',
    headers: {
      Host: site.host,
      'Content-Type': request.headers.get('Content-Type') ?? '',
      'Sec-Fetch-Site': 'same-origin',
      Cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
    body: Buffer.from(await request.arrayBuffer()),
  })
  return { ...answer, leadTo: String(answer.headers.location ?? ''), says: wordsOn(answer.body) }
}

async function newest(world: TestWorld) {
  const ofFamily = eq(versions.familyId, await familyIdOf(world, cast.wojcik))
  const [row] = await world.db.read.select().from(versions).where(ofFamily).orderBy(desc(versions.number)).limit(1)
  if (!row) throw new Error('No version.')
  return row
}

/** As a translator would: the English again, with "xx" before it. */
const translatedXliff = (xliff: string) =>
  xliff.replace(
    /(<source[^>]*>)([\s\S]*?)<\/source>\s*<target[^>]*>[\s\S]*?<\/target>/g,
    '$1$2</source><target>xx $2</target>',
  )

test('every language somebody reads is listed with its readers; one nobody reads is no page; an administrator and others find none', async () => {
  const { world, site, browser, url } = await olusDesk()
  const page = await browser.get(url)
  expect(says(page)).toMatch(/Polish.*Read by .*Tomasz/)
  expect(says(page)).toMatch(/Urdu.*Read by Nasreen/)
  expect((await browser.get(`${url}/cs`)).status).toBe(404)
  expect((await browser.get(`${url}/cs/file`)).status).toBe(404)
  for (const staffId of ['priya', 'ada']) {
    const other = await olusDesk(staffId, { world, site })
    for (const path of ['', '/pl', '/pl/back', '/pl/file'])
      expect((await other.browser.get(url + path)).status).toBe(404)
  }
})

test('a file goes out without a name, comes back with all of them, and is a draft nobody reads yet; the look is in the trail', async () => {
  const { world, site, browser, url } = await olusDesk()
  const before = await newest(world)
  const sent = await browser.get(`${url}/pl/file`)
  expect(sent.headers['content-disposition']).toBe('attachment; filename="plan-pl.xlf"')
  for (const name of ['Agnieszka', 'Tomasz', 'Zosia', 'Kacper', 'Nasreen', 'Gareth', 'Olu', 'Bell', 'CS-20631'])
    expect(sent.html).not.toContain(name)
  expect(
    await world.db.read.$count(audit, and(eq(audit.who, 'staff:olu'), eq(audit.did, 'translation.sent-out'))),
  ).toBe(1)

  const back = await browser.get(`${url}/pl/back`)
  const typed = { translator: 'A. Kowal', checker: '' }
  const file = translatedXliff(sent.html)
  const taken = await upload(site, browser, back, typed, file)
  expect(taken.status, taken.says).toBe(303)
  expect(taken.leadTo).toContain('/languages/pl?taken')
  const draft = await newest(world)
  expect(draft).toMatchObject({ number: before.number + 1, publishedAt: null, madeBy: 'olu' })
  const { pl = {} } = (draft.document as FamilyFile).plan.translations ?? {}
  const fresh = Object.values(pl).filter(({ by }) => by === 'A. Kowal')
  expect(fresh.length).toBeGreaterThan(20)
  for (const { text, of, status } of fresh) expect([text, status]).toEqual([`xx ${of}`, 'draft'])
  const { plan, ...rest } = before.document as FamilyFile
  const { plan: now, ...restNow } = draft.document as FamilyFile
  expect({ ...now, translations: 0, ...restNow }).toEqual({ ...plan, translations: 0, ...rest })

  // The same press once more changes nothing.
  expect((await upload(site, browser, back, typed, file)).status).toBe(303)
  expect((await newest(world)).number).toBe(draft.number)
  const page = await browser.get(taken.leadTo)
  expect(says(page)).toContain('It is in the draft now.')
  expect(says(page)).not.toMatch(/\d+ missing/)
  expect(says(page)).toContain('by A. Kowal')
})

test('a table comes back too; one line that does not fit, and none of it is saved, with the line and why', async () => {
  const { world, site, browser, url } = await olusDesk()
  const sent = (await browser.get(`${url}/ur/file?as=table`)).html
  const rows = Papa.parse<string[]>(sent.replace(/^\ufeff/, '')).data.filter((row) => row.length > 1)
  const translated = rows.map(([id = '', where = '', english = '', , state = ''], at) =>
    at === 0 ? rows[0] : [id, where, english, `xx ${english}`, state],
  )
  const back = await browser.get(`${url}/ur/back`)
  const broken = translated.map((row, at) => (at === 1 ? row?.with(3, `${row[3]} {person 77}`) : row)) as string[][]
  const refused = await upload(site, browser, back, { translator: 'S. Malik' }, Papa.unparse(broken))
  expect(refused.status).toBe(422)
  expect(refused.says).toContain('Nothing was saved. 1 thing does not fit:')
  expect(refused.says).toContain('{person 77} does not stand in the English. Take it out.')
  expect((await newest(world)).publishedAt).not.toBeNull()
  expect((await upload(site, browser, back, { translator: '' }, 'x')).says).toContain('Say who translated it.')
  expect((await upload(site, browser, back, { translator: 'S. Malik' }, '')).says).toContain('Choose a file first.')
  const large = `<a>${'x'.repeat(1_000_001)}</a>`
  expect((await upload(site, browser, back, { translator: 'S. Malik' }, large)).says).toContain('too large')

  const typed = { translator: 'S. Malik', checker: 'N. Shah' }
  const taken = await upload(site, browser, back, typed, Papa.unparse(translated as string[][], { delimiter: ';' }))
  expect(taken.status, taken.says).toBe(303)
  const { ur = {} } = ((await newest(world)).document as FamilyFile).plan.translations ?? {}
  expect(Object.values(ur).filter(({ by, status }) => by === 'N. Shah' && status === 'checked').length).toBeGreaterThan(
    0,
  )
  // A name in Urdu keeps to itself, so that what stands beside it is not turned round.
  expect(Object.values(ur).some(({ text }) => /\u2068[^\u2069]+\u2069/.test(text))).toBe(true)
})

test('typed beside the English: unchecked until ticked with who checked; a plan that changed meanwhile gives the words back', async () => {
  const { world, browser, url } = await olusDesk()
  const page = await browser.get(`${url}/pl`)
  const form = page.forms.find(({ html }) => html.includes('name="version"'))
  const [name = ''] = Object.keys(form?.fields ?? {}).filter((one) => one.startsWith('text-'))
  const id = name.slice('text-'.length)
  expect(says(await browser.send(page, 'name="version"'))).toContain('There is nothing new in it.')
  expect(says(await browser.send(page, 'name="version"', { [name]: 'Nowe słowa.', checked: id }))).toContain(
    'Say who has checked the ones you ticked.',
  )
  const saved = await browser.send(page, 'name="version"', { [name]: 'Nowe słowa.' })
  expect(says(saved)).toContain('It is in the draft now.')
  const words = async () =>
    Object.values(((await newest(world)).document as FamilyFile).plan.translations?.pl ?? {}).find(
      ({ text }) => text === 'Nowe słowa.',
    )
  expect(await words()).toMatchObject({ status: 'draft', by: 'Olu Adebayo' })
  const late = await browser.send(page, 'name="version"', { [name]: 'Za późno.' })
  expect(late.status).toBe(422)
  expect(says(late)).toContain('Someone changed the plan since you opened this page.')
  expect(late.html).toContain('Za późno.')
  await browser.send(await browser.get(`${url}/pl`), 'name="version"', { checked: id, checker: 'Halina' })
  expect(await words()).toMatchObject({ status: 'checked', by: 'Halina' })
})

test('who endorses the plan reads the translations and has no form for them', async () => {
  const { world, site, url } = await olusDesk()
  const { browser } = await deskOf(world, 'joan', site)
  const page = await browser.get(`${url}/pl`)
  expect(page.status).toBe(200)
  expect(says(page)).toContain('Who endorses this plan does not write it.')
  expect(page.forms.filter(({ html }) => html.includes(MAIN) && html.includes('textarea'))).toEqual([])
  expect((await browser.get(`${url}/pl/back`)).path).toBe(`${url}/pl`)
})

test('somebody who is asked to say yes to an unchecked translation is told that it is, where they are asked', async () => {
  const { world, site } = await start()
  const tomasz = await comeIn(world, site, cast.tomasz, { language: 'pl' })
  const mine = (await tomasz.get('/home')).links.find((href) => href.endsWith('/mine')) ?? ''
  const said = 'To tłumaczenie nie zostało jeszcze sprawdzone.'
  const page = await tomasz.get(mine)
  const { translations } = (await newest(world)).document.plan as FamilyFile['plan']
  const drafts = Object.values(translations?.pl ?? {}).filter(({ status }) => status === 'draft')
  const shown = drafts.filter(({ text }) => page.html.includes(text))
  expect(shown.length > 0).toBe(page.html.includes(said))
  expect([page.html, (await tomasz.get(mine.replace('/mine', '/scale'))).html].join()).toContain(said)
  const nasreen = await comeIn(world, site, cast.nasreen, { language: 'en' })
  expect((await nasreen.get('/home')).html).not.toContain('has not been checked')
})
