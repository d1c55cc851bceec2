import { eq, isNull } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { revoke } from '#app/domain/coming-in/ending'
import { giveWord } from '#app/domain/coming-in/giving-the-word'
import { join } from '#app/domain/coming-in/joining'
import { spend } from '#app/domain/coming-in/link'
import { newTextFor, stopTexts } from '#app/domain/coming-in/link-requests'
import { sessionOf } from '#app/domain/coming-in/sessions'
import { askForText, spendCode } from '#app/domain/coming-in/sign-in'
import type { WordSession } from '#app/domain/forms/session'
import { numberIsRight } from '#app/domain/texts/number-stops'
import { audit, people, sessions, signIns, texts } from '#db/schema'
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
  signedIn,
  textsTo,
  welcomed,
} from './coming-in'
import { dispatchDue } from './dispatch-due'
import { testWorld } from './world'

const world = () => testWorld({ families: true })
const elsewhere = { ...askingFrom('a library') }
describe('giving a number on the first page', () => {
  test('writes one row for every number that could be one, and looks nothing up', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    const before = await w.db.read.select().from(people)
    for (const phone of [cast.kelly.phone, '07700 900888', '01632 960888', '+33612345678']) {
      const ask = { phone, ...askingFrom('anyone'), language: 'en' }
      expect(await askForText(w, ask)).toEqual({ asked: true })
    }
    expect(await w.db.read.$count(signIns)).toBe(4)
    expect(await w.db.read.$count(texts, eq(texts.kind, 'sign-in'))).toBe(0)
    expect(await w.db.read.select().from(people)).toEqual(before)
    expect(await askForText(w, { phone: 'hello', ...askingFrom('anyone'), language: 'en' })).toEqual({
      refused: 'not-a-number',
    })
  })

  test('brings a text to who has joined, and none to a number nobody knows, nor to a landline', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    await askedForText(w, cast.kelly)
    await askedForText(w, { id: 'stranger', phone: '+447700900888' })
    await askedForText(w, cast.sheila)
    await askedForText(w, cast.leanne)
    expect(w.sentTexts.map(({ to }) => to)).toEqual([cast.kelly.phone, cast.kelly.phone])
    expect(lastText(w, cast.kelly.phone).code).toMatch(/^\d{6}$/)
  })

  test('brings who never joined their invitation again, and nothing to who was only just invited', async () => {
    const w = await world()
    await invited(w, cast.kelly)
    await askedForText(w, cast.kelly)
    expect(w.sentTexts).toHaveLength(1)
    w.clock.forward({ days: 5 })
    await askedForText(w, cast.kelly)
    expect(w.sentTexts).toHaveLength(2)
    expect(lastText(w, cast.kelly.phone).code).toBe('')
    expect(await pressed(w, lastText(w, cast.kelly.phone).token, cast.kelly)).toMatchObject({
      stage: 'word',
      state: 'open',
    })
  })

  test('brings nothing to who was shut out, at once', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    await askForText(w, { phone: cast.kelly.phone, ...askingFrom('kelly'), language: 'en' })
    await revoke(w, await personOf(w, cast.kelly))
    await dispatchDue(w)
    expect(w.sentTexts).toHaveLength(1)
  })

  test('brings one text a minute, three a quarter of an hour, six a day, however often it is asked', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    const sent = () => textsTo(w, cast.kelly) - 1
    for (let i = 0; i < 5; i++) await askedForText(w, cast.kelly)
    expect(sent()).toBe(1)
    for (let minute = 1; minute < 15; minute++) {
      w.clock.forward({ minutes: 1 })
      await askedForText(w, cast.kelly)
    }
    expect(sent()).toBe(3)
    for (let hour = 0; hour < 9; hour++) {
      w.clock.forward({ hours: 1 })
      await askedForText(w, cast.kelly)
    }
    expect(sent()).toBe(6)
    w.clock.forward({ hours: 24 })
    await askedForText(w, cast.kelly)
    expect(sent()).toBe(7)
  })

  test('brings nothing when nobody waits any more: what was asked while the portal was away, or before the night', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    await askForText(w, { phone: cast.kelly.phone, ...askingFrom('kelly'), language: 'en' })
    w.clock.set('2026-11-24T02:00:00Z')
    await dispatchDue(w)
    expect(textsTo(w, cast.kelly)).toBe(1)
    expect(await w.db.read.$count(signIns, isNull(signIns.handledAt))).toBe(0)
  })

  test('an ask over the limit leaves the text that came before it good', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    await askedForText(w, cast.kelly)
    w.clock.forward({ seconds: 30 })
    await askedForText(w, cast.kelly)
    expect(await signedIn(w, cast.kelly)).toMatchObject({ stage: 'member', state: 'open' })
  })
})

