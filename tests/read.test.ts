import { beforeAll, describe, expect, test } from 'vitest'
import { verifyAudit } from '#app/domain/trail/audit'
import { audit, sessions } from '#db/schema'
import { agnieszka, bev, type CastMember, craig, kacper, kelly, leanne, nasreen } from './cast'
import { served } from './served'
import { signedIn } from './signed-in'
import { wordsOn } from './visit'
import { type TestWorld, testWorld } from './world'

let world: TestWorld
let site: Awaited<ReturnType<typeof served>>
const people = new Map<CastMember, Awaited<ReturnType<typeof signedIn>>>()

beforeAll(async () => {
  world = await testWorld({ families: true })
  site = await served(world)
  for (const one of [kelly, bev, craig, leanne, agnieszka, nasreen, kacper]) people.set(one, await signedIn(world, one))
})

async function read(who: CastMember, page = '', headers: Record<string, string> = {}) {
  const { cookie, plan } = people.get(who) ?? { cookie: '', plan: '' }
  const path = page.startsWith('~') ? page.slice(1) : plan + page
  return site.ask(path, { headers: { Cookie: cookie, ...headers } })
}

const saysOf = async (who: CastMember, page = '') => wordsOn((await read(who, page)).body)

/** Whether these stand on the page in this order. */
function expectInOrder(page: string, ...parts: string[]) {
  const places = parts.map((part) => page.indexOf(part))
  expect(places).not.toContain(-1)
  expect(places).toEqual([...places].sort((a, b) => a - b))
}

describe('the plan, as Kelly reads it', () => {
  test('what goes well and her own part come before any worry', async () => {
    const page = await saysOf(kelly)
    expectInOrder(
      page,
      'Alfie and Poppy',
      'Kelly reads with Alfie most nights.',
      'She rang Toni first. Toni took the children to tea',
      'Go to the Monday recovery group.',
      'Priya, Ms Orr, Nan and Danny are worried that if Kelly drinks',
      'What happened',
      'On 12 September Kelly drank vodka',
      'there will be a sober grown-up in charge of Alfie and Poppy',
      'There is no alcohol in the flat.',
      'You do not pick up when Nan rings at 7',
      'Be in charge Friday tea to Sunday tea.',
      'Monday 30 November, 4:30pm',
    )
  })

  test('what happened is one press away: nothing opens it before', async () => {
    const { body } = await read(kelly)
    const [before = ''] = body.split('vodka')
    expect(before.slice(before.lastIndexOf('<details'))).toMatch(/^<details><summary>What happened<\/summary>/)
  })

  test('on the scale everyone is a named dot, hers is marked, and the words say the same', async () => {
    const { body } = await read(kelly)
    const scale = body.match(/<svg class="scale"[\s\S]*?<\/svg>/)?.[0] ?? ''
    expect(scale.match(/<circle/g)).toHaveLength(6)
    expect(scale.match(/<g class="me"/g)).toHaveLength(1)
    const page = wordsOn(body)
    for (const score of ['You: 6', 'Danny: 6', 'Nan: 5', 'Alfie: 4', 'Ms Orr: 7', 'Priya: 4'])
      expect(page).toContain(score)
    expect(page).toContain('No one comes when Alfie needs help.')
    expect(page).toContain("Children's services can say goodbye.")
  })

  test('she can ring Toni, and nobody whose number is not hers to see', async () => {
    const { body } = await read(kelly)
    expect(body).toContain('href="tel:+447700900156"')
    expect(body).not.toContain('tel:+447700900134')
    expect(body).toContain('href="tel:+441632960900"')
  })

  test('at night the emergency team stands where the duty team stood', async () => {
    const night = await testWorld({ families: true, at: '2026-11-23T22:00:00Z' })
    const { ask } = await served(night)
    const { cookie, plan } = await signedIn(night, kelly)
    const { body } = await ask(plan, { headers: { Cookie: cookie } })
    expect(body).toContain('href="tel:+441632960999"')
    expect(body).not.toContain('href="tel:+441632960900"')
  })
})

