/** How somebody is reached: whether they may be texted, when, where and where never; and what a new number ends. */
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { spend } from '#app/domain/coming-in/link'
import { type ReachForm, setReach } from '#app/domain/coming-in/reaching'
import { sessionOf } from '#app/domain/coming-in/sessions'
import { sendTest } from '#app/domain/network/test-text'
import { reachIn } from '#app/domain/people/contact'
import { exportFamily } from '#app/domain/record/export'
import { importFamily } from '#app/domain/record/import'
import { stateOf } from '#app/domain/texts/state'
import { audit, memberships, people, sessions, texts } from '#db/schema'
import * as cast from './cast'
import { askedForText, browserOf, invited, joined, lastText, personOf, pressedLink } from './coming-in'
import { dispatchDue } from './dispatch-due'
import { type TestWorld, testWorld } from './world'

const world = () => testWorld({ families: true })

async function set(w: TestWorld, who: cast.CastMember, form: Partial<ReachForm> = {}) {
  const asTyped = { phone: who.phone, language: 'en', mayText: true, safeToText: null, unsafePhones: '' }
  return setReach(w, await personOf(w, who), { ...asTyped, ...form })
}

describe('is refused, with the reason, and changes nothing:', () => {
  test.each([
    ['what is no number', cast.kelly, { phone: '0770' }, ['not-a-number']],
    ['a mobile number that lacks a digit', cast.kelly, { phone: '07700 90011' }, ['not-a-number']],
    ['one among those never to text', cast.kelly, { unsafePhones: '07700 90011' }, ['unsafe-not-numbers']],
    ['the number of somebody else', cast.kelly, { phone: '07700 900178' }, ['number-of-someone-else']],
    ['a number that must never be texted', cast.kelly, { unsafePhones: '07700 900112' }, ['unsafe-number']],
    [
      'something else than numbers among them',
      cast.kelly,
      { unsafePhones: '07700 900111\nhis phone' },
      ['unsafe-not-numbers'],
    ],
    ['half a time', cast.kelly, { safeToText: { days: [], from: '09:00', to: '' } }, ['safe-no-day', 'safe-half']],
    ['no day', cast.kelly, { safeToText: { days: [], from: '09:00', to: '10:00' } }, ['safe-no-day']],
    ['days without a time', cast.kelly, { safeToText: { days: ['MO'], from: '', to: '' } }, ['safe-half']],
    ['only “to”', cast.kelly, { safeToText: { days: ['MO'], from: '', to: '10:00' } }, ['safe-half']],
    ['no time', cast.kelly, { safeToText: { days: ['MO'], from: 'after tea', to: '20:00' } }, ['safe-unclear']],
    [
      'an end before the beginning',
      cast.kelly,
      { safeToText: { days: ['MO'], from: '14:00', to: '09:00' } },
      ['safe-order'],
    ],
    [
      'an end at the beginning',
      cast.kelly,
      { safeToText: { days: ['MO'], from: '09:00', to: '09:00' } },
      ['safe-order'],
    ],
    [
      'a day there is none of',
      cast.kelly,
      { safeToText: { days: ['XX' as 'MO'], from: '09:00', to: '10:00' } },
      ['safe-times'],
    ],
    [
      'one of two that ends before it begins, where nobody said that it goes on after midnight',
      cast.kelly,
      {
        safeToText: [
          { days: ['MO'], from: '09:00', to: '10:00' },
          { days: ['MO'], from: '22:00', to: '02:00' },
        ],
      },
      ['safe-order'],
    ],
    ['no language', cast.kelly, { language: '' }, ['language']],
  ] as [string, cast.CastMember, Partial<ReachForm>, string[]][])('%s', async (_, who, form, refused) => {
    const w = await world()
    const before = await w.db.read.select().from(people)
    expect(await set(w, who, form)).toEqual({ refused })
    expect(await w.db.read.select().from(people)).toEqual(before)
    expect(await w.db.read.$count(audit, eq(audit.did, 'person.reach-set'))).toBe(0)
  })
})

