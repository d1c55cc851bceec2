/** The editor without script: real pages, by their buttons. */
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openDraftOf } from '#app/domain/council/open-draft'
import { itemsIn } from '#app/domain/plan/draft/loose'
import { audit, draftChanges, families, versions } from '#db/schema'
import { deskOf, familyUrl, MAIN } from './at-the-desk'
import * as cast from './cast'
import { familyIdOf, publicIdOf } from './desk-world'
import { type Page, pairsOf, type Visitor, visitor, wordsOn } from './visit'
import { type TestWorld, testWorld } from './world'

/** A draft of the Marsh plan, open before somebody who works with the family. */
async function writing(world: TestWorld, staffId = 'priya', site?: Awaited<ReturnType<typeof deskOf>>['site']) {
  const { browser, site: here } = await deskOf(world, staffId, site)
  const url = `${await familyUrl(world, cast.marsh)}/plan`
  const begin = await browser.get(`${url}/edit`)
  if (begin.path.endsWith('/edit')) await browser.send(begin, MAIN)
  return { browser, url, site: here, at: (part: string) => browser.get(`${url}/edit/${part}`) }
}

const FORM = 'name="seen"'
async function press(browser: Visitor, page: Page, button: string, typed: Record<string, string> = {}) {
  const form = page.forms.find(({ html }) => html.includes(FORM))
  if (!form) throw new Error(`Nothing to write on ${page.path}.`)
  return browser.ask(form.action, 'POST', pairsOf(form, { do: button, ...typed }))
}

async function itemOf(world: TestWorld, id: string) {
  const draft = await openDraftOf(world, await familyIdOf(world, cast.marsh))
  return draft && itemsIn(draft.writing.document).get(id)?.item
}

test('a published plan is changed in a copy: what the family reads stays as it is', async () => {
  const world = await testWorld({ families: true })
  const { browser, at } = await writing(world)
  const rule = await publicIdOf(world, await familyIdOf(world, cast.marsh), 'A-R3')
  const page = await at('goals')
  const saved = await press(browser, page, 'save', { [`${rule}.text`]: 'No beer, wine or vodka in the flat.' })
  expect(saved.status).toBe(200)
  expect(saved.html).toContain('No beer, wine or vodka in the flat.')
  expect(wordsOn(saved.html)).toMatch(/All is saved. Last change .*10:00, Priya/)
  expect(await itemOf(world, 'A-R3')).toMatchObject({
    text: 'No beer, wine or vodka in the flat.',
    makesSure: ['kelly', 'bev'],
  })
  const shown = await browser.get(`${await familyUrl(world, cast.marsh)}/plan`)
  expect(shown.html).not.toContain('No beer, wine or vodka')
  expect(wordsOn(shown.html)).toContain('A new draft is being written, begun by Priya Nair')

  // The same press once more, and the page from before sent again with other words.
  await press(browser, page, 'save', { [`${rule}.text`]: 'No beer, wine or vodka in the flat.' })
  expect(await world.db.read.$count(draftChanges)).toBe(1)
})

test('two workers on one page: the other’s words stay, mine stand beside them, and a press decides', async () => {
  const world = await testWorld({ families: true })
  const priya = await writing(world)
  const joan = await writing(world, 'joan', priya.site)
  const rule = await publicIdOf(world, await familyIdOf(world, cast.marsh), 'A-R3')
  const [mine, theirs] = [await priya.at('goals'), await joan.at('goals')]
  await press(joan.browser, theirs, 'save', { [`${rule}.text`]: 'Joan’s words.' })
  const back = await press(priya.browser, mine, 'save', { [`${rule}.text`]: 'Priya’s words.' })
  expect(wordsOn(back.html)).toMatch(/Joan wrote what stands above .* Priya wrote this/)
  expect(back.html).toContain('Joan’s words.')
  expect(back.html).toContain('Priya’s words.')
  expect(wordsOn((await joan.at('goals')).html)).toContain('Priya’s words.')
  const [, beside = ''] = back.html.match(/value="use\|([^"]+)"/) ?? []
  const used = await press(priya.browser, back, `use|${beside}`, { [`beside.${beside}`]: 'Words of both.' })
  expect(await itemOf(world, 'A-R3')).toMatchObject({ text: 'Words of both.' })
  expect(used.html).not.toContain('name="beside.')
})

test('what was taken out is put back by a press, and nothing somebody changed since is taken out', async () => {
  const world = await testWorld({ families: true })
  const priya = await writing(world)
  const joan = await writing(world, 'joan', priya.site)
  const rule = await publicIdOf(world, await familyIdOf(world, cast.marsh), 'A-R3')
  const mine = await priya.at('goals')
  await press(joan.browser, await joan.at('goals'), 'save', { [`${rule}.text`]: 'Joan’s words.' })
  const kept = await press(priya.browser, mine, `remove|${rule}`)
  expect(wordsOn(kept.html)).toContain('That was not taken out, because somebody changed it')
  const gone = await press(priya.browser, kept, `remove|${rule}`)
  expect(await itemOf(world, 'A-R3')).toBeUndefined()
  expect(wordsOn(gone.html)).toContain('taken out by Priya')
  await press(priya.browser, gone, `restore|${rule}`)
  expect(await itemOf(world, 'A-R3')).toMatchObject({ text: 'Joan’s words.' })
})

