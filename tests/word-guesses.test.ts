/** Wrong words of somebody who has joined: counted for the person, whichever way they are tried, and told to the desk. */
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { cardToPrint, makeCard } from '#app/domain/coming-in/cards'
import { setReach } from '#app/domain/coming-in/reaching'
import { clearSpent } from '#app/domain/coming-in/spent'
import { sealedForms, wrongWords } from '#db/schema'
import { deskOf } from './at-the-desk'
import * as cast from './cast'
import { comeIn, DUTY, press, start } from './come-in'
import { lastText, personOf } from './coming-in'
import { dispatchDue } from './dispatch-due'
import type { served } from './served'
import { type Page, type Visitor, visitor, wordsOn } from './visit'
import type { TestWorld } from './world'

type Site = Awaited<ReturnType<typeof served>>
const SHUT = 'From now on a text does not let you in.'

/** Gives the number, and presses the link of the text: as far as the word. */
async function atTheWord(world: TestWorld, browser: Visitor, who: cast.CastMember): Promise<Page> {
  // So few texts go to a number a day for browsers nobody knows.
  world.clock.forward({ hours: 25 })
  await browser.send(await browser.get('/'), 'name="phone"', { phone: who.phone })
  await dispatchDue(world)
  return press(browser, lastText(world, who.phone).token)
}

async function guessedByText(world: TestWorld, site: Site, who: cast.CastMember, times: number) {
  const browser = visitor(site)
  let page = await atTheWord(world, browser, who)
  for (let n = 0; n < times; n++) page = await browser.send(page, 'name="word"', { word: `snowdrop ${n}` })
  return { browser, page }
}

async function guessedWhenLocked(browser: Visitor, times: number): Promise<Page> {
  let page = await browser.get('/home')
  for (let n = 0; n < times; n++) page = await browser.send(page, 'name="word"', { word: `snowdrop ${n}` })
  return page
}

async function withCard(world: TestWorld, site: Site, who: cast.CastMember, word?: string) {
  const person = await personOf(world, who)
  await makeCard(world, person, { word })
  const codes = (await cardToPrint(world, person))?.codes ?? []
  return async (n: number, given: string) => {
    const browser = visitor(site)
    const page = await browser.send(await browser.get('/card'), 'name="number"', { number: codes[n] ?? '' })
    return { browser, page: await browser.send(page, 'name="word"', { word: given }) }
  }
}

const today = async (world: TestWorld, site: Site, staffId: string) => (await deskOf(world, staffId, site)).today
const count = (world: TestWorld, who: cast.CastMember) =>
  world.db.read.$count(wrongWords, eq(wrongWords.personId, who.id))

/** Toni's number is Ruth's as well: one phone in two families, with two words. */
async function inTwoFamilies() {
  const { world, site } = await start()
  const browser = await comeIn(world, site, cast.toni, { phone: 'mine' })
  const form = { phone: cast.toni.phone, language: 'en', mayText: true, safeToText: null, unsafePhones: '' }
  await setReach(world, await personOf(world, cast.ruth), form)
  await comeIn(world, site, { ...cast.ruth, phone: cast.toni.phone })
  return { world, site, browser }
}