describe('the link of a sign-in text', () => {
  test('works alone only in the browser that asked; elsewhere it is left as it was', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    await askedForText(w, cast.kelly)
    const { token } = lastText(w, cast.kelly.phone)
    expect(await spend(w, token, elsewhere)).toEqual({ dead: 'elsewhere' })
    expect(await pressed(w, token, cast.kelly)).toMatchObject({ stage: 'word', personId: null })
    expect(await spend(w, token, elsewhere)).toEqual({ dead: 'used' })
  })

  test.each([
    [-1, true],
    [0, false],
    [1, false],
  ])('lives ten minutes: at %i seconds past', async (seconds, works) => {
    const w = await world()
    await joined(w, cast.kelly)
    await askedForText(w, cast.kelly)
    w.clock.forward({ minutes: 10, seconds })
    const { token } = lastText(w, cast.kelly.phone)
    const spent = await spend(w, token, { ...askingFrom('kelly') })
    expect(spent).toEqual(works ? { session: expect.any(String) } : { dead: 'expired' })
    await dispatchDue(w)
    w.clock.forward({ minutes: -5 })
    expect(await spend(w, token, { ...askingFrom('kelly') })).toEqual(spent)
  })

  test('is void once a newer one is on its way, and its code too', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    await askedForText(w, cast.kelly)
    const old = lastText(w, cast.kelly.phone)
    w.clock.forward({ minutes: 2 })
    await askedForText(w, cast.kelly)
    expect(await spend(w, old.token, { ...askingFrom('kelly') })).toEqual({ dead: 'newer' })
    expect(await spendCode(w, { phone: cast.kelly.phone, code: old.code }, elsewhere)).toEqual({ wrong: true })
    expect(await signedIn(w, cast.kelly)).toMatchObject({ state: 'open' })
  })

  test('ran out: its page asks for another, to the number we have', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    await askedForText(w, cast.kelly)
    w.clock.forward({ minutes: 11 })
    await newTextFor(w, lastText(w, cast.kelly.phone).token, { ...askingFrom('kelly'), language: 'en' })
    await dispatchDue(w)
    expect(textsTo(w, cast.kelly)).toBe(3)
    expect(await signedIn(w, cast.kelly)).toMatchObject({ state: 'open' })
  })

  test('"not for me": nobody can have the number texted until the worker has made sure of it; a card still opens', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    await askedForText(w, cast.kelly)
    const { token } = lastText(w, cast.kelly.phone)
    await stopTexts(w, token)
    expect(await spend(w, token, { ...askingFrom('kelly') })).toMatchObject({ dead: expect.any(String) })
    w.clock.forward({ days: 3 })
    await askedForText(w, cast.kelly)
    expect(textsTo(w, cast.kelly)).toBe(2)
    await numberIsRight(w, await personOf(w, cast.kelly))
    w.clock.forward({ minutes: 2 })
    await askedForText(w, cast.kelly)
    expect(textsTo(w, cast.kelly)).toBe(3)
  })

  test('of fifty presses with the code, in fifty browsers, one gets in', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    await askedForText(w, cast.kelly)
    const { code } = lastText(w, cast.kelly.phone)
    const presses = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        spendCode(w, { phone: cast.kelly.phone, code }, { ...askingFrom(`browser ${n}`) }),
      ),
    )
    expect(presses.filter((press) => 'session' in press)).toHaveLength(1)
  })
})

