/** What waits goes once, when it may, after one more look. */
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { giveWord } from '#app/domain/coming-in/giving-the-word'
import { join } from '#app/domain/coming-in/joining'
import { spend } from '#app/domain/coming-in/link'
import { askForText, spendCode } from '#app/domain/coming-in/sign-in'
import type { WordSession } from '#app/domain/forms/session'
import { resend } from '#app/domain/network/invitations'
import { stateOf } from '#app/domain/texts/state'
import { people, texts } from '#db/schema'
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
} from './coming-in'
import { dispatchDue } from './dispatch-due'
import { type TestWorld, testWorld } from './world'

const world = () => testWorld({ families: true })
const elsewhere = { ...askingFrom('a library') }
describe('the dispatcher', () => {
  const night = () => testWorld({ families: true, at: '2026-11-23T22:00:00Z' })

  test('keeps a worker’s text for the morning, unless the person is there', async () => {
    const w = await night()
    await invited(w, cast.kelly)
    await invited(w, cast.toni, { sendNow: true })
    await dispatchDue(w)
    expect(w.sentTexts.map(({ to }) => to)).toEqual([cast.toni.phone])
    w.clock.set('2026-11-24T07:59:59Z')
    await dispatchDue(w)
    expect(w.sentTexts).toHaveLength(1)
    w.clock.set('2026-11-24T08:00:00Z')
    await dispatchDue(w)
    expect(w.sentTexts).toHaveLength(2)
  })

  test('"send now" is for now: ten minutes later the night counts again', async () => {
    const w = await night()
    await invited(w, cast.kelly, { sendNow: true })
    w.clock.forward({ minutes: 10 })
    await dispatchDue(w)
    expect(w.sentTexts).toHaveLength(0)
    w.clock.set('2026-11-24T08:00:00Z')
    await dispatchDue(w)
    expect(w.sentTexts).toHaveLength(1)
  })

  test('brings a sign-in text at night, but to Leanne only in her safe times', async () => {
    const w = await testWorld({ families: true, at: '2026-11-27T14:00:00Z' })
    const { safeToText } = (await w.db.read.select().from(people)).find(({ personId }) => personId === 'leanne') ?? {}
    await joined(w, cast.kelly)
    await pressedLink(w, cast.leanne, { safeToText: safeToText ?? null, sendNow: false })
    const word = (await pressed(w, lastText(w, cast.leanne.phone).token, cast.leanne)) as WordSession
    const given = (await giveWord(w, word, cast.leanne.word)) as { session: string }
    await join(w, (await session(w, given.session)) as Parameters<typeof join>[1], { onlyMe: false, browserHash: null })
    w.clock.set('2026-11-27T22:00:00Z')
    await askedForText(w, cast.kelly)
    await askedForText(w, cast.leanne)
    expect(textsTo(w, cast.kelly)).toBe(2)
    expect(textsTo(w, cast.leanne)).toBe(1)
    w.clock.set('2026-11-30T09:29:59Z')
    await dispatchDue(w)
    expect(textsTo(w, cast.leanne)).toBe(1)
    w.clock.set('2026-11-30T09:30:00Z')
    await dispatchDue(w)
    expect(textsTo(w, cast.leanne)).toBe(2)
    expect(await signedIn(w, cast.leanne)).toMatchObject({ personId: 'leanne', state: 'open' })
    w.clock.set('2026-12-04T22:00:00Z')
    await askedForText(w, cast.leanne)
    w.clock.set('2026-12-07T09:30:00Z')
    await dispatchDue(w)
    w.clock.forward({ minutes: 9 })
    expect(
      await spendCode(w, { phone: cast.leanne.phone, code: lastText(w, cast.leanne.phone).code }, elsewhere),
    ).toEqual({
      session: expect.any(String),
    })
    // Asked while the portal was away, which comes back within her hours.
    w.clock.set('2026-12-08T10:00:00Z')
    await askForText(w, { phone: cast.leanne.phone, ...askingFrom('leanne'), language: 'en' })
    w.clock.forward({ minutes: 20 })
    await dispatchDue(w)
    expect(textsTo(w, cast.leanne)).toBe(4)
    const { code } = lastText(w, cast.leanne.phone)
    expect(await spendCode(w, { phone: cast.leanne.phone, code }, elsewhere)).toEqual({ session: expect.any(String) })
  })

  test('looks again before it sends: safe times, number and standing may have changed since', async () => {
    const w = await night()
    await invited(w, cast.kelly)
    await invited(w, cast.toni)
    await invited(w, cast.bev)
    const change = (id: string, set: Partial<typeof people.$inferInsert>) =>
      w.db.write((db) => [db.update(people).set(set).where(eq(people.personId, id))])
    await change('kelly', { phone: '+447700900199' })
    await change('toni', { unsafePhones: [cast.toni.phone] })
    await change('bev', { safeToText: { days: ['SU'], from: '10:00', to: '11:00' } })
    w.clock.set('2026-11-24T09:00:00Z')
    await dispatchDue(w)
    expect(w.sentTexts).toHaveLength(0)
    const reasons = await w.db.read
      .select({ who: texts.personId, reason: texts.reason, not: texts.notBefore })
      .from(texts)
    expect(reasons).toEqual([
      { who: 'kelly', reason: 'number-changed', not: '2026-11-24T08:00:00.000Z' },
      { who: 'toni', reason: 'not-allowed', not: '2026-11-24T08:00:00.000Z' },
      { who: 'bev', reason: 'safe-times', not: '2026-11-29T10:00:00.000Z' },
    ])
  })

  test('hands each text over once, however many run at the same time', async () => {
    const w = await world()
    for (const who of [cast.kelly, cast.danny, cast.toni, cast.bev]) await invited(w, who)
    await Promise.all(Array.from({ length: 20 }, () => dispatchDue(w)))
    expect(w.sentTexts.map(({ to }) => to).sort()).toEqual(
      [cast.kelly, cast.danny, cast.toni, cast.bev].map(({ phone }) => phone).sort(),
    )
  })

  test('has kept the hash of the link when the text is handed over', async () => {
    const w = await world()
    await invited(w, cast.kelly)
    const pressedAtOnce: unknown[] = []
    w.provider.send = async ({ body }) => {
      const token = body.match(/\/l\/([\w-]{22})/)?.[1] ?? ''
      pressedAtOnce.push(await spend(w, token, { ...askingFrom('kelly') }))
      return { is: 'taken', providerId: 'quick' }
    }
    await dispatchDue(w)
    expect(pressedAtOnce).toEqual([{ session: expect.any(String) }])
  })

  test('does not try blindly again what the provider did not take, or what it may have taken before a crash', async () => {
    const w = await world()
    const { send } = w.provider
    await invited(w, cast.kelly)
    w.provider.send = async () => ({ is: 'unknown' })
    await dispatchDue(w)
    await invited(w, cast.toni)
    // The program dies while the provider has the text: nothing after the handing over is written.
    w.provider.send = () => new Promise(() => {})
    void dispatchDue(w)
    await expect.poll(async () => (await w.db.read.select().from(texts))[1]?.attempts).toBe(1)
    await expect.poll(() => handedOver(w)).toBe(true)
    w.provider.send = send
    w.clock.forward({ minutes: 1 })
    await dispatchDue(w)
    w.clock.forward({ minutes: 30 })
    await dispatchDue(w)
    await dispatchDue(w)
    expect(w.sentTexts).toHaveLength(0)
    const rows = await w.db.read.select().from(texts)
    expect(rows.map((row) => stateOf(row).is)).toEqual(['unknown', 'unknown'])
    await resend(w, await personOf(w, cast.toni))
    await dispatchDue(w)
    expect(w.sentTexts).toHaveLength(1)
  })
})

async function handedOver(w: TestWorld): Promise<boolean> {
  const rows = await w.db.read.query.invitations.findMany()
  return rows.every(({ tokenHash }) => tokenHash)
}
