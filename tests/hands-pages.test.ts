/** From a file that was added to a plan that people can be invited to: by its pages, in browsers without script. */
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { nextVersion } from '#app/domain/record/next-version'
import { audit, families, hands, invitations, staff, teams, unread, versions } from '#db/schema'
import { deskOf, familyUrl, follow, MAIN } from './at-the-desk'
import { changed } from './broken-files'
import * as cast from './cast'
import { familyIdOf } from './desk-world'
import { served } from './served'
import { type CaseName, caseFile } from './situation'
import { theOne } from './speaking'
import { type Page, plainly, wordsOn } from './visit'
import { testWorld } from './world'

const says = (page: Page) => wordsOn(page.html)

/** Tom adds a family; the browsers of those who may have to do with it. */
async function added(name: CaseName = 'harker', changes: Record<string, unknown> = {}, by = 'tom') {
  const world = await testWorld({ families: true })
  const site = await served(world)
  const desk = async (staffId: string) => (await deskOf(world, staffId, site)).browser
  const author = await desk(by)
  const file = changed(name, { reference: 'CS-99999', familyName: 'Hill family', ...changes })
  const page = await author.send(await author.get('/desk/families/new'), 'name="pasted"', {
    pasted: JSON.stringify(file),
  })
  return { world, author, desk, page, url: page.path.replace(/\/plan$/, '') }
}

test('where there is domestic abuse: asked, endorsed, looked at as each person, published, and invited to', async () => {
  const { world, author, desk, page, url } = await added()
  expect(says(page)).toContain('Next: Tom Beckett asks for it to be endorsed')
  expect(says(page)).toContain('Then a manager endorses it: Amina Hussain and Joan Petrie')
  const ask = await author.get(`${url}/ask`)
  expect(says(ask)).toContain('nothing in it tells anyone')
  expect(says(await author.send(ask, MAIN))).toContain('Choose who makes the second check.')
  const asked = await author.send(ask, MAIN, { checker: 'olu' })
  expect(asked.path).toBe(`${url}/plan`)
  expect(says(asked)).toContain('Sent to Amina Hussain and Joan Petrie to endorse One of them is enough.')
  expect(says(asked)).toContain('Sent to Olu Adebayo for the second check')
  expect(asked.links).not.toContain(`${url}/endorse`)

  const joan = await desk('joan')
  const today = await joan.get('/desk')
  expect(says(today)).toContain('Plans to endorse')
  const read = await follow(joan, today, 'Read the plan of the Hill family')
  expect(says(read)).toContain('Craig is at the door or in the street.')
  const endorse = await joan.get(`${url}/endorse`)
  expect(says(endorse)).toContain('It is published as soon as Olu Adebayo has made the second check too.')
  expect(says(endorse), 'the whole plan, on the page itself').toContain('Craig is at the door or in the street.')
  const asCraig = endorse.html.match(/href="([^"]*\/as\/[^"]*)"[^>]*>Craig</)?.[1] ?? ''
  const craigs = await joan.get(asCraig)
  expect(says(craigs)).toContain('Go to the course.')
  for (const kept of ['Maureen', 'Nana Mo', 'Ruth', 'door mat', 'Hannah']) expect(craigs.html).not.toContain(kept)
  const endorsed = await joan.send(endorse, MAIN)
  expect(says(endorsed)).toContain('Endorsed by Joan Petrie')
  expect((await joan.send(endorse, MAIN)).path).toBe(`${url}/plan`)
  expect(await world.db.read.$count(hands, eq(hands.kind, 'endorsed'))).toBe(1)

  const olu = await desk('olu')
  const check = await follow(olu, await olu.get('/desk'), 'Read the plan of the Hill family')
  expect(check.path).toBe(`${url}/check`)
  expect(says(check), 'whom the order is against, before all others').toMatch(
    /Look at it as each of them lines line at not looked yet what \S+ See it as Craig Craig chip ask .*court order/,
  )
  expect((await olu.get(asCraig)).html).toContain('Go to the course.')
  const others = check.links.filter((href) => href.includes('/as/') && href !== asCraig)
  const some = await olu.get(check.path)
  const everybody = new Set(others).size + 1
  expect(says(some)).toContain(`1 of ${everybody} looked at. Still to look at: `)
  expect(some.html).not.toContain('I have looked at it as each person')
  for (const href of others) await olu.get(href)
  // The draft needs her eyes; what people said does not.
  const spoken = Object.values(caseFile('harker').said ?? {})
    .flat()
    .flatMap((entry) => ('words' in entry && entry.words?.includes(' ') ? [entry.words] : []))
  const readBy = async (browser: typeof olu) => {
    const pages = [...others.slice(0, 2), asCraig].map((href) => `${href}${href.includes('?') ? '&' : '?'}page=plan`)
    return (await Promise.all([...pages, `${url}/plan`].map((href) => browser.get(href)))).map(says).join('\n')
  }
  const [toms, hers] = [await readBy(author), await readBy(olu)]
  expect(spoken.filter((words) => toms.includes(words)).length).toBeGreaterThan(0)
  expect(spoken.filter((words) => hers.includes(words))).toEqual([])
  const looked = await olu.get(check.path)
  expect(says(looked)).toMatch(/you looked: Mon,? 23 Nov,? 10:00 what \S+ See it as Craig Craig/)
  const [hill] = await world.db.read.select().from(families).where(eq(families.reference, 'CS-99999'))
  expect(await world.db.read.$count(unread, eq(unread.familyId, hill?.id ?? '')), 'what came with it is no news').toBe(
    0,
  )
  const whole = await olu.get(`${url}/plan`)
  expect(whole.status).toBe(200)
  const ofFamily = whole.links.filter((href) => href.startsWith(url))
  expect(ofFamily.filter((href) => /\/(people|answers|log|texts|shut)$/.test(href))).toEqual([])
  const done = await olu.send(looked, MAIN)
  expect(done.path).toBe('/desk?done=second-checked')
  expect(says(done)).toContain('You do not see that family any more.')
  for (const path of [`${url}/plan`, `${url}/check`, asCraig]) expect((await olu.get(path)).status).toBe(404)
  expect((await olu.send(looked, MAIN)).path).toBe('/desk?done=second-checked')

  const published = await author.get(`${url}/plan`)
  expect(says(published)).toContain('Written by Tom Beckett, endorsed by Joan Petrie, second check by Olu Adebayo.')
  expect(says(published)).not.toContain('This plan is not published')
  const invite = await follow(author, await author.get(`${url}/people`), 'Invite Nana Mo')
  await author.send(invite, MAIN, { phone: '07700 900245', word: cast.maureen.word, sendNow: 'yes' })
  expect(await world.db.read.$count(invitations)).toBe(1)
})

