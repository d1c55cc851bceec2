import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { revoke } from '#app/domain/network/ending'
import { resend } from '#app/domain/network/invitations'
import { dispatchDue } from '#app/domain/texts/dispatch'
import { invitations, memberships, sessions, signIns, texts } from '#db/schema'
import * as cast from './cast'
import { comeIn, giveWord, goOn, press, pressLink } from './come-in'
import { invited, lastText, personOf } from './coming-in'
import { form, served } from './served'
import { visitor, wordsOn } from './visit'
import { type TestWorld, testWorld } from './world'

type Site = Awaited<ReturnType<typeof served>>

async function start(how: Parameters<typeof testWorld>[0] = {}): Promise<{ world: TestWorld; site: Site }> {
  const world = await testWorld({ families: true, ...how })
  return { world, site: await served(world) }
}

/** Invites, lets the text go out, and gives its token. */
async function sentTo(world: TestWorld, who: cast.CastMember): Promise<string> {
  await invited(world, who, { sendNow: true })
  await dispatchDue(world)
  return lastText(world, who.phone).token
}

const NEVER = 'AAAAAAAAAAAAAAAAAAAAAA'
const DUTY = 'href="tel:+441632960900"'

/** Whatever looks at links before people do: previews, scanners, crawlers, a browser that looks ahead. */
const BOTS = [
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'Twitterbot/1.0',
  'WhatsApp/2.23.20.0',
  'TelegramBot (like TwitterBot)',
  'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
  'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) SkypeUriPreview Preview/0.5',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
  'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/128.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) facebookexternalhit/1.1 Facebot Twitterbot/1.0',
]

describe('opening the link of a text', () => {
  let world: TestWorld
  let site: Site
  const tokens: Record<string, string> = { never: NEVER }
  beforeAll(async () => {
    ;({ world, site } = await start())
    tokens.old = await sentTo(world, cast.toni)
    world.clock.forward({ hours: 73 })
    tokens.spent = await sentTo(world, cast.bev)
    await press(visitor(site), tokens.spent)
    tokens.good = await sentTo(world, cast.kelly)
  })
  const kept = () => [world.file, `${world.file}-wal`].map((file) => readFileSync(file).toString('base64'))

  test('spends nothing, whoever does it: not a byte of the database changes, and nobody gets a cookie', async () => {
    const before = kept()
    for (const agent of BOTS) {
      for (const token of Object.values(tokens)) {
        for (const method of ['GET', 'HEAD']) {
          const headers = { 'User-Agent': agent, Accept: 'text/html', 'Sec-Purpose': 'prefetch' }
          const { status, headers: answer } = await site.ask(`/l/${token}`, { method, headers })
          expect(status).toBe(200)
          expect(answer).not.toHaveProperty('set-cookie')
        }
      }
    }
    expect(kept()).toEqual(before)
  })

  test('shows the same bytes for a good, a spent, an old and a made-up one', async () => {
    const pages = await Promise.all(
      Object.values(tokens).map(async (token) => {
        const { body, headers } = await site.ask(`/l/${token}`)
        const { date: _, ...others } = headers
        return JSON.stringify([body, others])
      }),
    )
    expect(new Set(pages).size).toBe(1)
    for (const token of Object.values(tokens)) expect(pages[0]).not.toContain(token)
  })

  test('says nothing about what it is', async () => {
    const { body } = await site.ask(`/l/${tokens.good}`)
    const main = wordsOn(body.match(/<main[\s\S]*<\/main>/)?.[0] ?? '')
    expect(main).toContain('Press the button to go on.')
    expect(main).not.toMatch(/plan|worr|child|social|council|kelly|marsh/i)
  })
})