describe('the code of a sign-in text', () => {
  test('opens another browser, with the number, however both are written', async () => {
    const w = await world()
    const before = await joined(w, cast.kelly)
    await askedForText(w, cast.kelly)
    const { code } = lastText(w, cast.kelly.phone)
    const typed = { phone: '07700 900 112', code: `${code.slice(0, 3)} ${code.slice(3)}` }
    const spent = await spendCode(w, typed, elsewhere)
    expect(spent).toEqual({ session: expect.any(String) })
    expect(await spendCode(w, typed, elsewhere)).toEqual(spent)
    const word = (await session(w, (spent as { session: string }).session)) as WordSession
    const given = await giveWord(w, word, cast.kelly.word, { onlyMe: true })
    expect(await session(w, (given as { session: string }).session)).toMatchObject({
      stage: 'member',
      membershipId: before.membershipId,
      onlyMe: true,
    })
  })

  test.each([
    [
      'on an Urdu keyboard',
      (code: string) => code.replace(/\d/g, (digit) => String.fromCodePoint(0x6f0 + Number(digit))),
    ],
    ['in full width', (code: string) => code.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))],
    ['with marks that cannot be seen', (code: string) => `\u200e${code.slice(0, 3)}\u200b${code.slice(3)}\u200f`],
    ['with dashes', (code: string) => code.match(/../g)?.join('–') ?? ''],
  ])('may be typed in %s', async (_, written) => {
    const w = await world()
    await joined(w, cast.kelly)
    await askedForText(w, cast.kelly)
    const typed = { phone: '۰۷۷۰۰ ۹۰۰۱۱۲', code: written(lastText(w, cast.kelly.phone).code) }
    expect(await spendCode(w, typed, elsewhere)).toEqual({ session: expect.any(String) })
  })

  test('is found in the whole of the text pasted', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    await askedForText(w, cast.kelly)
    const { body } = lastText(w, cast.kelly.phone)
    expect(body).toMatch(/\/l\/.*\d{6}.*10/)
    const spent = await spendCode(w, { phone: cast.kelly.phone, code: body }, elsewhere)
    expect(spent).toEqual({ session: expect.any(String) })
  })

  test('may be wrong five times, together or one after another; then the right one is wrong too', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    await askedForText(w, cast.kelly)
    const { code } = lastText(w, cast.kelly.phone)
    const wrong = code === '000000' ? '111111' : '000000'
    const guess = (code: string) => spendCode(w, { phone: cast.kelly.phone, code }, elsewhere)
    await Promise.all([guess(wrong), guess(wrong), guess(wrong), guess(wrong), guess(wrong)])
    expect(await guess(code)).toEqual({ wrong: true })
  })

  test('is looked at in one write, whether the number is known, has a code, or neither', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    await joined(w, cast.toni)
    await askedForText(w, cast.kelly)
    const { write } = w.db
    let writes = 0
    w.db.write = (build) => {
      writes++
      return write(build)
    }
    const guess = async (phone: string) => {
      writes = 0
      expect(await spendCode(w, { phone, code: '000000' }, elsewhere)).toEqual({ wrong: true })
      return writes
    }
    for (const phone of [cast.kelly.phone, cast.toni.phone, '07700 900888', 'no number'])
      expect(await guess(phone)).toBe(1)
  })

  test('of somebody else’s text is wrong, and so is any for a number nobody knows', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    await joined(w, cast.toni)
    await askedForText(w, cast.kelly)
    await askedForText(w, cast.toni)
    const { code } = lastText(w, cast.kelly.phone)
    expect(await spendCode(w, { phone: cast.toni.phone, code }, elsewhere)).toEqual({ wrong: true })
    expect(await spendCode(w, { phone: '07700 900888', code }, elsewhere)).toEqual({ wrong: true })
    await askedForText(w, { id: 'stranger', phone: '+447700900888' })
    expect(await spendCode(w, { phone: '07700 900888', code }, elsewhere)).toEqual({ wrong: true })
  })

  test('and the token are kept only as hashes, and the body nowhere', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    await askedForText(w, cast.kelly)
    const { code, token, body } = lastText(w, cast.kelly.phone)
    const everything = JSON.stringify([
      await w.db.read.select().from(signIns),
      await w.db.read.select().from(texts),
      await w.db.read.select().from(sessions),
      await w.db.read.select().from(audit),
    ])
    for (const secret of [`"${code}"`, token, body.slice(0, 20)]) expect(everything).not.toContain(secret)
  })
})