describe('wrong words of one person', () => {
  test('are counted over a text, the lock, a card, other browsers and days; the desk hears of five and again of ten', async () => {
    const { world, site } = await start()
    const own = await comeIn(world, site, cast.kelly, { phone: 'mine' })
    const byCard = await withCard(world, site, cast.kelly)
    await guessedByText(world, site, cast.kelly, 2)
    world.clock.forward({ days: 1 })
    await guessedWhenLocked(own, 2)
    expect(wordsOn((await today(world, site, 'priya')).html)).not.toContain('wrong words')
    await byCard(0, 'snowdrop')
    expect(wordsOn((await today(world, site, 'priya')).html)).toMatch(/Kelly · .*5 wrong words/)
    world.clock.forward({ days: 3 })
    const { page: closed } = await guessedByText(world, site, cast.kelly, 4)
    expect(wordsOn(closed.html)).toContain('You can try once more.')
    await guessedByText(world, site, cast.kelly, 1)
    expect(wordsOn((await today(world, site, 'priya')).html)).toMatch(/Kelly · .*10 wrong words/)
  })

  test('are not made good by her own right word, given soon after on the phone somebody else tries them on', async () => {
    const { world, site } = await start()
    const own = await comeIn(world, site, cast.kelly, { phone: 'mine' })
    for (let evening = 0; evening < 2; evening++) {
      world.clock.forward({ minutes: 20 })
      const locked = await guessedWhenLocked(own, 4)
      expect((await own.send(locked, 'name="word"', { word: cast.kelly.word })).path).toBe('/home')
    }
    expect(wordsOn((await today(world, site, 'priya')).html)).toMatch(/Kelly · .*5 wrong words/)
  })

  test('stand at the desk of each family of that number, and at no other', async () => {
    const { world, site } = await inTwoFamilies()
    await guessedByText(world, site, cast.toni, 5)
    expect(wordsOn((await today(world, site, 'priya')).html)).toMatch(/Toni · .*5 wrong words/)
    expect(wordsOn((await today(world, site, 'tom')).html)).toMatch(/Ruth · .*5 wrong words/)
    expect(wordsOn((await today(world, site, 'olu')).html)).not.toContain('wrong words')
  })

  test('on a locked phone are told in the other family of that number too', async () => {
    const { world, site, browser } = await inTwoFamilies()
    world.clock.forward({ minutes: 20 })
    await guessedWhenLocked(browser, 5)
    expect(wordsOn((await today(world, site, 'tom')).html)).toMatch(/Ruth · .*5 wrong words/)
  })

  test('many at once are no more than ten', async () => {
    const { world, site } = await start()
    await comeIn(world, site, cast.kelly)
    await guessedByText(world, site, cast.kelly, 4)
    const byCard = await withCard(world, site, cast.kelly)
    for (let n = 0; n < 4; n++) await byCard(n, 'snowdrop')
    const browser = visitor(site)
    const page = await atTheWord(world, browser, cast.kelly)
    await Promise.all([1, 2, 3, 4, 5].map((n) => browser.send(page, 'name="word"', { word: `guess ${n}` })))
    expect(await count(world, cast.kelly)).toBe(10)
  })
})

