/** A paper card: ten codes, each good once, which with the word open the plan without a text. */
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { cardToPrint, makeCard, spendCard } from '#app/domain/coming-in/cards'
import { revoke } from '#app/domain/coming-in/ending'
import { giveWord } from '#app/domain/coming-in/giving-the-word'
import { decline, join } from '#app/domain/coming-in/joining'
import { setReach } from '#app/domain/coming-in/reaching'
import { sessionOf } from '#app/domain/coming-in/sessions'
import type { MemberSession, WordSession } from '#app/domain/forms/session'
import { audit, cardCodes, cards, invitations } from '#db/schema'
import * as cast from './cast'
import { askingFrom, invited, joined, personOf, session, welcomed } from './coming-in'
import { type TestWorld, testWorld } from './world'

const world = () => testWorld({ families: true })

async function cardOf(w: TestWorld, who: cast.CastMember, word = who.word): Promise<string[]> {
  const person = await personOf(w, who)
  const made = await makeCard(w, person, { word })
  if ('refused' in made) throw new Error(made.refused.join())
  return (await cardToPrint(w, person))?.codes ?? []
}

async function typedIn(w: TestWorld, code: string, browser: string): Promise<WordSession> {
  const spent = await spendCard(w, code, askingFrom(browser))
  if (!('session' in spent)) throw new Error(JSON.stringify(spent))
  return (await session(w, spent.session)) as WordSession
}

describe('a card', () => {
  test('has ten codes of twelve digits, none of them kept as it is', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    const codes = await cardOf(w, cast.kelly)
    expect(codes).toHaveLength(10)
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^\d{4} \d{4} \d{4}$/)
    const kept = JSON.stringify([await w.db.read.select().from(cardCodes), await w.db.read.select().from(cards)])
    for (const code of codes) expect(kept).not.toContain(code.replaceAll(' ', ''))
  })

  test('is shown to whoever made it for ten minutes, and to nobody else', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    const codes = await cardOf(w, cast.kelly)
    const person = await personOf(w, cast.kelly)
    expect(await cardToPrint(w, { ...person, staffId: 'joan' })).toBeNull()
    w.clock.forward({ minutes: 9, seconds: 59 })
    expect(await cardToPrint(w, person)).toEqual({ codes })
    w.clock.forward({ seconds: 1 })
    expect(await cardToPrint(w, person)).toBeNull()
  })

  test('opens the plan with the word, on any browser, without a text', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    const sent = w.sentTexts.length
    const [code = ''] = await cardOf(w, cast.kelly)
    const word = await typedIn(w, code.replaceAll(' ', '-'), 'the library')
    expect(word).toMatchObject({ stage: 'word', invitationId: null })
    const given = await giveWord(w, word, cast.kelly.word)
    expect(await session(w, (given as { session: string }).session)).toMatchObject({
      ...{ stage: 'member', personId: 'kelly', state: 'open' },
    } satisfies Partial<MemberSession>)
    expect(w.sentTexts).toHaveLength(sent)
  })

  test('may be typed in with the digits of an Urdu keyboard', async () => {
    const w = await world()
    await joined(w, cast.nasreen)
    const [code = ''] = await cardOf(w, cast.nasreen)
    const urdu = code.replace(/\d/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)))
    expect(await typedIn(w, urdu, 'nasreen')).toMatchObject({ stage: 'word' })
  })

  test('each code opens once, of fifty at once one; twice in one browser leads to the same place', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    const [first = '', second = ''] = await cardOf(w, cast.kelly)
    const spent = await Promise.all(
      Array.from({ length: 25 }, (_, n) => spendCard(w, first, askingFrom(`browser ${n}`))),
    )
    expect(spent.filter((one) => 'session' in one)).toHaveLength(1)
    expect(spent.filter((one) => 'wrong' in one)).toHaveLength(24)
    const [once, twice] = [await typedIn(w, second, 'kelly'), await typedIn(w, second, 'kelly')]
    expect(twice.value).toBe(once.value)
    expect(await w.db.read.$count(audit, eq(audit.did, 'card.used'))).toBe(2)
  })

  test('a new one makes the old one void, and so does taking access away', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    const old = await cardOf(w, cast.kelly)
    const fresh = await cardOf(w, cast.kelly)
    expect(await spendCard(w, old[0] ?? '', askingFrom('kelly'))).toEqual({ wrong: true })
    const word = await typedIn(w, fresh[0] ?? '', 'kelly')
    await revoke(w, await personOf(w, cast.kelly))
    expect(await sessionOf(w, word.value)).toMatchObject({ state: 'ended' })
    expect(await spendCard(w, fresh[1] ?? '', askingFrom('kelly'))).toEqual({ wrong: true })
  })

  test('in other hands is worth five tries at the word, all codes together; then it is void', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    const codes = await cardOf(w, cast.kelly)
    for (const [n, left] of [4, 3, 2, 1].entries())
      expect(await giveWord(w, await typedIn(w, codes[n] ?? '', `thief ${n}`), 'guess')).toEqual({ wrong: left })
    expect(await giveWord(w, await typedIn(w, codes[4] ?? '', 'thief 4'), 'guess')).toBe('over')
    expect(await spendCard(w, codes[5] ?? '', askingFrom('thief 5'))).toEqual({ wrong: true })
    expect(await w.db.read.$count(audit, eq(audit.did, 'card.word-failed'))).toBe(1)
  })

  test('the right word gives a try back, so that ten sign-ins with a slip each are no end', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    for (const [n, code] of (await cardOf(w, cast.kelly)).slice(0, 4).entries()) {
      const word = await typedIn(w, code, `phone ${n}`)
      expect(await giveWord(w, word, cast.kelly.word)).toMatchObject({ stage: 'member' })
    }
    expect(await w.db.read.select({ wrong: cards.wrongWords }).from(cards)).toEqual([{ wrong: 0 }])
  })

  test('outlives a new number, and an invitation by text', async () => {
    const w = await world()
    const [code = ''] = await cardOf(w, cast.bev)
    await invited(w, cast.bev)
    const form = { language: 'en', mayText: true, safeToText: null, unsafePhones: '' }
    await setReach(w, await personOf(w, cast.bev), { ...form, phone: '07700 900199' })
    expect(await giveWord(w, await typedIn(w, code, 'bev'), cast.bev.word)).toMatchObject({ stage: 'welcome' })
  })

  test('anything else opens nothing, and says no more', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    const [code = ''] = await cardOf(w, cast.kelly)
    for (const typed of ['', '0', code.slice(0, -1), `${code}1`, code.split('').reverse().join(''), 'abc'])
      expect(await spendCard(w, typed, askingFrom('anyone'))).toEqual({ wrong: true })
  })
})