describe('a new number', () => {
  test('ends every old link, code, text and session in one write, and opens by the word from then on', async () => {
    const w = await world()
    const kelly = await joined(w, cast.kelly)
    w.clock.forward({ minutes: 2 })
    await askedForText(w, cast.kelly)
    const { token } = lastText(w, cast.kelly.phone)
    expect(await set(w, cast.kelly, { phone: '07700 900199' })).toEqual({ set: true, newNumber: true })
    expect(await sessionOf(w, kelly.value)).toMatchObject({ state: 'ended' })
    expect(await spend(w, token, { browserHash: browserOf('kelly') })).toHaveProperty('dead')
    expect(await w.db.read.select().from(memberships)).toMatchObject([{ endedAt: null }])
    w.clock.forward({ minutes: 2 })
    await askedForText(w, cast.kelly)
    expect(w.sentTexts).toHaveLength(2)
    await askedForText(w, { id: 'kelly', phone: '+447700900199' })
    expect(w.sentTexts.at(-1)).toMatchObject({ to: '+447700900199' })
  })

  test('calls back an invitation on its way, and who had pressed its link has to be invited again', async () => {
    const w = await world()
    const word = await pressedLink(w, cast.kelly)
    await set(w, cast.kelly, { phone: '07700 900199' })
    expect(await sessionOf(w, word.value)).toMatchObject({ state: 'ended' })
    const night = await testWorld({ families: true, at: '2026-11-23T22:00:00Z' })
    await invited(night, cast.kelly)
    await set(night, cast.kelly, { phone: '07700 900199' })
    const [text] = await night.db.read.select().from(texts)
    expect(text && stateOf(text)).toMatchObject({ is: 'cancelled', why: 'number-changed' })
  })

  test('the same number again ends nothing', async () => {
    const w = await world()
    const kelly = await joined(w, cast.kelly)
    expect(await set(w, cast.kelly, { language: 'pl' })).toEqual({ set: true, newNumber: false })
    expect(await sessionOf(w, kelly.value)).toMatchObject({ state: 'open', language: 'pl' })
    expect(await w.db.read.$count(sessions)).toBe(3)
  })

  test('a landline may be noted, and is not texted', async () => {
    const w = await world()
    await set(w, cast.kelly, { phone: '01632 960123' })
    expect(await sendTest(w, await personOf(w, cast.kelly))).toEqual({ refused: ['landline'] })
    await set(w, cast.kelly, { phone: '' })
    expect(await sendTest(w, await personOf(w, cast.kelly))).toEqual({ refused: ['not-a-number'] })
  })
})

describe('who must not be texted', () => {
  test('is not invited, not sent a test, and gets nothing for signing in, not even what waited', async () => {
    const w = await testWorld({ families: true, at: '2026-11-23T22:00:00Z' })
    await joined(w, cast.kelly)
    await invited(w, cast.bev)
    for (const who of [cast.kelly, cast.bev]) await set(w, who, { mayText: false })
    w.clock.set('2026-11-24T10:00:00Z')
    await askedForText(w, cast.kelly)
    expect(w.sentTexts).toHaveLength(1)
    expect(await invited(w, cast.bev)).toEqual({ refused: ['no-texts'] })
    expect(await sendTest(w, await personOf(w, cast.bev))).toEqual({ refused: ['no-texts'] })
    const waited = (await w.db.read.select().from(texts)).find(({ personId }) => personId === 'bev')
    expect(waited && stateOf(waited)).toMatchObject({ is: 'cancelled', why: 'no-texts' })
  })

  test('stays so through an export and an import', async () => {
    const w = await world()
    await set(w, cast.kelly, { mayText: false })
    const file = await exportFamily(w, cast.kelly.family)
    expect(file?.people.find(({ id }) => id === 'kelly')).toMatchObject({ noTexts: true })
    const again = { ...file, reference: 'CS-30002' }
    const imported = await importFamily(w, again, { by: 'priya', publish: { endorsedBy: 'joan' } })
    expect(imported).toHaveProperty('familyId')
    expect(await exportFamily(w, 'CS-30002')).toEqual(again)
  })
})

test('a number that must never be texted is refused at once, also for what was on its way', async () => {
  const w = await testWorld({ families: true, at: '2026-11-23T22:00:00Z' })
  await invited(w, cast.toni)
  await set(w, cast.toni, { phone: '07700 900199', unsafePhones: `${cast.toni.phone}\n07700 900888` })
  w.clock.set('2026-11-24T10:00:00Z')
  await dispatchDue(w)
  expect(w.sentTexts).toHaveLength(0)
  expect(await invited(w, cast.toni)).toEqual({ refused: ['unsafe-number'] })
})

test('a number the plan calls unsafe is refused whatever the worker clears, and gets nothing even if it stands in the row', async () => {
  const w = await world()
  const reach = await reachIn(w, (await personOf(w, cast.leanne)).familyId)
  const [unsafe = ''] = reach?.unsafeInPlan('leanne') ?? []
  expect(unsafe).toMatch(/^\+447700900/)
  expect(await set(w, cast.leanne, { phone: unsafe, unsafePhones: '' })).toEqual({ refused: ['unsafe-number'] })
  await joined(w, { ...cast.leanne })
  await w.db.write((db) => [
    db.update(people).set({ phone: unsafe, unsafePhones: [], safeToText: null }).where(eq(people.personId, 'leanne')),
  ])
  w.clock.forward({ minutes: 2 })
  await askedForText(w, { id: 'leanne', phone: unsafe })
  expect(w.sentTexts.map(({ to }) => to)).not.toContain(unsafe)
})

test('after a new number their old browser asks as a stranger does', async () => {
  const w = await world()
  await joined(w, cast.kelly)
  await set(w, cast.kelly, { phone: '07700 900199' })
  w.clock.forward({ minutes: 2 })
  await askedForText(w, { id: 'kelly', phone: '+447700900199' })
  const [asked] = await w.db.read.select().from(texts).where(eq(texts.kind, 'sign-in'))
  expect(asked).toMatchObject({ to: '+447700900199', askedFrom: 'unknown' })
})