describe('after ten', () => {
  async function afterTen() {
    const { world, site } = await start()
    const own = await comeIn(world, site, cast.kelly, { phone: 'mine' })
    for (const times of [5, 5]) await guessedByText(world, site, cast.kelly, times)
    return { world, site, own }
  }

  test('no text opens the plan, also with the right word, and the page says in plain words what does', async () => {
    const { world, site } = await afterTen()
    const { page } = await guessedByText(world, site, cast.kelly, 0)
    expect(page.path).toBe('/word/closed')
    expect(wordsOn(page.html)).toContain(SHUT)
    expect(page.html).toContain(DUTY)
    expect(page.links).toContain('/card')
  })

  test('the right word sent from a page that was open before opens nothing either', async () => {
    const { world, site } = await start()
    await comeIn(world, site, cast.kelly)
    const before = visitor(site)
    const word = await atTheWord(world, before, cast.kelly)
    await before.send(word, 'name="word"', { word: 'snowdrop' })
    const held = await before.get('/word')
    world.clock.forward({ minutes: 1 })
    // Within the half hour of that page: nine more, by a card's five and another text's four.
    const byCard = await withCard(world, site, cast.kelly)
    for (let n = 0; n < 5; n++) await byCard(n, 'snowdrop')
    const again = await withCard(world, site, cast.kelly)
    for (let n = 0; n < 4; n++) await again(n, 'snowdrop')
    const closed = await before.send(held, 'name="word"', { word: cast.kelly.word })
    expect(closed.path).toBe('/word/closed')
    expect(wordsOn(closed.html)).toContain(SHUT)
  })

  test('a locked phone stays shut and says so; the card opens', async () => {
    const { world, site, own } = await afterTen()
    const locked = await own.get('/home')
    expect(locked.path).toBe('/locked')
    expect(locked.html).not.toContain('name="word"')
    expect(wordsOn(locked.html)).toContain('this page stays shut')
    expect(locked.links).toContain('/card')
    const byCard = await withCard(world, site, cast.kelly)
    expect((await byCard(0, cast.kelly.word)).page.path).toBe('/home')
  })

  test('a session that is open stays open', async () => {
    const { world, site } = await start()
    const own = await comeIn(world, site, cast.kelly)
    const byCard = await withCard(world, site, cast.kelly)
    for (let n = 0; n < 5; n++) await byCard(n, 'snowdrop')
    const again = await withCard(world, site, cast.kelly)
    for (let n = 0; n < 5; n++) await again(n, 'snowdrop')
    expect(await count(world, cast.kelly)).toBe(10)
    expect((await own.get('/home')).path).toBe('/home')
  })

  test('a card with the right word takes all of it back; the desk still has what nobody read', async () => {
    const { world, site } = await afterTen()
    const byCard = await withCard(world, site, cast.kelly)
    expect((await byCard(0, cast.kelly.word)).page.path).toBe('/home')
    const { browser, page } = await guessedByText(world, site, cast.kelly, 0)
    expect((await browser.send(page, 'name="word"', { word: cast.kelly.word })).path).toBe('/home')
    expect(wordsOn((await today(world, site, 'priya')).html)).toMatch(/Kelly · .*10 wrong words/)
  })

  test('the worker lets them try again, from the desk', async () => {
    const { world, site } = await afterTen()
    const { browser, today: desk } = await deskOf(world, 'priya', site)
    const ask = await browser.get(desk.links.find((href) => href.endsWith('/guesses')) ?? '')
    expect(wordsOn(ask.html)).toContain('Was it Kelly who got the word wrong?')
    const after = await browser.send(ask, /guesses"[\s\S]*name="ticket"/)
    expect([after.path, wordsOn(after.html).includes('wrong words')]).toEqual(['/desk', false])
    const { browser: hers, page } = await guessedByText(world, site, cast.kelly, 0)
    expect((await hers.send(page, 'name="word"', { word: cast.kelly.word })).path).toBe('/home')
  })

  test('a new word, agreed for a card, begins anew', async () => {
    const { world, site } = await afterTen()
    await withCard(world, site, cast.kelly, 'harbour')
    const { browser, page } = await guessedByText(world, site, cast.kelly, 0)
    expect((await browser.send(page, 'name="word"', { word: 'harbour' })).path).toBe('/home')
  })

  test('of one family of a number the other stays open, and the answer to a wrong word is the same', async () => {
    const { world, site } = await inTwoFamilies()
    for (const times of [5, 5]) await guessedByText(world, site, cast.toni, times)
    const byCard = await withCard(world, site, cast.ruth)
    await byCard(0, cast.ruth.word)
    const { browser, page } = await guessedByText(world, site, cast.toni, 0)
    const wrong = await browser.send(page, 'name="word"', { word: cast.toni.word })
    expect(wordsOn(wrong.html)).toContain('That is not the word. You can try 4 more times.')
    expect((await browser.send(wrong, 'name="word"', { word: cast.ruth.word })).path).toBe('/home')
  })
})

describe('the right word', () => {
  test('takes back a slip or two just before it, in the same browser', async () => {
    const { world, site } = await start()
    await comeIn(world, site, cast.kelly)
    for (let day = 0; day < 4; day++) {
      const { browser, page } = await guessedByText(world, site, cast.kelly, 2)
      expect((await browser.send(page, 'name="word"', { word: cast.kelly.word })).path).toBe('/home')
    }
    expect(await count(world, cast.kelly)).toBe(0)
  })

  test('leaves what somebody tried at night on her own phone, or on theirs', async () => {
    const { world, site } = await start()
    const own = await comeIn(world, site, cast.kelly, { phone: 'mine' })
    world.clock.forward({ minutes: 20 })
    const locked = await guessedWhenLocked(own, 3)
    await guessedByText(world, site, cast.kelly, 1)
    world.clock.forward({ hours: 7 })
    expect((await own.send(locked, 'name="word"', { word: cast.kelly.word })).path).toBe('/home')
    expect(await count(world, cast.kelly)).toBe(4)
    world.clock.forward({ minutes: 20 })
    await guessedWhenLocked(own, 1)
    expect(wordsOn((await today(world, site, 'priya')).html)).toMatch(/Kelly · .*5 wrong words/)
  })

  test('of another with the same number takes back nothing of hers, and is no wrong word of hers either', async () => {
    const { world, site } = await inTwoFamilies()
    const { browser, page } = await guessedByText(world, site, cast.toni, 4)
    expect((await browser.send(page, 'name="word"', { word: cast.ruth.word })).path).toBe('/home')
    expect([await count(world, cast.toni), await count(world, cast.ruth)]).toEqual([4, 2])
    await guessedByText(world, site, cast.toni, 1)
    expect(wordsOn((await today(world, site, 'priya')).html)).toMatch(/Toni · .*5 wrong words/)
  })
})

test('the desk’s row is seen by one press, and counting goes on', async () => {
  const { world, site } = await start()
  await comeIn(world, site, cast.kelly)
  await guessedByText(world, site, cast.kelly, 5)
  const { browser, today: desk } = await deskOf(world, 'priya', site)
  const after = await browser.send(desk, 'name="until"')
  expect([after.path, wordsOn(after.html).includes('wrong words')]).toEqual(['/desk', false])
  await guessedByText(world, site, cast.kelly, 5)
  expect(wordsOn((await today(world, site, 'priya')).html)).toMatch(/Kelly · .*10 wrong words/)
})

test('giving a number that is shut, known or not gets the same answer', async () => {
  const { world, site } = await start()
  await comeIn(world, site, cast.kelly)
  for (const times of [5, 5]) await guessedByText(world, site, cast.kelly, times)
  const answers: Pick<Page, 'path' | 'status' | 'html'>[] = []
  for (const phone of [cast.kelly.phone, cast.bev.phone, '07700 900999']) {
    const browser = visitor(site)
    const { path, status, html } = await browser.send(await browser.get('/'), 'name="phone"', { phone })
    const code = await browser.send(await browser.get('/code'), 'name="code"', { phone, code: '000000' })
    answers.push(
      { path, status, html },
      { path: code.path, status: code.status, html: code.html.replaceAll(phone, '') },
    )
  }
  expect(answers).toEqual(answers.map((_, i) => answers[i % 2]))
})

test('wrong words go once they count for nobody and the desk has seen them, and not a day before', async () => {
  const { world, site } = await start()
  await comeIn(world, site, cast.kelly)
  await guessedByText(world, site, cast.kelly, 5)
  world.clock.forward({ days: 400 })
  await clearSpent(world)
  expect(await count(world, cast.kelly)).toBe(5)
  const back = await guessedByText(world, site, cast.kelly, 0)
  await back.browser.send(back.page, 'name="word"', { word: cast.kelly.word })
  await back.browser.send(await back.browser.get('/me/leave'), /me\/leave"/)
  await clearSpent(world)
  expect(await count(world, cast.kelly)).toBe(1)
  const { browser, today: desk } = await deskOf(world, 'priya', site)
  await browser.send(desk, 'name="until"')
  await clearSpent(world)
  expect(await count(world, cast.kelly)).toBe(0)
})

test('what was kept for somebody waits as long as it takes, whoever clears', async () => {
  const { world, site } = await start()
  const browser = await comeIn(world, site, cast.kelly)
  const plan = (await browser.get('/home')).links.find((link) => /^\/p\/[\w-]+$/.test(link)) ?? ''
  const writing = await browser.get(`${plan}/log/new`)
  world.clock.forward({ minutes: 20 })
  await browser.send(writing, 'name="result"', { result: 'worry', words: 'The rent letter came.' })
  world.clock.forward({ days: 500 })
  await clearSpent(world)
  await dispatchDue(world)
  expect(await world.db.read.$count(sealedForms)).toBe(1)
  const { browser: back, page } = await guessedByText(world, site, cast.kelly, 0)
  const kept = await back.send(page, 'name="word"', { word: cast.kelly.word })
  expect(wordsOn(kept.html)).toContain('This came from another browser. Is it yours?')
})