describe('for who has not joined', () => {
  test('the card is the invitation: the word, the welcome, and in, for Nan who has only a landline', async () => {
    const w = await world()
    const [code = ''] = await cardOf(w, cast.sheila)
    expect(await w.db.read.select().from(invitations)).toMatchObject([{ personId: 'sheila', phone: null }])
    const given = await giveWord(w, await typedIn(w, code, 'the tablet'), cast.sheila.word)
    const welcome = await session(w, (given as { session: string }).session)
    expect(welcome).toMatchObject({ stage: 'welcome' })
    const value = await join(w, welcome as Parameters<typeof join>[1], { onlyMe: false, browserHash: null })
    expect(await session(w, value ?? '')).toMatchObject({ stage: 'member', personId: 'sheila' })
    expect(w.sentTexts).toHaveLength(0)
  })

  test('and for who must not be texted', async () => {
    const w = await world()
    const form = { phone: cast.toni.phone, language: 'en', mayText: false, safeToText: null, unsafePhones: '' }
    await setReach(w, await personOf(w, cast.toni), form)
    const [code = ''] = await cardOf(w, cast.toni)
    expect(await giveWord(w, await typedIn(w, code, 'toni'), cast.toni.word)).toMatchObject({ stage: 'welcome' })
  })

  test('a no is a no: no other code of the card opens anything', async () => {
    const w = await world()
    const [first = '', second = ''] = await cardOf(w, cast.bev)
    const given = await giveWord(w, await typedIn(w, first, 'bev'), cast.bev.word)
    await decline(w, (await session(w, (given as { session: string }).session)) as Parameters<typeof decline>[1])
    expect(await spendCard(w, second, askingFrom('bev'))).toEqual({ wrong: true })
  })

  test('a card and a text are two ways in: neither takes the other away, and joining by one ends both', async () => {
    const w = await world()
    const [code = '', another = ''] = await cardOf(w, cast.bev)
    const byText = await welcomed(w, cast.bev)
    const given = await giveWord(w, await typedIn(w, code, 'the tablet'), cast.bev.word)
    const byCard = (await session(w, (given as { session: string }).session)) as typeof byText
    expect([byText.state, byCard.state]).toEqual(['open', 'open'])
    expect(await join(w, byCard, { onlyMe: false, browserHash: null })).not.toBeNull()
    expect(await session(w, byText.value)).toMatchObject({ state: 'ended' })
    expect(await typedIn(w, another, 'the tablet')).toMatchObject({ stage: 'word' })
  })

  test.each([
    ['Marcus, who knows nothing yet', cast.marcus, 'outer-circle'],
    ['Brenda, who is not to be told', cast.brenda, 'not-to-be-told'],
  ])('%s gets none', async (_, who, why) => {
    const w = await world()
    expect(await makeCard(w, await personOf(w, who), { word: who.word })).toEqual({ refused: [why] })
  })

  test('and none is made without a word, or with one that is easy to guess', async () => {
    const w = await world()
    const bev = await personOf(w, cast.bev)
    expect(await makeCard(w, bev, {})).toEqual({ refused: ['word-missing'] })
    expect(await makeCard(w, bev, { word: 'Adeyemi' })).toEqual({ refused: ['word-is-name'] })
    expect(await w.db.read.$count(cards)).toBe(0)
  })
})