test('an administrator and other teams find no editor, and how somebody is reached is not changed there', async () => {
  const world = await testWorld({ families: true })
  const { browser, at, url, site } = await writing(world)
  for (const staffId of ['tom', 'ada']) {
    const other = await deskOf(world, staffId, site)
    for (const page of ['edit', 'edit/family', 'finish', 'save'])
      expect((await other.browser.get(`${url}/${page}`)).status).toBe(404)
  }
  const bev = await publicIdOf(world, await familyIdOf(world, cast.marsh), 'bev')
  const open = await browser.get(`${url}/edit/family?open=${bev}`)
  expect(open.html).toContain(`/people/${bev}/reach`)
  await press(browser, await at('family'), 'save', {
    [`${bev}.phone`]: '07700 900199',
    [`${bev}.addressAs`]: 'next door',
  })
  expect(await itemOf(world, 'bev')).toMatchObject({ phone: cast.bev.phone, addressAs: 'next door' })
})

test('the script’s save takes what is signed and whole, once however often it comes, and tells the rest why not', async () => {
  const world = await testWorld({ families: true })
  const { browser, url, at, site } = await writing(world)
  const rule = await publicIdOf(world, await familyIdOf(world, cast.marsh), 'A-R3')
  const before = (await itemOf(world, 'A-R3'))?.text
  const ticket = (await at('goals')).html.match(/data-ticket="([^"]+)"/)?.[1] ?? ''
  const changes = JSON.stringify([
    { id: 'once', do: 'set', item: rule, field: 'text', from: [before], to: ['No beer.'] },
  ])
  const save = (fields: Record<string, string>) =>
    browser.ask(`${url}/save`, 'POST', { ticket, seen: '0', changes, ...fields })
  expect((await save({ ticket: 'forged' })).status).toBe(409)
  expect((await save({ changes: '[{"id":"x","do":"drop"}]' })).status).toBe(422)
  for (let times = 0; times < 3; times++) {
    expect(JSON.parse((await save({})).html)).toMatchObject({
      revision: 1,
      outcomes: [{ id: 'once', is: times === 0 ? 'taken' : 'same' }],
    })
  }
  expect(await itemOf(world, 'A-R3')).toMatchObject({ text: 'No beer.' })
  const stranger = visitor(site)
  expect((await stranger.ask(`${url}/save`, 'POST', { ticket, seen: '0', changes })).status).toBe(401)
  const dids = await world.db.read.select({ did: audit.did }).from(audit)
  expect(dids.filter(({ did }) => did === 'draft changed')).toHaveLength(1)
})