describe('pressing Continue', () => {
  test('of fifty browsers at once one gets in, with one session', async () => {
    const { world, site } = await start()
    const token = await sentTo(world, cast.kelly)
    const presses = await Promise.all(Array.from({ length: 50 }, () => site.ask(`/l/${token}`, { method: 'POST' })))
    const [first, ...others] = presses.filter(({ status }) => status === 303)
    expect(others).toEqual([])
    expect(first?.headers).toMatchObject({ location: '/word' })
    expect(`${first?.headers['set-cookie']}`).toMatch(
      /__Host-session=[\w-]{22}; Path=\/; Secure; HttpOnly; SameSite=Lax(,|$)/,
    )
    expect(presses.filter(({ status }) => status === 410)).toHaveLength(49)
    expect(await world.db.read.$count(sessions)).toBe(1)
  })

  test('fifty times in one browser leads to the same place fifty times, and there is one session', async () => {
    const { world, site } = await start()
    const token = await sentTo(world, cast.kelly)
    const Cookie = '__Host-asked=the-same-browser-every'
    const presses = await Promise.all(
      Array.from({ length: 50 }, () => site.ask(`/l/${token}`, { method: 'POST', headers: { Cookie } })),
    )
    expect(new Set(presses.map(({ headers }) => `${headers.location} ${headers['set-cookie']}`)).size).toBe(1)
    expect(presses[0]).toMatchObject({ status: 303, headers: { location: '/word' } })
    expect(await world.db.read.$count(sessions)).toBe(1)
  })

  test('a browser gets its cookie before its press counts, so that a press whose answer got lost is not lost', async () => {
    const { world, site } = await start()
    const token = await sentTo(world, cast.kelly)
    const asBrowser = (path: string, cookie?: string) =>
      site.ask(path, form({}, { Accept: 'text/html', ...(cookie && { Cookie: cookie }) }))
    await asBrowser(`/l/${token}`)
    const sentBack = await asBrowser(`/l/${token}`)
    expect(sentBack).toMatchObject({ status: 307, headers: { location: `/l/${token}?known` } })
    const cookie = `${sentBack.headers['set-cookie']}`.split(';')[0]
    await asBrowser(`/l/${token}?known`, cookie)
    expect(await asBrowser(`/l/${token}`, cookie)).toMatchObject({ status: 303, headers: { location: '/word' } })
  })

  test('a browser that keeps no cookies is told so, and the link is as good as before', async () => {
    const { world, site } = await start()
    const token = await sentTo(world, cast.kelly)
    const { body } = await site.ask(`/l/${token}?known`, form({}, { Accept: 'text/html' }))
    expect(wordsOn(body)).toContain('The link still works.')
    expect((await press(visitor(site), token)).path).toBe('/word')
  })

  test('whoever is in already goes on to where they were', async () => {
    const { world, site } = await start()
    const { browser } = await giveWord(world, site, cast.kelly)
    const { token } = lastText(world, cast.kelly.phone)
    const welcome = await press(browser, token)
    expect(welcome.path).toBe('/welcome')
    await goOn(browser, welcome, { phone: 'mine' })
    expect((await press(browser, token)).path).toBe('/home')
    world.clock.forward({ minutes: 16 })
    expect((await press(browser, token)).path).toBe('/locked')
  })

  test('another person’s link on the same phone signs the first one out', async () => {
    const { world, site } = await start()
    const browser = await comeIn(world, site, cast.kelly)
    const hers = browser.cookies.get('__Host-session')
    await press(browser, await sentTo(world, cast.toni))
    browser.cookies.set('__Host-session', hers ?? '')
    expect((await browser.get('/home')).path).toBe('/')
  })
})

