import { describe, expect, test } from 'vitest'
import { demoPhones } from '#app/edge/demo-phone.server'
import { sealedForms, sessions, signIns, texts } from '#db/schema'
import * as cast from './cast'
import { comeIn, DUTY, press, pressLink, start } from './come-in'
import { invited, lastText } from './coming-in'
import { dispatchDue } from './dispatch-due'
import { form } from './served'
import { type Page, type Visitor, visitor, wordsOn } from './visit'
import type { TestWorld } from './world'

/** Gives a number on the first page, and lets the text go out. */
async function askedFor(world: TestWorld, browser: Visitor, who: cast.CastMember) {
  await browser.send(await browser.get('/'), 'name="phone"', { phone: who.phone })
  await dispatchDue(world)
  return lastText(world, who.phone)
}

const planOf = ({ links }: Page) => links.find((link) => /^\/p\/[\w-]+$/.test(link)) ?? ''

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
    expect(wordsOn(page.html)).toContain('If we know that number, a text is on its way.')
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
    expect((await browser.get('/')).path).toBe('/home')
  })
})

describe('signing in again', () => {
  test('in the browser that asked: number, link, word; whose phone it is, is asked beside the word', async () => {
    const { world, site } = await start()
    await comeIn(world, site, cast.kelly)
    const browser = visitor(site)
    const { token } = await askedFor(world, browser, cast.kelly)
    const word = await press(browser, token)
    expect(word.path).toBe('/word')
    const wrong = await browser.send(word, 'name="word"', { word: 'snowdrop', phone: 'mine' })
    expect(wrong.html).toMatch(/value="mine"[^>]*checked|checked=""[^>]*value="mine"/)
    const home = await browser.send(wrong, 'name="word"', { word: cast.kelly.word, phone: 'mine' })
    expect(home.path).toBe('/home')
    expect(wordsOn(home.html)).toContain('Hello Kelly')
    world.clock.forward({ days: 6 })
    expect((await browser.get('/home')).path).toBe('/locked')
  })

  test('in another browser the link leads to the six digits, and they to the word', async () => {
    const { world, site } = await start()
    await comeIn(world, site, cast.kelly)
    const { token, code } = await askedFor(world, visitor(site), cast.kelly)
    const other = visitor(site)
    const elsewhere = await press(other, token)
    expect(elsewhere.status).toBe(200)
    expect(wordsOn(elsewhere.html)).toContain('Now type in the 6 digits')
    expect(elsewhere.links).toContain('/code')
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`
    const word = await other.send(await other.get('/code'), 'name="code"', { phone: '07700 900112', code: spaced })
    expect(word.path).toBe('/word')
    expect((await other.send(word, 'name="word"', { word: cast.kelly.word })).path).toBe('/home')
  })

  test('wrong digits and a number nobody knows get the same answer', async () => {
    const { world, site } = await start()
    await comeIn(world, site, cast.kelly)
    const { code } = await askedFor(world, visitor(site), cast.kelly)
    const wrong = code === '111111' ? '222222' : '111111'
    const answers: { status: number; html: string }[] = []
    for (const phone of [cast.kelly.phone, cast.bev.phone, '+447700900999', 'nonsense']) {
      const browser = visitor(site)
      browser.cookies.set('__Host-asked', 'the-same-browser-every')
      const { status, html } = await browser.send(await browser.get('/code'), 'name="code"', { phone, code: wrong })
      answers.push({ status, html: html.replaceAll(phone, 'PHONE') })
    }
    expect(answers).toEqual(answers.map(() => answers[0]))
    expect(answers[0]?.status).toBe(422)
  })

  test('five wrong words end it, and the number starts it again', async () => {
    const { world, site } = await start()
    await comeIn(world, site, cast.kelly)
    const browser = visitor(site)
    let page = await press(browser, (await askedFor(world, browser, cast.kelly)).token)
    for (let tries = 0; tries < 5; tries++) page = await browser.send(page, 'name="word"', { word: 'snowdrop' })
    expect(page.path).toBe('/word/closed')
    expect(page.links).toContain('/')
    world.clock.forward({ minutes: 2 })
    page = await press(browser, (await askedFor(world, browser, cast.kelly)).token)
    expect((await browser.send(page, 'name="word"', { word: cast.kelly.word })).path).toBe('/home')
  })
})

describe('a phone nobody touches for a quarter of an hour', () => {
  test('leaves the page by itself, which needs no script', async () => {
    const { world, site } = await start()
    const browser = await comeIn(world, site, cast.kelly)
    expect((await browser.get('/home')).headers.refresh).toBe('900; url=/locked')
  })

  test('Kelly’s own asks for her word and shows nothing of the plan; with it she goes on', async () => {
    const { world, site } = await start()
    const browser = await comeIn(world, site, cast.kelly, { phone: 'mine' })
    world.clock.forward({ minutes: 15 })
    const locked = await browser.get('/home')
    expect(locked.path).toBe('/locked')
    expect(wordsOn(locked.html)).not.toMatch(/kelly|alfie|drink|nan\b/i)
    const wrong = await browser.send(locked, 'name="word"', { word: 'snowdrop' })
    expect(wordsOn(wrong.html)).toContain('You can try 4 more times.')
    expect((await browser.send(wrong, 'name="word"', { word: cast.kelly.word })).path).toBe('/home')
  })

  test('five wrong words sign it out', async () => {
    const { world, site } = await start()
    const browser = await comeIn(world, site, cast.kelly, { phone: 'mine' })
    world.clock.forward({ minutes: 15 })
    let page = await browser.get('/home')
    for (let tries = 0; tries < 5; tries++) page = await browser.send(page, 'name="word"', { word: 'snowdrop' })
    expect(wordsOn(page.html)).toContain('You are signed out')
    expect((await browser.get('/home')).path).toBe('/')
  })

  test('one that others use too is signed out: the number and the word again', async () => {
    const { world, site } = await start()
    const browser = await comeIn(world, site, cast.kelly)
    world.clock.forward({ minutes: 15 })
    const out = await browser.get('/home')
    expect(out.path).toBe('/locked')
    expect(wordsOn(out.html)).toContain('You are signed out')
    expect(out.html).not.toContain('name="word"')
    expect(out.links).toContain('/')
  })

  test('a page that was left open while another tab was in use just goes on', async () => {
    const { world, site } = await start()
    const browser = await comeIn(world, site, cast.kelly)
    expect((await browser.get('/locked')).links).toContain('/home')
  })

  test.each([
    ['her own phone', 'mine'],
    ['a phone others use', 'others'],
  ] as const)('what Kelly was writing on %s is kept, and is there again when she is back', async (_, phone) => {
    const { world, site } = await start()
    const browser = await comeIn(world, site, cast.kelly, { phone })
    const path = `${planOf(await browser.get('/home'))}/log/new`
    const writing = await browser.get(path)
    world.clock.forward({ minutes: 20 })
    const words = 'The rent letter came. I rang Toni.'
    const locked = await browser.send(writing, 'name="result"', { result: 'worry', words })
    expect(locked.path).toBe('/locked')
    expect(wordsOn(locked.html)).toContain('What you typed is not lost.')
    expect(wordsOn(locked.html)).not.toContain('rent')
    const back = await signedInAgain(world, browser, locked)
    expect(back.path).toBe(path)
    expect(wordsOn(back.html)).toContain('Not sent yet. Send it?')
    expect(back.forms.find(({ html }) => html.includes('name="result"'))?.fields.words).toBe(words)
    const saved = await browser.send(back, 'name="result"', { result: 'worry' })
    expect(wordsOn(saved.html)).toContain(words)
    expect(await world.db.read.$count(sealedForms)).toBe(0)
  })

  async function signedInAgain(world: TestWorld, browser: Visitor, locked: Page): Promise<Page> {
    const isOwnPhone = locked.html.includes('name="word"')
    const ask = isOwnPhone ? locked : await press(browser, (await askedFor(world, browser, cast.kelly)).token)
    return browser.send(ask, 'name="word"', { word: cast.kelly.word })
  }
})

describe('leaving', () => {
  const away = { status: 303, headers: { location: 'https://www.bbc.co.uk/weather' } }

  test('signs out on the server first, takes the session back and goes to the council’s harmless page', async () => {
    const { world, site } = await start()
    const browser = await comeIn(world, site, cast.kelly, { phone: 'mine' })
    const session = browser.cookies.get('__Host-session')
    expect(await browser.get('/exit')).toMatchObject(away)
    expect([...browser.cookies.keys()]).toEqual(['__Host-asked'])
    browser.cookies.set('__Host-session', session ?? '')
    expect((await browser.get('/home')).path).toBe('/')
  })

  test('on the way in signs out every step of it', async () => {
    const { world, site } = await start()
    const { browser } = await pressLink(world, site, cast.kelly)
    await browser.get('/exit')
    const rows = await world.db.read.select().from(sessions)
    expect(rows.every(({ endedAt }) => endedAt)).toBe(true)
  })

  test('a browser that looks ahead, or asks for the headers alone, has pressed nothing', async () => {
    const { world, site } = await start()
    const browser = await comeIn(world, site, cast.kelly)
    const Cookie = `__Host-session=${browser.cookies.get('__Host-session')}`
    for (const purpose of ['prefetch', 'prefetch;prerender']) {
      const { status, headers } = await site.ask('/exit', { headers: { Cookie, 'Sec-Purpose': purpose } })
      expect(status).toBe(204)
      expect(headers).not.toHaveProperty('set-cookie')
    }
    const head = await site.ask('/exit', { method: 'HEAD', headers: { Cookie } })
    expect(head).toMatchObject(away)
    expect(head.headers).not.toHaveProperty('set-cookie')
    expect((await browser.get('/home')).path).toBe('/home')
  })

  test('works for anyone, and when the database does not', async () => {
    const { world, site } = await start()
    const browser = await comeIn(world, site, cast.kelly)
    expect(await visitor(site).get('/exit')).toMatchObject(away)
    await world.db.close()
    expect(await browser.get('/exit')).toMatchObject(away)
    expect(browser.cookies.has('__Host-session')).toBe(false)
  })
})

describe('the demo phone', () => {
  async function withTexts() {
    const { world, site } = await start()
    world.provider = demoPhones(world.db, world.now)
    return { world, site }
  }

  test('shows what arrived, by number, the newest first, with links to press; it looks again by itself', async () => {
    const { world, site } = await withTexts()
    const send = (id: string, to: string, body: string) => world.provider.send({ id, to, body, validSeconds: 600 })
    await send('1', cast.kelly.phone, 'One: https://portal.example/l/abc now')
    world.clock.forward({ minutes: 1 })
    await send('2', cast.bev.phone, 'Two')
    world.clock.forward({ minutes: 1 })
    await send('3', cast.kelly.phone, 'Three')
    const page = await visitor(site).get('/demo/phone')
    expect(wordsOn(page.html)).toMatch(/07700 900 ?112.*Three.*One:.*07700 900 ?178.*Two/)
    expect(page.links).toContain('https://portal.example/l/abc')
    expect(page.headers.refresh).toBeDefined()
    expect(page.html).not.toMatch(/Kelly|Bev/)
  })

  test.each([
    ['as it is written', '+447700900112'],
    ['as a browser encodes it', '%2B447700900112'],
  ])('gives one number’s texts as JSON, with the number %s', async (_, to) => {
    const { world, site } = await withTexts()
    await world.provider.send({ id: '1', to: cast.kelly.phone, body: 'One', validSeconds: 600 })
    await world.provider.send({ id: '2', to: cast.bev.phone, body: 'Two', validSeconds: 600 })
    const { headers, body } = await site.ask(`/demo/phone.json?to=${to}`)
    expect(headers['content-type']).toContain('application/json')
    const at = '2026-11-23T10:00:00.000Z'
    expect(JSON.parse(body)).toEqual([{ id: '1', to: cast.kelly.phone, body: 'One', at, status: 'delivered' }])
  })

  test('is not there outside the demo', async () => {
    const { world, site } = await start()
    world.settings.mode = 'live'
    const missing = await site.ask('/no-such-page')
    for (const path of ['/demo/phone', '/demo/phone.json'])
      expect(await site.ask(path)).toMatchObject({ status: 404, body: missing.body })
  })
})