test('a plan from elsewhere is pasted, comes apart into lines, and each goes where it belongs', async () => {
  const world = await testWorld({ families: true })
  const { browser, at } = await writing(world)
  const pasted = await browser.send(await at('left'), FORM, {
    paste: '• Kelly sings with Poppy.\n• Nan has a key.\n• Page 2 of 3',
  })
  const lines = [...pasted.html.matchAll(/name="line\.([^"]+)"/g)].map(([, id]) => id ?? '')
  expect(lines).toHaveLength(3)
  const [well = '', rule = ''] = ['strengths', 'rules'].map(
    (key) => pasted.html.match(new RegExp(`value="([^"]*\\|${key})"`))?.[1],
  )
  const sorted = await browser.send(pasted, FORM, {
    [`line.${lines[0]}`]: well,
    [`line.${lines[1]}`]: rule,
    [`line.${lines[2]}`]: '',
  })
  expect(sorted.html.match(/name="line\./g)).toHaveLength(1)
  expect((await at('well')).html).toContain('Kelly sings with Poppy.')
  expect((await at('goals')).html).toContain('Nan has a key.')
  expect(wordsOn(sorted.html)).toContain('Page 2 of 3')
})

test('a family begun from an empty page stands on the desk, is written, finished and asked for; sent back it opens again', async () => {
  const world = await testWorld({ families: true })
  const { browser, site } = await deskOf(world, 'priya')
  const first = {
    reference: 'CS-30001',
    familyName: 'Hill family',
    status: 'CIN',
    language: 'en',
    firstName: 'Ada',
    born: '2019-04',
  }
  const add = await browser.get('/desk/families/new')
  const wrong = await browser.send(add, 'action="/desk/families/write"', { ...first, born: 'April' })
  expect(wrong.status).toBe(422)
  expect(wordsOn(wrong.html)).toContain('Write the year and month like 2018-03.')
  const page = await browser.send(wrong, 'action="/desk/families/write"', first)
  expect(page.path).toMatch(/plan\/edit\/family$/)
  const url = page.path.replace('/edit/family', '')
  // Every page of a family that has no version yet.
  for (const path of [
    '/desk',
    '/desk/families',
    '/desk/search?q=Hill',
    url,
    ...['people', 'answers', 'log', 'texts', 'shut'].map((one) => url.replace(/plan$/, one)),
  ]) {
    const answer = await browser.get(path)
    expect(answer.status, path).toBe(200)
  }
  expect(wordsOn((await browser.get('/desk/families')).html)).toContain('Hill family')

  const blankOf = (html: string, key: string) =>
    html.match(new RegExp(`name="blank" value="([^|"]+)\\|[^|"]*\\|${key}`))?.[1] ?? ''
  const person = blankOf(page.html, 'people')
  await press(browser, page, 'save', {
    [`${person}.name`]: 'Mo Hill',
    [`${person}.relationship`]: 'mum',
    [`${person}.kind`]: 'parent',
    [`${person}.circle`]: 'inner',
  })
  const worried = await browser.get(`${url}/edit/worried`)
  const danger = blankOf(worried.html, 'danger')
  await press(browser, worried, 'save', { [`${danger}.text`]: 'Ada could be alone at night.' })
  const missing = await browser.get(`${url}/finish`)
  expect(missing.html).not.toContain('It is ready')
  expect(missing.links.some((href) => /edit\/goals#f-/.test(href))).toBe(true)
  const texts = (html: string) =>
    [...html.matchAll(/<textarea[^>]*name="([^".]+\.text)"/g)].map(([, name]) => name ?? '')
  const scale = await browser.get(`${url}/edit/scale`)
  await press(browser, scale, 'save', {
    [texts(scale.html)[0] ?? '']: 'Ada is alone.',
    [texts(scale.html)[1] ?? '']: 'Somebody is always there.',
  })
  const goals = await browser.get(`${url}/edit/goals`)
  const filled = await press(browser, goals, 'save', {
    [texts(goals.html)[0] ?? '']: 'Somebody is with Ada every night.',
  })
  expect(filled.status).toBe(200)

  const ready = await browser.get(`${url}/finish`)
  expect(wordsOn(ready.html)).toContain('Nothing is missing.')
  const ask = await browser.send(ready, 'name="revision"')
  expect(ask.path).toMatch(/\/ask$/)
  const [family] = await world.db.read.select().from(families).where(eq(families.reference, 'CS-30001'))
  const [version] = await world.db.read
    .select()
    .from(versions)
    .where(eq(versions.familyId, family?.id ?? ''))
  expect(version?.document).toMatchObject({
    familyName: 'Hill family',
    people: [{ id: 'priya', kind: 'professional' }, { name: 'Mo Hill' }],
    plan: { worries: [{ danger: [{ text: 'Ada could be alone at night.' }] }] },
  })

  await browser.send(ask, MAIN)
  const joan = await deskOf(world, 'joan', site)
  const back = await joan.browser.get(url.replace(/plan$/, 'send-back'))
  await joan.browser.send(back, MAIN, { words: 'Say who is there.' })
  const again = await browser.send(await browser.get(`${url}/edit`), MAIN)
  expect(wordsOn(again.html)).toContain('Say who is there.')
  const dids = (
    await world.db.read
      .select()
      .from(audit)
      .where(eq(audit.familyId, family?.id ?? ''))
  ).map(({ did }) => did)
  expect(dids).toContain('draft finished')
})

test('whom an order is against sees own items alone from the same press on, and what is missing is said in the form’s words, with the way to its field', async () => {
  const world = await testWorld({ families: true })
  const { browser, url, at } = await writing(world)
  const family = await at('family')
  const danny = await publicIdOf(world, await familyIdOf(world, cast.marsh), 'danny')
  const blank = (html: string, key: string) =>
    html.match(new RegExp(`name="blank" value="([^|"]+)\\|[^|"]*\\|${key}`))?.[1]
  const order = blank(family.html, 'courtOrders')
  const ordered = await press(browser, family, 'save', {
    [`${order}.kind`]: 'Danny must not come to the flat',
    [`${order}.against`]: danny,
  })
  expect(wordsOn(ordered.html)).toContain('Danny Frost sees only what involves them. That was set by itself')
  expect(await itemOf(world, 'danny')).toMatchObject({ planView: 'own-items' })

  const tasks = await at('tasks')
  const task = blank(tasks.html, 'commitments')
  const saved = await press(browser, tasks, 'save', { [`${task}.text`]: 'Rings every night' })
  const number = saved.html.match(/data-list="[^"]*commitments">[\s\S]*?<\/ul>/)?.[0].match(/class="entry"/g)?.length
  const finish = await browser.get(`${url}/finish`)
  const line = `Who does what, line ${(number ?? 0) - 1}, When`
  expect(wordsOn(finish.html)).toContain(`${line}: This is still empty. Fill it in.`)
  expect(wordsOn(finish.html)).not.toMatch(/is missing|planView|must hold|“when”/)
  const there = finish.links.find((href) => href.includes('/edit/tasks#f-'))
  expect((await browser.get(there ?? '')).html).toContain(`id="${there?.split('#')[1]}"`)
})