describe('a link that opens nothing says what to do, and whom to ring', () => {
  const again = 'Send me a new text'
  const number = 'Start with my mobile number'
  const deadEnds: [string, (world: TestWorld, site: Site) => Promise<string>, string, string][] = [
    ['made up', async () => NEVER, 'This link does not work', number],
    ['not a link at all', async () => 'kelly', 'This link does not work', number],
    [
      'used by another browser',
      async (world, site) => {
        await pressLink(world, site, cast.bev)
        return lastText(world, cast.bev.phone).token
      },
      'This link has been used',
      again,
    ],
    [
      'too old',
      async (world) => {
        const token = await sentTo(world, cast.bev)
        world.clock.forward({ hours: 72 })
        return token
      },
      'This link is too old',
      again,
    ],
    [
      'not of the newest text',
      async (world) => {
        const token = await sentTo(world, cast.bev)
        await resend(world, await personOf(world, cast.bev))
        await dispatchDue(world)
        return token
      },
      'There is a newer text',
      again,
    ],
    [
      'switched off by the worker',
      async (world) => {
        const token = await sentTo(world, cast.bev)
        await revoke(world, await personOf(world, cast.bev))
        return token
      },
      'This link does not work',
      number,
    ],
    [
      'of somebody who has joined',
      async (world, site) => {
        await comeIn(world, site, cast.bev)
        return lastText(world, cast.bev.phone).token
      },
      'This link has been used',
      number,
    ],
  ]
  test.each(deadEnds)('%s', async (_, deadLink, title, todo) => {
    const { world, site } = await start()
    const page = await press(visitor(site), await deadLink(world, site))
    const words = wordsOn(page.html)
    expect(page.status).toBe(410)
    expect(words).toContain(title)
    expect(words).toContain(todo)
    expect(page.html).toContain(DUTY)
    expect(words).not.toMatch(/bev|kelly|marsh|drink/i)
  })

  test('a new text comes to who has not joined, and its link works', async () => {
    const { world, site } = await start()
    const token = await sentTo(world, cast.bev)
    world.clock.forward({ hours: 73 })
    const browser = visitor(site)
    const answer = await browser.send(await press(browser, token), '/again"')
    expect(answer.path).toBe('/sent')
    await dispatchDue(world)
    expect(world.sentTexts).toHaveLength(2)
    const word = await press(browser, lastText(world, cast.bev.phone).token)
    expect((await browser.send(word, 'name="word"', { word: cast.bev.word })).path).toBe('/welcome')
  })

  test('the answer to asking for a new text is the same for every link', async () => {
    const { world, site } = await start()
    const links = [await sentTo(world, cast.bev), NEVER, 'kelly']
    const answers = await Promise.all(
      links.map(async (token) => {
        const { status, headers, body } = await site.ask(`/l/${token}/again`, { method: 'POST' })
        return { status, location: headers.location, body }
      }),
    )
    expect(answers).toEqual(answers.map(() => ({ status: 303, location: '/sent', body: '' })))
  })

  test('“Stop” switches the link off and the worker can see it; the answer is the same for every link', async () => {
    const { world, site } = await start()
    const token = await sentTo(world, cast.bev)
    const [one, other] = await Promise.all(
      [token, NEVER].map((token) => site.ask(`/l/${token}?stop`, { method: 'POST' })),
    )
    expect(one).toMatchObject({ status: 200, body: other?.body })
    expect(await world.db.read.select().from(invitations)).toMatchObject([{ voidedWhy: 'not-for-me' }])
    expect((await press(visitor(site), token)).status).toBe(410)
  })
})