test('sent back, its words stand on the worker’s desk and page with who and when; a changed file is asked for anew', async () => {
  const { world, author, desk, url } = await added('marsh', { worker: 'priya' }, 'priya')
  await author.send(await author.get(`${url}/ask`), MAIN)
  const amina = await desk('amina')
  const page = await amina.get(`${url}/send-back`)
  expect(says(await amina.send(page, MAIN, { words: ' ' }))).toContain('Say what is wrong first.')
  await amina.send(page, MAIN, { words: 'Rule 2 is not what we agreed.' })
  expect(says(await author.get('/desk'))).toContain('Amina Hussain sent it back: auto Rule 2 is not what we agreed.')
  const back = await author.get(`${url}/plan`)
  expect(says(back)).toMatch(/Amina Hussain sent it back Mon,? 23 Nov,? 10:00 auto Rule 2 is not what we agreed\./)

  const replace = await author.get(`${url}/replace`)
  const file = { reference: 'CS-99999', familyName: 'Hill family', worker: 'priya' }
  const another = JSON.stringify(changed('marsh', { ...file, reference: 'CS-88888' }))
  expect(says(await author.send(replace, MAIN, { pasted: another }))).toContain('This family is “CS-99999”.')
  const pasted = JSON.stringify(
    changed('marsh', { ...file, 'plan.rules.1.text': 'Danny has a key.', 'people.0.phone': '+447700900199' }),
  )
  const replaced = await author.send(replace, MAIN, { pasted })
  expect(replaced.path).toBe(`${url}/plan`)
  expect(says(replaced)).toContain('Danny has a key.')
  expect(says(replaced)).toContain('Next: Priya Nair asks for it to be endorsed')
  expect((await author.send(replace, MAIN, { pasted })).path).toBe(`${url}/plan`)
  const [family] = await world.db.read.select().from(families).where(eq(families.reference, 'CS-99999'))
  expect(await world.db.read.$count(versions, eq(versions.familyId, family?.id ?? ''))).toBe(2)
  await author.send(await author.get(`${url}/ask`), MAIN)
  const endorse = await amina.get(`${url}/endorse`)
  await amina.send(endorse, MAIN)
  expect(says(await author.get(`${url}/people`))).toContain('07700 900 199')
})

test('what would tell somebody what is kept from them stands in the way, with its place, and nobody is asked', async () => {
  const telling = { 'plan.rules.3.text': 'Grown-ups, also Ruth, do not ask the children.' }
  const { world, author, url } = await added('harker', telling)
  const ask = await author.get(`${url}/ask`)
  expect(says(ask)).toContain('1 thing stands in the way:')
  expect(says(ask)).toContain('Rule 4, words: “Ruth” would tell Craig Dunn and Steve Dunn what is kept from them.')
  expect(ask.forms.filter(({ html }) => html.includes(MAIN))).toEqual([])
  expect(await world.db.read.$count(hands)).toBe(0)
})

