/** How many texts and codes may be asked for, and by whom: strangers take nothing away from who asks as usual. */
import { and, desc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { cardToPrint, makeCard, spendCard } from '#app/domain/coming-in/cards'
import { takeCodeTry } from '#app/domain/coming-in/code-tries'
import { giveWord } from '#app/domain/coming-in/giving-the-word'
import { sessionOf } from '#app/domain/coming-in/sessions'
import { askForText, spendCode } from '#app/domain/coming-in/sign-in'
import { deskOf } from '#app/domain/desk/desk'
import { noteReport } from '#app/domain/texts/reports'
import { browserOf } from '#app/edge/known-browser.server'
import { cards, numberStops, signIns, texts } from '#db/schema'
import * as cast from './cast'
import {
  askedForText,
  askingFrom,
  invited,
  joined,
  lastText,
  personOf,
  pressed,
  pressedLink,
  session,
  welcomed,
} from './coming-in'
import { dispatchDue } from './dispatch-due'
import { type TestWorld, testWorld } from './world'

const world = () => testWorld({ families: true })

const ask = (w: TestWorld, phone: string, browser: string, address = `home of ${browser}`) =>
  askForText(w, { phone, browserHash: `browser of ${browser}`, addressHash: address, language: 'en' })
const textsTo = (w: TestWorld, who: cast.CastMember) =>
  w.sentTexts.filter(({ to, body }) => to === who.phone && body.includes('code')).length

describe('from browsers somebody never used', () => {
  test('a number gets two texts a day, however many browsers and addresses ask', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    for (let n = 0; n < 30; n++) {
      await ask(w, cast.kelly.phone, `stranger ${n}`)
      await dispatchDue(w)
      w.clock.forward({ minutes: 20 })
    }
    expect(textsTo(w, cast.kelly)).toBe(2)
    w.clock.forward({ days: 1 })
    await ask(w, cast.kelly.phone, 'stranger')
    await dispatchDue(w)
    expect(textsTo(w, cast.kelly)).toBe(3)
  })

  test('and whoever asks as usual is neither delayed, nor used up, nor made void by them', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    for (let n = 0; n < 5; n++) await ask(w, cast.kelly.phone, `stranger ${n}`)
    await askedForText(w, cast.kelly)
    expect(textsTo(w, cast.kelly)).toBe(2)
    // Hers went first, whenever the strangers asked.
    const hers = w.sentTexts.find(({ to, body }) => to === cast.kelly.phone && body.includes('code'))?.body ?? ''
    const [token = '', code = ''] = [hers.match(/\/l\/([\w-]{22})/)?.[1], hers.match(/code (\d{6})/)?.[1]]
    for (let n = 5; n < 10; n++) {
      w.clock.forward({ minutes: 1 })
      await ask(w, cast.kelly.phone, `stranger ${n}`)
      await dispatchDue(w)
    }
    // Strangers also guess at the code that Kelly's own phone asked for.
    for (let n = 0; n < 3; n++)
      await spendCode(w, { phone: cast.kelly.phone, code: '000000' }, askingFrom(`guesser ${n}`))
    expect(await spendCode(w, { phone: cast.kelly.phone, code }, askingFrom('her tablet'))).toHaveProperty('session')
    expect(await pressed(w, token, cast.kelly).catch((error: Error) => error.message)).toContain('used')
  })

  test('her own link still opens after strangers have used up the tries at its code', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    await askedForText(w, cast.kelly)
    const { token, code } = lastText(w, cast.kelly.phone)
    for (let n = 0; n < 8; n++)
      await spendCode(w, { phone: cast.kelly.phone, code: '000000' }, askingFrom(`guesser ${n}`))
    expect(await spendCode(w, { phone: cast.kelly.phone, code }, askingFrom('a stranger'))).toEqual({ wrong: true })
    expect(await pressed(w, token, cast.kelly)).toMatchObject({ state: 'open' })
  })

  test('who asks from a browser of theirs makes all older links void, a stranger’s too', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    await ask(w, cast.kelly.phone, 'a stranger')
    await dispatchDue(w)
    const strangers = lastText(w, cast.kelly.phone)
    await askedForText(w, cast.kelly)
    expect(await spendCode(w, { phone: cast.kelly.phone, code: strangers.code }, askingFrom('another'))).toEqual({
      wrong: true,
    })
  })

  test('what a stranger asks for takes nothing from who has yet to join: link, welcome and card stay as they were', async () => {
    const w = await world()
    const card = await makeCard(w, await personOf(w, cast.bev), { word: cast.bev.word })
    const welcome = await welcomed(w, cast.bev)
    await invited(w, cast.toni)
    await dispatchDue(w)
    const link = lastText(w, cast.toni.phone).token
    w.clock.forward({ minutes: 5 })
    for (const { phone } of [cast.bev, cast.toni]) await ask(w, phone, 'a stranger')
    await dispatchDue(w)
    expect(w.sentTexts.filter(({ to }) => to === cast.toni.phone)).toHaveLength(2)
    expect(await sessionOf(w, welcome.value)).toMatchObject({ state: 'open' })
    expect(await pressed(w, link, cast.toni)).toMatchObject({ stage: 'word', state: 'open' })
    expect(await w.db.read.select().from(cards)).toMatchObject([
      { id: (card as { cardId: string }).cardId, voidedAt: null },
    ])
  })

  test('of two links the newer goes on working when the older is pressed, and ends the older when it is pressed itself', async () => {
    const w = await world()
    await invited(w, cast.bev)
    await dispatchDue(w)
    const older = lastText(w, cast.bev.phone).token
    w.clock.forward({ minutes: 5 })
    await ask(w, cast.bev.phone, 'bev herself, perhaps')
    await dispatchDue(w)
    const newer = lastText(w, cast.bev.phone).token
    expect(newer).not.toBe(older)
    const first = await pressed(w, older, cast.bev)
    expect(await pressed(w, newer, cast.bev)).toMatchObject({ state: 'open' })
    expect(await sessionOf(w, first.value)).toMatchObject({ state: 'ended' })
  })

  test('nor do the tries at the word start anew with each link: five in all', async () => {
    const w = await world()
    const first = await pressedLink(w, cast.bev)
    for (const left of [4, 3, 2]) expect(await giveWord(w, first, 'guess')).toEqual({ wrong: left })
    w.clock.forward({ minutes: 5 })
    await ask(w, cast.bev.phone, 'a stranger')
    await dispatchDue(w)
    const second = (await pressed(w, lastText(w, cast.bev.phone).token, cast.bev)) as typeof first
    expect(await giveWord(w, second, 'guess')).toEqual({ wrong: 1 })
    expect(await giveWord(w, second, 'guess')).toBe('over')
  })

  test('five wrong words end a card and a link together, and the worker sees it', async () => {
    const w = await world()
    const link = await pressedLink(w, cast.bev)
    for (const left of [4, 3]) expect(await giveWord(w, link, 'guess')).toEqual({ wrong: left })
    await makeCard(w, await personOf(w, cast.bev), {})
    const person = await personOf(w, cast.bev)
    const [code = '', another = ''] = (await cardToPrint(w, person))?.codes ?? []
    const spent = await spendCard(w, code, askingFrom('the tablet'))
    const card = (await session(w, (spent as { session: string }).session)) as typeof link
    for (const left of [4, 3, 2]) expect(await giveWord(w, card, 'guess')).toEqual({ wrong: left })
    expect(await giveWord(w, link, 'guess')).toEqual({ wrong: 1 })
    expect(await giveWord(w, link, 'guess')).toBe('over')
    expect(await giveWord(w, card, cast.bev.word)).toBe('over')
    expect(await spendCard(w, another, askingFrom('the tablet'))).toEqual({ wrong: true })
    const { stuck } = await deskOf(w, 'priya')
    expect(stuck).toMatchObject([{ person: { name: 'Bev', status: { trouble: 'wrong-words' } } }])
  })

  test('and a phone that is off while strangers ask is not put in doubt', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    for (let day = 0; day < 3; day++) {
      for (const hour of [0, 1]) {
        w.clock.forward({ hours: hour + 1 })
        await ask(w, cast.kelly.phone, `stranger ${day}.${hour}`)
        await dispatchDue(w)
        const [text] = await w.db.read
          .select()
          .from(texts)
          .where(eq(texts.kind, 'sign-in'))
          .orderBy(desc(texts.queuedAt))
        await noteReport(w, {
          textId: text?.id,
          providerId: text?.providerId ?? '',
          status: 'failed',
          why: 'unreachable',
        })
      }
      w.clock.forward({ hours: 21 })
    }
    expect(await w.db.read.$count(texts, eq(texts.reason, 'unreachable'))).toBe(6)
    expect(await w.db.read.$count(numberStops)).toBe(0)
  })

  test('an address may ask ten times in a quarter of an hour, whoever’s numbers it asks for', async () => {
    const w = await world()
    for (const who of [cast.kelly, cast.toni]) await joined(w, who)
    for (let n = 0; n < 10; n++) await ask(w, `+4477009008${String(n).padStart(2, '0')}`, `browser ${n}`, 'one address')
    await ask(w, cast.kelly.phone, 'browser 10', 'one address')
    await ask(w, cast.toni.phone, 'browser 11', 'another address')
    await dispatchDue(w)
    expect([textsTo(w, cast.kelly), textsTo(w, cast.toni)]).toEqual([0, 1])
    w.clock.forward({ minutes: 15 })
    await ask(w, cast.kelly.phone, 'browser 12', 'one address')
    await dispatchDue(w)
    expect(textsTo(w, cast.kelly)).toBe(1)
  })

  test('one address cannot use up what all strangers have', async () => {
    const w = await world()
    await joined(w, cast.toni)
    for (let minute = 0; minute < 50; minute++) {
      for (let n = 0; n < 6; n++) await ask(w, `+4477009008${n}${n}`, `browser ${minute}.${n}`, 'one address')
      await dispatchDue(w)
      w.clock.forward({ minutes: 1 })
    }
    await ask(w, cast.toni.phone, 'a new phone', 'home of toni')
    await dispatchDue(w)
    expect(textsTo(w, cast.toni)).toBe(1)
    expect(w.alarms).toEqual([])
  })

  test('two hundred in an hour are enough; the operator hears at half of it and at all of it, and Kelly’s own phone is served', async () => {
    const w = await world()
    for (const who of [cast.kelly, cast.toni]) await joined(w, who)
    await w.db.write((db) => [
      db.insert(signIns).values(
        Array.from({ length: 210 }, (_, n) => ({
          ...{ id: `flood-${n}`, phone: `+447700900${500 + n}`, language: 'en' },
          ...{ browserHash: `browser ${n}`, addressHash: `address ${n}`, askedAt: w.now().toISOString() },
        })),
      ),
    ])
    await ask(w, cast.toni.phone, 'a stranger')
    await askedForText(w, cast.kelly)
    await dispatchDue(w)
    expect([...new Set(w.alarms)]).toEqual(['sign-in-texts-half', 'sign-in-texts-full'])
    expect(textsTo(w, cast.kelly)).toBe(1)
    const asked = await w.db.read.$count(texts, and(eq(texts.kind, 'sign-in'), eq(texts.to, cast.toni.phone)))
    expect(asked).toBe(0)
  })

  test('an invitation that was never used is sent again twice a day at the most', async () => {
    const w = await world()
    await invited(w, cast.bev)
    await dispatchDue(w)
    for (let n = 0; n < 10; n++) {
      w.clock.forward({ minutes: 30 })
      await ask(w, cast.bev.phone, `stranger ${n}`)
      await dispatchDue(w)
    }
    expect(w.sentTexts.filter(({ to }) => to === cast.bev.phone)).toHaveLength(3)
  })
})