describe('the whole way in', () => {
  test('Kelly: the word, who asked, who may ring her, the phone, home; no worry before she has joined', async () => {
    const { world, site } = await start()
    const { browser, page } = await pressLink(world, site, cast.kelly)
    const word = await browser.send(page, 'name="word"', { word: ' BlueBell ' })
    const ring = await browser.get('/welcome/ring')
    const phone = await browser.send(ring, 'type="checkbox"')
    for (const one of [page, word, ring, phone]) expect(wordsOn(one.html)).not.toMatch(/drink|vodka|danger of|alfie/i)
    expect(wordsOn(word.html)).toContain('Hello Kelly')
    expect(wordsOn(word.html)).toContain('Priya, the social worker, asked for you.')
    expect(wordsOn(ring.html)).toMatch(/Nan.*Toni/)
    const home = await browser.send(phone, 'name="phone"', { phone: 'others' })
    expect(home.path).toBe('/home')
    expect(wordsOn(home.html)).toContain('Hello Kelly')
    expect(await world.db.read.select().from(memberships)).toMatchObject([
      { personId: 'kelly', toldBy: 'priya', toldOn: '2026-11-23', notToRing: [] },
    ])
  })

  test('the session’s id is another after every step, and the ones before lead nowhere new', async () => {
    const { world, site } = await start()
    const { browser, page } = await pressLink(world, site, cast.kelly)
    const ids = [browser.cookies.get('__Host-session')]
    const welcome = await browser.send(page, 'name="word"', { word: cast.kelly.word })
    ids.push(browser.cookies.get('__Host-session'))
    await goOn(browser, welcome)
    ids.push(browser.cookies.get('__Host-session'))
    expect(new Set(ids).size).toBe(3)
    for (const [id, place] of [
      [ids[0], '/word'],
      [ids[1], '/welcome'],
    ]) {
      browser.cookies.set('__Host-session', id ?? '')
      expect((await browser.get('/home')).path).toBe(place)
    }
  })

  test('Bev is told that Kelly asked for her, and takes out who shall not have her number', async () => {
    const { world, site } = await start()
    const { browser, page } = await giveWord(world, site, cast.bev)
    expect(wordsOn(page.html)).toContain('Kelly asked for you.')
    const ring = await browser.get('/welcome/ring')
    const boxes = ring.forms.flatMap(({ fields }) => Object.keys(fields).filter((name) => fields[name] === 'yes'))
    expect(wordsOn(ring.html)).toMatch(/Danny.*Nan.*Toni/)
    const nobody = Object.fromEntries(boxes.map((id) => [id, '']))
    await browser.send(await browser.send(ring, 'type="checkbox"', nobody), 'name="phone"')
    const [bev] = await world.db.read.select().from(memberships)
    expect(bev?.notToRing).toEqual(['danny', 'sheila', 'toni'])
    const toni = await comeIn(world, site, cast.toni)
    const plan = (await toni.get('/home')).links.find((link) => link.startsWith('/p/'))
    expect((await toni.get(`${plan}`)).html).not.toContain(cast.bev.phone)
  })

  test('Kacper is spoken to as who he is; nobody gets his number, so nobody is asked about', async () => {
    const { world, site } = await start()
    const { browser, page } = await giveWord(world, site, cast.kacper)
    expect(wordsOn(page.html)).toContain('You do not get jobs to do.')
    expect((await browser.get('/welcome/ring')).path).toBe('/welcome/phone')
    expect((await goOn(browser, page)).path).toBe('/home')
  })

  test('from the word on Nasreen reads her own language, whatever her browser asks for', async () => {
    const { world, site } = await start()
    await invited(world, cast.nasreen, { sendNow: true, language: 'ur' })
    await dispatchDue(world)
    const browser = visitor(site, { language: 'en' })
    const { token } = lastText(world, cast.nasreen.phone)
    expect((await browser.get(`/l/${token}`)).html).toContain('<html lang="en" dir="ltr">')
    const word = await press(browser, token)
    expect(word.html).toContain('<html lang="ur" dir="rtl">')
    expect(word.path).toBe('/word')
  })

  test('Craig reads no name of the other side on the way in', async () => {
    const { world, site } = await start()
    const { browser, page } = await giveWord(world, site, cast.craig)
    const ring = await browser.get('/welcome/ring')
    for (const one of [page, ring]) expect(wordsOn(one.html)).not.toMatch(/Ruth|Maureen|Mo\b|Hannah|Lowe|Leanne/)
  })

  test('nobody gets past the word or the welcome by its address', async () => {
    const { world, site } = await start()
    const stranger = visitor(site)
    for (const path of ['/word', '/welcome', '/welcome/ring', '/welcome/phone', '/welcome/no', '/home'])
      expect((await stranger.get(path)).path, path).toBe('/')
    const { browser } = await pressLink(world, site, cast.kelly)
    for (const path of ['/welcome', '/welcome/ring', '/welcome/phone', '/home'])
      expect((await browser.get(path)).path, path).toBe('/word')
    for (const path of ['/welcome/phone', '/welcome/no', '/welcome/ring'])
      expect((await browser.ask(path, 'POST', { phone: 'mine' })).path, path).toBe('/word')
    expect(await world.db.read.$count(memberships)).toBe(0)
  })

  test('a form without its ticket does nothing', async () => {
    const { world, site } = await start()
    const { browser } = await giveWord(world, site, cast.kelly)
    expect((await browser.ask('/welcome/phone', 'POST', { phone: 'mine' })).status).toBe(409)
    expect((await browser.ask('/welcome/no', 'POST', {})).status).toBe(409)
    expect(await world.db.read.$count(memberships)).toBe(0)
    expect(await world.db.read.select().from(invitations)).toMatchObject([{ declinedAt: null }])
  })

  test('when half an hour is over before the end, the page says so, and whom to ring', async () => {
    const { world, site } = await start()
    const { browser, page } = await giveWord(world, site, cast.kelly)
    world.clock.forward({ minutes: 31 })
    const over = await browser.get(page.path)
    expect(over.path).toBe('/locked')
    expect(wordsOn(over.html)).toContain('You are signed out')
    expect(over.html).toContain(DUTY)
  })
})

