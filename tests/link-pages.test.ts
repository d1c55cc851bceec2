import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { revoke } from '#app/domain/coming-in/ending'
import { resend } from '#app/domain/network/invitations'
import { invitations, numberStops, sessions } from '#db/schema'
import * as cast from './cast'
import { comeIn, DUTY, giveWord, goOn, press, pressLink, type Site, sentTo, start } from './come-in'
import { lastText, personOf } from './coming-in'
import { dispatchDue } from './dispatch-due'
import { form } from './served'
import { visitor, wordsOn } from './visit'
import type { TestWorld } from './world'

const NEVER = 'AAAAAAAAAAAAAAAAAAAAAA'

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
    expect(main).toContain('Continue in English')
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

  test.each([
    ['a full stop', '.'],
    ['a full stop and a quote', '.%E2%80%9D'],
    ['a straight quote', '%22'],
    ['an apostrophe', "'"],
    ['a bracket', ')'],
    ['a bracket and a comma', '%5D,'],
    ['a sign of "greater"', '%3E'],
    ['three dots', '%E2%80%A6'],
    ['a full stop in Urdu', '%DB%94'],
    ['marks of direction', '%E2%80%8F%E2%81%A9'],
    ['a space that has no width, and the next word', '%E2%80%8Bor'],
    ['a sign for emphasis', '_'],
    ['a dash', '-'],
    ['a slash', '/'],
  ])('with %s behind the link gets in as without', async (_, behind) => {
    const { world, site } = await start()
    const token = await sentTo(world, cast.kelly)
    expect((await press(visitor(site), `${token}${behind}`)).path).toBe('/word')
    const dead = await press(visitor(site), `${token}${behind}`)
    expect([dead.status, wordsOn(dead.html)]).toEqual([410, expect.stringContaining('This link has been used')])
    expect(dead.html).toContain(`/l/${token}/again"`)
  })

  test('"no more texts" and "a new text" are asked for with it as well', async () => {
    const { world, site } = await start()
    const token = await sentTo(world, cast.kelly)
    world.clock.forward({ hours: 73 })
    await site.ask(`/l/${token}./again`, form({}))
    await dispatchDue(world)
    expect(world.sentTexts).toHaveLength(2)
    await site.ask(`/l/${token}.?stop`, form({}))
    expect(await world.db.read.select().from(numberStops)).toMatchObject([{ phone: cast.kelly.phone, why: 'not-me' }])
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
