import { readFileSync } from 'node:fs'
import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { importFamily } from '#app/domain/record/import'
import { askForCall } from '#app/domain/said/log'
import { verifyAudit } from '#app/domain/trail/audit'
import { audit, families, invitations, memberships, publicIds, said, texts } from '#db/schema'
import { deskOf, familyUrl, follow, MAIN } from './at-the-desk'
import { changed } from './broken-files'
import * as cast from './cast'
import { joined } from './coming-in'
import { dispatchDue } from './dispatch-due'
import { served } from './served'
import { speaker } from './speaking'
import { visitor, wordsOn } from './visit'
import { testWorld } from './world'

test('nobody gets to any page of the desk without signing in, and signing out ends it', async () => {
  const world = await testWorld({ families: true })
  const { browser, today, site } = await deskOf(world, 'priya')
  expect(wordsOn(today.html)).toContain('Letter about rent')
  const stranger = visitor(site)
  for (const path of ['/desk', '/desk/families', `${await familyUrl(world, cast.marsh)}/plan`, '/desk/log/x/reply']) {
    expect((await stranger.get(path)).path.split('?')[0]).toBe('/desk/sign-in')
  }
  await browser.send(today, 'action="/desk/sign-out"')
  expect((await browser.get('/desk')).path).toBe('/desk/sign-in')
})