describe('then the word', () => {
  test('picks the plan, when one number stands in several families', async () => {
    const w = await world()
    const inMarsh = await joined(w, cast.kelly)
    const asFriend = { ...cast.magda, phone: cast.kelly.phone }
    await invited(w, asFriend)
    await dispatchDue(w)
    const word = (await pressed(w, lastText(w, cast.kelly.phone).token, cast.magda)) as WordSession
    const given = (await giveWord(w, word, cast.magda.word)) as { session: string }
    await join(w, (await session(w, given.session)) as Parameters<typeof join>[1], { onlyMe: false, browserHash: null })
    await askedForText(w, cast.kelly)
    expect(textsTo(w, cast.kelly)).toBe(3)
    const [marsh, wojcik] = [await signedIn(w, cast.kelly), await signedIn(w, cast.kelly, cast.magda.word)]
    expect(marsh).toMatchObject({ personId: 'kelly', familyId: inMarsh.familyId })
    expect(wojcik).toMatchObject({ personId: 'magda' })
    expect(wojcik.familyId).not.toBe(marsh.familyId)
  })

  test('may be wrong five times, however many are given at once; then the sign-in is over and the trail says so', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    await joined(w, cast.toni)
    await askedForText(w, cast.toni)
    await askedForText(w, cast.kelly)
    const word = (await pressed(w, lastText(w, cast.kelly.phone).token, cast.kelly)) as WordSession
    const tries = await Promise.all(Array.from({ length: 8 }, () => giveWord(w, word, cast.toni.word)))
    expect(tries.filter((tried) => typeof tried === 'object')).toHaveLength(4)
    expect(await giveWord(w, word, cast.kelly.word)).toBe('over')
    expect(await sessionOf(w, word.value)).toMatchObject({ state: 'ended' })
    expect(await w.db.read.$count(audit, eq(audit.did, 'sign-in.word-failed'))).toBe(1)
  })

  test('opens nothing for who was shut out between the link and the word', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    await askedForText(w, cast.kelly)
    const word = (await pressed(w, lastText(w, cast.kelly.phone).token, cast.kelly)) as WordSession
    await revoke(w, await personOf(w, cast.kelly))
    expect(await giveWord(w, word, cast.kelly.word)).toBe('over')
  })
})

test('a word session lasts half an hour and can do nothing else', async () => {
  const w = await world()
  const kelly = await pressedLink(w, cast.kelly)
  w.clock.forward({ minutes: 29, seconds: 59 })
  expect(await sessionOf(w, kelly.value)).toMatchObject({ state: 'open', stage: 'word' })
  w.clock.forward({ seconds: 1 })
  expect(await sessionOf(w, kelly.value)).toMatchObject({ state: 'ended' })
  expect(await giveWord(w, (await session(w, kelly.value)) as WordSession, cast.kelly.word)).toBe('over')
  const toni = await welcomed(w, cast.toni)
  expect(toni.value).not.toBe(kelly.value)
})