describe('the same page for others', () => {
  test('Bev first reads what she has been told, and no worry', async () => {
    const page = await saysOf(bev)
    expectInOrder(page, 'Kelly sometimes drinks too much', 'Look for the dinosaur.', 'There is no alcohol in the flat.')
    for (const trace of ['What we are worried about', 'What is going well', 'from 0 to 10', 'The steps ahead']) {
      expect(page).not.toContain(trace)
    }
  })

  test('Leanne reads who told her what the page does not say', async () => {
    expect(await saysOf(leanne)).toContain('Tom has told you this one.')
  })

  test('Kacper gets rules in his own wording, whom to turn to, and his own words', async () => {
    const page = await saysOf(kacper)
    expectInOrder(page, 'A grown-up takes Zosia to school.', 'Ask Gareth to ring for you.', 'scored 2. tata came')
    expect(page).not.toContain('My part')
  })

  test('Agnieszka reads a draft in Polish, named as one, with the English beneath', async () => {
    const { body } = await read(agnieszka, '', { 'Accept-Language': 'pl' })
    expect(body).toMatch(/^<!DOCTYPE html><html lang="pl" dir="ltr">/)
    expect(body).toMatch(
      /martwią się[^<]*<small> \(.*?tłumaczenie robocze.*?\)<\/small><small class="en" lang="en" dir="ltr">Olu, Mrs Bell/,
    )
    expect(body).toContain('<span lang="en" dir="ltr">The family eat together on Sundays.</span>')
  })

  test('Nasreen’s page runs the other way, and so does nothing else on it', async () => {
    const { body } = await read(nasreen, '', { 'Accept-Language': 'ur' })
    expect(body).toMatch(/^<!DOCTYPE html><html lang="ur" dir="rtl">/)
    expect(body).toContain('سرخ کپ دیکھیں')
    expect(body).toContain('<span lang="en" dir="ltr">Knocks and asks if tea is wanted.</span>')
  })
})

describe('it is happening now', () => {
  test('first 999 and the duty team, then the red sign, then the early ones', async () => {
    expectInOrder(
      await saysOf(kelly, '/now'),
      'Ring 999',
      'Ring the duty team',
      'You have had a drink and the children are with you.',
      'You do not pick up when Nan rings at 7',
    )
  })

  test('is shown even when the database takes no row', async () => {
    const full = await testWorld({ families: true })
    const { ask, logged } = await served(full)
    const { cookie, plan } = await signedIn(full, kelly)
    full.db.write = () => Promise.reject(new Error('database or disk is full: kelly'))
    const now = await ask(`${plan}/now`, { headers: { Cookie: cookie } })
    expect(now.status).toBe(200)
    expect(wordsOn(now.body)).toContain('You have had a drink')
    expect(logged.find((line) => line.notRecorded)).toMatchObject({ notRecorded: 'now.viewed', error: 'Error' })
    expect(JSON.stringify(logged)).not.toContain('kelly')
    expect((await ask(plan, { headers: { Cookie: cookie } })).status).toBe(500)
  })
})