describe('the wrong word', () => {
  test('costs a try, says how many are left, and after five it is over and the worker can see it', async () => {
    const { world, site } = await start()
    let { browser, page } = await pressLink(world, site, cast.kelly)
    for (const left of ['4 more times', '3 more times', '2 more times', 'once more']) {
      page = await browser.send(page, 'name="word"', { word: 'snowdrop' })
      expect(page).toMatchObject({ path: '/word', status: 422 })
      expect(wordsOn(page.html)).toContain(`You can try ${left}.`)
      expect(page.html).not.toContain('snowdrop')
    }
    page = await browser.send(page, 'name="word"', { word: 'snowdrop' })
    expect(page.path).toBe('/word/closed')
    expect(wordsOn(page.html)).toContain('The person you agreed it with can see this and will be in touch.')
    expect(page.html).toContain(DUTY)
    expect(await world.db.read.select().from(invitations)).toMatchObject([{ voidedWhy: 'wrong-words', toldAt: null }])
    expect((await browser.get('/word')).path).toBe('/locked')
    expect((await press(visitor(site), lastText(world, cast.kelly.phone).token)).status).toBe(410)
  })

  test('nothing at all costs no try', async () => {
    const { world, site } = await start()
    const { browser, page } = await pressLink(world, site, cast.kelly)
    const again = await browser.send(page, 'name="word"', { word: ' … ' })
    expect(wordsOn(again.html)).toContain('Please type in your word.')
    expect(await world.db.read.select().from(invitations)).toMatchObject([{ wrongWords: 0 }])
  })
})

describe('saying no', () => {
  test('reaches the worker with the words, once; after it nothing of the way in works any more', async () => {
    const { world, site } = await start()
    const { browser } = await giveWord(world, site, cast.bev)
    const cookies = [...browser.cookies]
    const ask = await browser.get('/welcome/no')
    const bye = await browser.send(ask, 'name="words"', { words: 'It is too close to home.' })
    expect(bye.path).toBe('/welcome/bye')
    expect(browser.cookies.has('__Host-session')).toBe(false)
    for (const [name, value] of cookies) browser.cookies.set(name, value)
    expect((await browser.send(ask, 'name="words"', { words: 'It is too close to home.' })).path).toBe('/welcome/bye')
    for (const [name, value] of cookies) browser.cookies.set(name, value)
    expect((await browser.get('/welcome')).path).toBe('/locked')
    const dead = await press(visitor(site), lastText(world, cast.bev.phone).token)
    expect(wordsOn(dead.html)).toContain('This link does not work')
    expect(await world.db.read.select().from(invitations)).toMatchObject([
      { declinedWords: 'It is too close to home.' },
    ])
    expect(await world.db.read.$count(memberships)).toBe(0)
  })

  test('too many words come back, and nothing is said yet', async () => {
    const { world, site } = await start()
    const { browser } = await giveWord(world, site, cast.bev)
    const long = 'no '.repeat(1000)
    const back = await browser.send(await browser.get('/welcome/no'), 'name="words"', { words: long })
    expect(back.status).toBe(422)
    expect(back.html).toContain(long.trim())
    expect(await world.db.read.select().from(invitations)).toMatchObject([{ declinedAt: null }])
  })
})

describe('giving a number on the first page', () => {
  test('gets the same answer for every number, and looks nothing up', async () => {
    const { world, site } = await start()
    await comeIn(world, site, cast.kelly)
    await invited(world, cast.bev)
    const before = await world.db.read.$count(texts)
    const numbers = [cast.kelly.phone, '07700 900178', '07700 900999', '01632 960121', '+48 601 234 567']
    const Cookie = '__Host-asked=the-same-browser-every'
    const answers = await Promise.all(numbers.map((phone) => site.ask('/number', form({ phone }, { Cookie }))))
    const told = answers.map(({ status, headers: { date: _, ...headers }, body }) => ({ status, headers, body }))
    expect(told).toEqual(told.map(() => told[0]))
    expect(told[0]).toMatchObject({ status: 303, headers: { location: '/sent' } })
    expect(await world.db.read.$count(signIns)).toBe(numbers.length)
    expect(await world.db.read.$count(texts)).toBe(before)
    const page = await visitor(site).get('/sent')
    expect(wordsOn(page.html)).toContain('If that number is on a plan, a text is on its way.')
    expect(page.html).toContain(DUTY)
  })

  test('what is no number comes back with a sentence', async () => {
    const { world, site } = await start()
    const browser = visitor(site)
    const back = await browser.send(await browser.get('/'), 'name="phone"', { phone: '0770' })
    expect(back.status).toBe(422)
    expect(wordsOn(back.html)).toContain('That does not look like a phone number.')
    expect(back.forms.some(({ fields }) => fields.phone === '0770')).toBe(true)
    expect(await world.db.read.$count(signIns)).toBe(0)
  })

  test('who is signed in here already is led home', async () => {
    const { world, site } = await start()
    const browser = await comeIn(world, site, cast.kelly)
    expect((await browser.get('/')).html).toContain('<a class="btn" href="/home">Go on</a>')
  })
})