test('a family of somebody else answers as one that never was, to the byte, and so does every act on it', async () => {
  const world = await testWorld({ families: true })
  const pages = ['plan', 'people', 'answers', 'log', 'texts', 'shut']
  for (const staffId of ['priya', 'ada']) {
    const { browser } = await deskOf(world, staffId)
    const theirs = await familyUrl(world, cast.harker)
    for (const page of pages) {
      const [real, invented] = [
        await browser.get(`${theirs}/${page}`),
        await browser.get(`/desk/families/none/${page}`),
      ]
      expect(real.status).toBe(404)
      expect(real.html).toBe(invented.html)
    }
  }
  const { browser: priya } = await deskOf(world, 'priya')
  const { browser: tom } = await deskOf(world, 'tom')
  const people = await tom.get(`${await familyUrl(world, cast.harker)}/people`)
  const before = await verifyAudit(world)
  for (const link of people.links.filter((href) => /invite|\/as\//.test(href))) {
    expect((await tom.get(link)).status).toBe(200)
    expect((await priya.get(link)).status).toBe(404)
    expect((await priya.ask(link, 'POST', { ticket: 'x', phone: '07700 900201' })).status).not.toBe(200)
  }
  expect(await world.db.read.$count(invitations)).toBe(0)
  expect((await verifyAudit(world)).brokenAt).toBeUndefined()
  expect(before.brokenAt).toBeUndefined()
})

test('an administrator comes to the settings, sees no family and brings none in', async () => {
  const world = await testWorld({ families: true })
  const { browser, today } = await deskOf(world, 'ada')
  expect(today.path).toBe('/desk/settings')
  expect(wordsOn(today.html)).toContain('You do not see any family')
  expect(today.links).not.toContain('/desk/families')
  expect((await browser.get('/desk/families')).links).not.toContain('/desk/families/new')
  expect((await browser.get('/desk/families/new')).status).toBe(404)
})

test('an invitation shows the exact text first; pressed twice it is one; refused it keeps what was typed', async () => {
  const world = await testWorld({ families: true })
  const { browser } = await deskOf(world, 'priya')
  const people = await browser.get(`${await familyUrl(world, cast.marsh)}/people`)
  const page = await follow(browser, people, 'Invite Bev')
  expect(wordsOn(page.html)).toContain(
    `My week, as agreed with you: https://portal.example/l/${'•'.repeat(22)} Works for 3 days.`,
  )
  expect(wordsOn(page.html)).toMatch(/\d+ letters, 1 text, £0.04/)

  const refused = await browser.send(page, MAIN, { phone: '01632 960121', word: 'Adeyemi', sendNow: 'yes' })
  expect(refused.status).toBe(422)
  expect(wordsOn(refused.html)).toContain('This is a landline.')
  expect(wordsOn(refused.html)).toContain('The word must not be their name.')
  expect(refused.forms.find(({ html }) => html.includes(MAIN))?.fields).toMatchObject({
    phone: '01632 960121',
    word: 'Adeyemi',
    sendNow: 'yes',
  })
  expect(await world.db.read.$count(invitations)).toBe(0)

  const filled = { phone: '07700 900178', word: cast.bev.word, sendNow: 'yes' }
  const [first, second] = [await browser.send(page, MAIN, filled), await browser.send(page, MAIN, filled)]
  expect([first.status, second.status]).toEqual([200, 200])
  expect(await world.db.read.$count(invitations)).toBe(1)
  expect(await world.db.read.$count(texts)).toBe(1)
  await dispatchDue(world)
  expect(world.sentTexts.map(({ to }) => to)).toEqual([cast.bev.phone])
  expect(wordsOn((await browser.get(people.path)).html)).toContain('text sent')
})

test('who cannot be invited has no button, and the page says why', async () => {
  const world = await testWorld({ families: true })
  const { browser } = await deskOf(world, 'tom')
  const people = await browser.get(`${await familyUrl(world, cast.harker)}/people`)
  expect(people.html).not.toContain('aria-label="Invite Brenda"')
  expect(wordsOn(people.html)).toContain('Never invited: they must not be told.')
  expect(wordsOn(people.html)).toContain('Professionals have no sign-in.')
})

test('taking away access says what ends, and ends it', async () => {
  const world = await testWorld({ families: true })
  await joined(world, cast.kelly)
  const { browser } = await deskOf(world, 'priya')
  const people = await browser.get(`${await familyUrl(world, cast.marsh)}/people`)
  const page = await follow(browser, people, 'Take away access from Kelly')
  expect(wordsOn(page.html)).toContain('every page Kelly has open')
  await browser.send(page, MAIN)
  const [membership] = await world.db.read.select().from(memberships)
  expect(membership).toMatchObject({ endedBy: 'staff:priya', endedWhy: 'revoked' })
  expect(wordsOn((await browser.get(people.path)).html)).toContain('access taken away')
})

test('a worker marks a worry as seen from the list, and replies; a reply that would tell too much comes back', async () => {
  const world = await testWorld({ families: true })
  await joined(world, cast.craig)
  const { browser, today } = await deskOf(world, 'tom')
  const seen = await browser.send(today, 'aria-label="Mark as seen: Leanne"')
  expect(seen.path).toBe('/desk')
  expect(wordsOn(seen.html)).not.toContain('Knock at door')
  const page = await follow(browser, seen, 'Reply to Craig')
  const back = await browser.send(page, MAIN, { words: 'Maureen had them.' })
  expect(wordsOn(back.html)).toContain('something that is kept from them: Maureen.')
  expect(back.forms.find(({ html }) => html.includes(MAIN))?.fields.words).toBe('Maureen had them.')
  const look = await browser.send(back, MAIN, { words: 'She is in Denton.' })
  expect(wordsOn(look.html)).toMatch(/Craig will read this: .*She is in Denton\./)
  const changed = await browser.send(look, 'name="looked"', { change: 'yes' })
  expect(changed.forms.find(({ html }) => html.includes(MAIN))?.fields.words).toBe('She is in Denton.')
  const again = await browser.send(changed, MAIN, { words: 'Thank you for going.' })
  expect((await browser.send(again, 'name="looked"')).path).toBe('/desk')
  const given = and(eq(said.kind, 'replies'), eq(said.by, 'tom'))
  expect(await world.db.read.$count(said, given)).toBe(1)
})

test('looking through somebody’s eyes shows what they see and nothing more, and is in the trail', async () => {
  const world = await testWorld({ families: true })
  const { browser } = await deskOf(world, 'tom')
  const people = await browser.get(`${await familyUrl(world, cast.harker)}/people`)
  const page = await follow(browser, people, 'See as Craig')
  expect(wordsOn(page.html)).toContain('Go to the course.')
  for (const kept of ['Maureen', 'Nana Mo', 'Ruth', 'door mat', 'Hannah']) expect(page.html).not.toContain(kept)
  const rows = await world.db.read.select().from(audit).where(eq(audit.did, 'plan.previewed'))
  expect(rows).toMatchObject([{ who: 'staff:tom', about: 'craig' }])
})

test('every page of a family is in the trail, without a word of it', async () => {
  const world = await testWorld({ families: true })
  const { browser } = await deskOf(world, 'tom')
  const url = await familyUrl(world, cast.harker)
  for (const page of ['plan', 'people', 'answers', 'log', 'shut']) await browser.get(`${url}/${page}`)
  const rows = await world.db.read.select().from(audit).where(eq(audit.who, 'staff:tom'))
  expect(rows.map(({ did }) => did)).toEqual(
    expect.arrayContaining(['plan.viewed', 'people.viewed', 'answers.viewed', 'log.viewed', 'shut.viewed']),
  )
  expect(JSON.stringify(rows)).not.toMatch(/Leanne|Craig|course/)
})

test('a family file is pasted: every fault with its path, nothing saved; then it is in, once, and its page says it is not published', async () => {
  const world = await testWorld({ families: true })
  const { browser } = await deskOf(world, 'priya')
  const file = { ...JSON.parse(readFileSync('db/seed/marsh.json', 'utf8')), reference: 'CS-99999' }
  const page = await browser.get('/desk/families/new')
  const broken = JSON.stringify({ ...file, worker: 'nobody', colour: 'red' })
  const faults = await browser.send(page, 'name="pasted"', { pasted: broken })
  expect(faults.status).toBe(422)
  expect(wordsOn(faults.html)).toMatch(/\$\.worker .*\$\.colour|\$\.colour .*\$\.worker/)
  expect(faults.forms.find(({ html }) => html.includes('name="pasted"'))?.fields.pasted).toBe(broken)
  expect(await world.db.read.$count(families)).toBe(3)

  const whole = { pasted: JSON.stringify(file) }
  const added = await browser.send(faults, 'name="pasted"', whole)
  expect(added.path).toMatch(/^\/desk\/families\/[\w-]{22}\/plan$/)
  expect(wordsOn(added.html)).toContain('This plan is not published')
  expect(wordsOn(added.html)).toContain('Poppy could get out')
  expect((await browser.send(faults, 'name="pasted"', whole)).path).toBe('/desk/families')
  expect(await world.db.read.$count(families)).toBe(4)
})

test('a chosen file wins over an old paste, which stays as it was; a fault says its place in words; a hundred thousand are counted', async () => {
  const world = await testWorld({ families: true })
  const { browser, site } = await deskOf(world, 'priya')
  const page = await browser.get('/desk/families/new')
  const [form] = page.forms.filter(({ html }) => html.includes('name="pasted"'))
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const choose = async (pasted: string, file: unknown) => {
    const body = new FormData()
    body.set('ticket', form?.fields.ticket ?? '')
    body.set('pasted', pasted)
    body.set('file', new File([JSON.stringify(file)], 'family.json', { type: 'application/json' }))
    const sent = new Request('http://desk', { method: 'POST', body })
    const headers = { Host: site.host, Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' }
    return site.ask('/desk/families/new', {
      ...{ method: 'POST', body: Buffer.from(await sent.arrayBuffer()) },
      headers: { ...headers, 'Content-Type': sent.headers.get('content-type') ?? '' },
    })
  }
  const file = { ...JSON.parse(readFileSync('db/seed/marsh.json', 'utf8')), reference: 'CS-99999' }
  const broken = structuredClone(file)
  broken.plan.rules[0].makesSure = ['nobody']
  const back = await choose('my old paste', broken)
  expect(back.status).toBe(422)
  expect(wordsOn(back.body)).toContain('Rule 1, who makes sure:')
  expect(wordsOn(back.body)).toContain('choose it again')
  expect(back.body).toMatch(/<textarea[^>]*>my old paste<\/textarea>/)

  const junk = Object.fromEntries(Array.from({ length: 130_000 }, (_, i) => [`k${i}`, i]))
  const counted = await choose('', { ...file, ...junk })
  expect(counted.status).toBe(422)
  expect(wordsOn(counted.body)).toContain('130000 things are wrong')
  expect(counted.body.length).toBeLessThan(100_000)
  expect(await world.db.read.$count(families)).toBe(3)

  expect((await choose('my old paste', file)).headers.location).toMatch(/^\/desk\/families\/[\w-]{22}\/plan$/)
  expect(await world.db.read.$count(families)).toBe(4)
})

test('who was signed out while typing a reply gets the words back', async () => {
  const world = await testWorld({ families: true })
  await joined(world, cast.toni)
  const { browser, today } = await deskOf(world, 'priya')
  const page = await follow(browser, today, 'Reply to Toni')
  await browser.send(today, 'action="/desk/sign-out"')
  const back = await browser.send(page, MAIN, { words: 'Danny can come at six.' })
  expect(back.status).toBe(401)
  expect(wordsOn(back.html)).toContain('Danny can come at six.')
})

test('a family whose plan is only a draft has its pages, and so has what somebody said in it', async () => {
  const world = await testWorld({ families: true })
  await importFamily(world, changed('marsh', { reference: 'CS-99999' }), { by: 'priya' })
  const { browser } = await deskOf(world, 'priya')
  const [family] = await world.db.read.select().from(families).where(eq(families.reference, 'CS-99999'))
  const inIt = and(eq(publicIds.familyId, said.familyId), eq(publicIds.itemId, said.id))
  const entries = await world.db.read
    .select({ id: publicIds.publicId })
    .from(said)
    .innerJoin(publicIds, inIt)
    .where(eq(said.familyId, family?.id ?? ''))
  const [person] = await world.db.read
    .select({ id: publicIds.publicId })
    .from(publicIds)
    .where(and(eq(publicIds.familyId, family?.id ?? ''), eq(publicIds.itemId, 'kelly')))
  const pages = ['plan', 'people', 'answers', 'log', 'texts', 'shut', `as/${person?.id}`]
  const acts = ['invite', 'resend', 'revoke', 'reach', 'card', 'test', 'checked', 'guesses', 'word']
  expect(entries.length).toBeGreaterThan(5)
  for (const path of [
    ...pages.map((page) => `${family?.publicId}/${page}`).map((page) => `/desk/families/${page}`),
    ...acts.map((act) => `/desk/families/${family?.publicId}/people/${person?.id}/${act}`),
    ...entries.flatMap(({ id }) => [`/desk/log/${id}/reply`, `/desk/log/${id}/seen`]),
  ]) {
    const { status } = await browser.get(path)
    expect([path, status < 500]).toEqual([path, true])
  }
  const reply = await browser.get(`/desk/log/${entries[0]?.id}/reply`)
  expect(reply.status).toBe(200)
  expect(wordsOn(reply.html)).toContain('has not joined and cannot read a reply here')
  expect(reply.html).not.toContain('<textarea')
  const log = await browser.get(`/desk/families/${family?.publicId}/log`)
  expect(wordsOn(log.html)).toContain('Did not sleep.')
  expect(log.html).not.toMatch(/aria-label="(Mark as seen|Reply to|Ring)/)
})

test('whoever has not joined is rung: there is nothing to send them', async () => {
  const world = await testWorld({ families: true })
  const { browser, today } = await deskOf(world, 'priya')
  const page = await follow(browser, today, 'Reply to Danny')
  expect(wordsOn(page.html)).toMatch(
    /Danny has not joined and cannot read a reply here.* tel:\+447700900134 Ring Danny/,
  )
  expect(page.html).not.toContain('<textarea')
})

test('the page of a reply shows all of what is answered: the call that was asked for, the number, and whether to ring now', async () => {
  const world = await testWorld({ families: true })
  const site = await served(world)
  const { member, plan, press } = await (await speaker(world, cast.leanne))()
  await askForCall(world, member, plan, press())
  const { browser } = await deskOf(world, 'tom', site)
  const asks = async (path: 'reply' | 'call') => {
    const [id] = (await browser.get('/desk')).html.match(/\/desk\/log\/[\w-]+\/call/) ?? []
    const { html } = await browser.get((id ?? '').replace('call', path))
    return textOf(html)
  }
  for (const path of ['reply', 'call'] as const) {
    const page = await asks(path)
    expect(page).toMatch(/please ring me Number ?: 07700 900 201 It is a safe time now, until 14:30\./)
    expect(page).not.toContain('No words with it.')
  }
  expect((await browser.get('/desk')).html).toContain(`tel:${cast.leanne.phone}`)
  world.clock.forward({ hours: 6 })
  const late = await deskOf(world, 'tom', site)
  const row = late.today.html.match(/<li class="line grave"[\s\S]*?<\/li>/)?.[0] ?? ''
  expect(textOf(row)).toContain('Not safe now. Next: Tue 09:30')
  expect(late.today.html).not.toContain(`tel:${cast.leanne.phone}`)
  expect(late.today.html).toContain(`tel:${cast.craig.phone}`)
  const reply = await follow(late.browser, late.today, 'Reply to Leanne')
  expect(textOf(reply.html)).toContain('Not a safe time now. Next: Tue 24 Nov, 09:30.')
  const craigs = textOf((await follow(late.browser, late.today, 'Reply to Craig')).html)
  expect(craigs).toMatch(/done Go to the course\. Went to group\..* Number ?: 07700 900 234/i)
  expect(craigs).not.toMatch(/safe time/)
})

const textOf = (html: string) => html.replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ').replace(/\s+/g, ' ')