describe('the other pages', () => {
  test('a date for the calendar says when and nothing more', async () => {
    const { body } = await read(kelly)
    const link = body.match(/href="([^"]+\.ics)"/)?.[1] ?? ''
    const entry = await read(kelly, `~${link}`)
    expect(entry.headers['content-type']).toBe('text/calendar; charset=utf-8')
    expect(entry.body).toContain('DTSTART:20261130T163000Z')
    expect(entry.body).toContain('SUMMARY:My week')
    expect(entry.body).not.toMatch(/Toni|LOCATION|DESCRIPTION/)
    expect(
      (await read(craig, `~${link.replace(people.get(kelly)?.plan ?? '', people.get(craig)?.plan ?? '')}`)).status,
    ).toBe(404)
  })

  test('people stand round the children, but never, for any reader, who sees only their own items', async () => {
    const drawing = (html: string) => html.match(/<svg class="scale circle"[\s\S]*?<\/svg>/)?.[0] ?? ''
    for (const who of [kelly, bev, leanne])
      expect(drawing((await read(who, '/people')).body), who.id).toContain('<circle')
    const craigs = (await read(craig, '/people')).body
    expect(drawing(craigs)).toBe('')
    expect(craigs).toContain('Steve')
    const leannes = (await read(leanne, '/people')).body
    expect(drawing(leannes)).toMatch(/>RO?</)
    expect(drawing(leannes)).not.toMatch(/>CD?<|>SD?</)
    expectInOrder(wordsOn(leannes), 'Family, friends, neighbours', 'Ruth', 'Others in the plan', 'Craig', 'Steve')
  })

  test('the sheet for the fridge has numbers, my part and the children’s rules, and tells a visitor nothing', async () => {
    const page = await saysOf(kelly, '/paper')
    expect(page).toContain('07700 900 156')
    expect(page).toContain('Go to the Monday recovery group.')
    expect(page).toContain('Nan rings at 7 every night. You can talk to her.')
    const main = (await read(kelly, '/paper')).body.match(/<main[\s\S]*<\/main>/)?.[0]
    expect(main).not.toMatch(/vodka|Poppy could get out|alcohol|Red sign|Priya|01632|duty|council|Marsh/i)
  })

  test('Kacper’s sheet for the fridge has whom he may ring in his order, a number for any child, and his rules in his words', async () => {
    const page = await saysOf(kacper, '/paper')
    expectInOrder(page, 'Gareth', '01632 960 340', 'For children and young people', '0800 1111', 'Danger now', '999')
    expectInOrder(page, 'For the children', 'A grown-up takes Zosia to school.')
  })

  test('a story that is not theirs is a page that never was', async () => {
    const none = await read(bev, '/story')
    expect(none.status).toBe(404)
    expect(none.body).toBe((await read(bev, '/nothing-of-this-name')).body)
    expect((await read(kelly, '/story')).body).toContain('It was not your fault.')
  })

  test('a plan that is not theirs answers as one that never was', async () => {
    const other = await read(craig, `~${people.get(kelly)?.plan}`)
    expect(other.status).toBe(404)
    expect(other.body).toBe((await read(craig, '~/p/nothing')).body)
  })

  test('help, privacy and accessibility are open to anyone', async () => {
    for (const path of ['/help', '/privacy', '/accessibility']) expect((await site.ask(path)).status).toBe(200)
  })

  test('what is open to anyone does not tell what this is; inside, all of it is there', async () => {
    const telling = /social work|safety|children|famil|Childline|your plan|your worker|\bplan\b|council|duty team/i
    for (const path of [
      ...['/', '/number', '/help', '/privacy', '/accessibility', '/code', '/card', '/sent', '/l/nothing'],
      ...['/welcome/bye', '/left', '/language', '/nowhere'],
    ]) {
      const { body } = await site.ask(path)
      const words = wordsOn(body)
      expect([path, telling.exec(words)?.[0]]).toEqual([path, undefined])
    }
    expect((await site.ask('/phone')).status).toBe(302)
    expect((await read(kelly, '~/phone')).body).toContain('Take this site out of the history')
    expect((await read(kelly, '~/help')).body).toContain('Childline')
    expect((await read(kelly, '~/privacy')).body).toContain(
      'Demo City Council runs this site. Here is what we keep, and why.',
    )
  })
})

describe('every look', () => {
  test('is a row in the trail that says who and which page, and never what it said', async () => {
    const rows = () => world.db.read.select().from(audit)
    const before = (await rows()).length
    for (const page of ['', '/now', '/people', '/log', '/story', '/paper']) await read(kelly, page)
    await read(kelly, '~/home')
    const added = (await rows()).slice(before)
    expect(added.map(({ did }) => did)).toEqual([
      'plan.viewed',
      'now.viewed',
      'people.viewed',
      'log.viewed',
      'story.viewed',
      'paper.viewed',
      'home.viewed',
    ])
    expect(new Set(added.map(({ who, about }) => `${who} ${about}`))).toEqual(new Set(['person:kelly null']))
    expect((await verifyAudit(world)).brokenAt).toBeUndefined()
  })

  test('keeps them signed in, and the screen empties when nobody looks', async () => {
    world.clock.forward({ minutes: 10 })
    const { headers } = await read(kelly)
    expect(headers.refresh).toBe('900; url=/locked')
    expect((await read(kelly, '/now')).headers.refresh).toBe('900; url=/locked')
    const seen = await world.db.read.select({ at: sessions.seenAt }).from(sessions)
    expect(seen.map(({ at }) => at)).toContain(world.now().toISOString())
    world.clock.forward({ minutes: 15 })
    const idle = await read(kelly)
    expect([idle.status, idle.headers.location]).toEqual([302, '/locked'])
  })

  test('without a session there is nothing but the way in', async () => {
    const { plan } = people.get(kelly) ?? { plan: '' }
    for (const path of ['/home', plan, `${plan}/now`, '/p/nothing']) {
      const answer = await site.ask(path)
      expect([answer.status, answer.headers.location]).toEqual([302, '/'])
    }
  })
})