describe('codes', () => {
  test('thirty may be typed in within five minutes from one address, also all at once', async () => {
    const w = await world()
    const asking = (browser: string, address = 'one address') => ({ browserHash: browser, addressHash: address })
    const tries = await Promise.all(Array.from({ length: 50 }, (_, n) => takeCodeTry(w, asking(`browser ${n}`))))
    expect(tries.filter(Boolean)).toHaveLength(30)
    expect(await takeCodeTry(w, asking('browser', 'another address'))).toBe(true)
    w.clock.forward({ minutes: 5, seconds: 1 })
    expect(await takeCodeTry(w, asking('browser'))).toBe(true)
  })

  test('a thousand in an hour altogether; a browser somebody was signed in on may always', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    for (let n = 0; n < 1000; n++)
      await takeCodeTry(w, { browserHash: `browser ${n}`, addressHash: `address ${Math.floor(n / 20)}` })
    expect(await takeCodeTry(w, askingFrom('a stranger'))).toBe(false)
    expect(await takeCodeTry(w, askingFrom('kelly'))).toBe(true)
  })

  test('one too many is told so, and nothing of the number', async () => {
    const w = await world()
    const stranger = askingFrom('a stranger')
    for (let n = 0; n < 30; n++) await spendCode(w, { phone: cast.kelly.phone, code: '1' }, stranger)
    for (const phone of [cast.kelly.phone, '07700 900999'])
      expect(await spendCode(w, { phone, code: '1' }, stranger)).toEqual({ tooMany: true })
  })
})

test('an address is a home: one of IPv4, or a whole network of IPv6 with all its addresses', async () => {
  const w = await world()
  const home = (address: string) => browserOf({ world: w, address }, new Request('https://portal.example/')).addressHash
  expect(home('2001:db8:1:2:aaaa::1')).toBe(home('2001:db8:1:2:bbbb:cccc:dddd:2'))
  expect(home('2001:db8:1:3::1')).not.toBe(home('2001:db8:1:2::1'))
  expect(home('::ffff:192.0.2.1')).toBe(home('192.0.2.1'))
  expect(home('192.0.2.2')).not.toBe(home('192.0.2.1'))
})