test('a draft of others is no different from what never was, to the byte; so is every act on it, and what was written comes back', async () => {
  const { world, author, desk, url } = await added()
  const nadia = { id: 'nadia', name: 'Nadia Khan', role: 'manager' as const, teamId: 'south' }
  await world.db.write((db) => [
    db.insert(teams).values({ id: 'south', name: 'Family Help South' }),
    db.insert(staff).values({ ...nadia, addedAt: world.now().toISOString() }),
  ])
  await author.send(await author.get(`${url}/ask`), MAIN, { checker: 'olu' })
  const asked = await author.get(`${url}/plan`)
  const as = asked.links.find((href) => href.includes('/as/')) ?? ''
  const acts = ['ask', 'endorse', 'check', 'send-back', 'replace', 'findings/overrule', 'findings/take-back']
  const pages = ['plan', 'findings', ...acts, 'people', 'answers', 'log', 'texts', 'shut']
  const nobodys = (path: string) => path.replace(url, '/desk/families/none')
  for (const staffId of ['priya', 'nadia', 'ada']) {
    const browser = await desk(staffId)
    expect(says(await browser.get('/desk'))).not.toContain('Hill family')
    for (const path of [...pages.map((page) => `${url}/${page}`), as]) {
      const [real, invented] = [await browser.get(path), await browser.get(nobodys(path))]
      expect([path, real.status]).toEqual([path, 404])
      expect(real.html).toBe(invented.html)
    }
    for (const act of acts) {
      const sent = await browser.ask(`${url}/${act}`, 'POST', { ticket: 'x', words: 'Not this.' })
      const invented = await browser.ask(`/desk/families/none/${act}`, 'POST', { ticket: 'x', words: 'Not this.' })
      expect([act, sent.status, sent.html]).toEqual([act, 404, invented.html])
    }
  }
  const olu = await desk('olu')
  for (const page of ['ask', 'endorse', 'replace', 'people', 'answers', 'log', 'texts', 'shut'])
    expect([page, (await olu.get(`${url}/${page}`)).status]).toEqual([page, 404])
  expect(await world.db.read.$count(hands)).toBe(1)
})

test('whoever was a moment too late sees how it stands, and has their words back', async () => {
  const { author, desk, url } = await added('marsh', { worker: 'priya' }, 'priya')
  await author.send(await author.get(`${url}/ask`), MAIN)
  const [joan, amina] = [await desk('joan'), await desk('amina')]
  const [endorse, back] = [await joan.get(`${url}/endorse`), await joan.get(`${url}/send-back`)]
  await amina.send(await amina.get(`${url}/endorse`), MAIN)
  const late = await joan.send(endorse, MAIN)
  expect(late.path).toBe(`${url}/plan`)
  expect(says(late)).toContain('endorsed by Amina Hussain')
  const words = await joan.send(back, MAIN, { words: 'Rule 2 is not what we agreed.' })
  expect([words.status, plainly(words.html).includes('Rule 2 is not what we agreed.')]).toEqual([404, true])
})

test('every look at a draft and every act on it is in the trail, without a word of it', async () => {
  const { world, author, desk, url } = await added()
  await author.send(await author.get(`${url}/ask`), MAIN, { checker: 'olu' })
  const olu = await desk('olu')
  await olu.get('/desk')
  await olu.get(`${url}/check`)
  await olu.send(await olu.get(`${url}/send-back`), MAIN, { words: 'The rule about the key.' })
  const rows = await world.db.read.select().from(audit)
  const oflu = rows.filter(({ who, familyId }) => who === 'staff:olu' && familyId)
  const [family] = await world.db.read.select().from(families).where(eq(families.reference, 'CS-99999'))
  expect(oflu.filter(({ familyId }) => familyId === family?.id).map(({ did }) => did)).toEqual([
    // Once on the way in, once asked for.
    ...['desk.viewed', 'desk.viewed', 'check.viewed', 'send-back.viewed', 'plan sent-back'],
  ])
  expect(rows.map(({ did }) => did)).toEqual(expect.arrayContaining(['imported', 'ask.viewed', 'plan asked']))
  expect(JSON.stringify(rows)).not.toContain('key')
})

test('who is named to check another draft of a published plan reads that draft, and not what is published', async () => {
  const world = await testWorld({ families: true })
  const site = await served(world)
  const { browser: tom } = await deskOf(world, 'tom', site)
  const { browser: olu } = await deskOf(world, 'olu', site)
  const url = await familyUrl(world, cast.harker)
  await nextVersion(world, { familyId: await familyIdOf(world, cast.harker), by: 'tom' }, async ({ newest }) => {
    const document = structuredClone(newest.document)
    theOne(document.plan.commitments[0]).text = 'Walk to school together.'
    return { document, did: 'draft begun' }
  })
  expect((await olu.get(`${url}/plan`)).status, 'before she is named').toBe(404)
  await tom.send(await tom.get(`${url}/ask`), MAIN, { checker: 'olu' })
  const plan = await olu.get(`${url}/plan`)
  expect(plan.status).toBe(200)
  expect(says(plan)).toContain('Walk to school together.')
  for (const shut of ['answers', 'log', 'people']) expect((await olu.get(`${url}/${shut}`)).status).toBe(404)
})
