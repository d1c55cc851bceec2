/** From the outbox to the provider: at most once, in time, and what is not known is known not to be. */
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { revoke } from '#app/domain/coming-in/ending'
import type { Handed } from '#app/domain/provider'
import { stampAbandoned } from '#app/domain/texts/hand-over'
import { stopStatement } from '#app/domain/texts/number-stops'
import { noteReport } from '#app/domain/texts/reports'
import { neverCame, stateOf } from '#app/domain/texts/state'
import { breakers, people, texts } from '#db/schema'
import { answers, rowOf, stateFor } from './at-the-provider'
import * as cast from './cast'
import { askedForText, invited, joined, lastText, personOf, pressed } from './coming-in'
import { crowd } from './crowd'
import { dispatchDue, handOver } from './dispatch-due'
import { testWorld } from './world'

const world = () => testWorld({ families: true })

const taken: Handed = { is: 'taken', providerId: 'SM1' }

describe('a text handed over', () => {
  test('is sent, and delivered when the provider says so; its words are kept nowhere', async () => {
    const w = await world()
    await invited(w, cast.kelly)
    const asked = answers(w, taken)
    await dispatchDue(w)
    expect(await stateFor(w, cast.kelly)).toMatchObject({ is: 'sent' })
    await noteReport(w, { providerId: 'SM1', status: 'delivered' })
    expect(await stateFor(w, cast.kelly)).toMatchObject({ is: 'delivered' })
    const row = await rowOf(w, cast.kelly)
    expect(row).toMatchObject({ segments: 1, attempts: 1, providerId: 'SM1' })
    const token = asked[0]?.body.match(/\/l\/([\w-]{22})/)?.[1] ?? ''
    expect(JSON.stringify(await w.db.read.select().from(texts))).not.toContain(token)
  })

  test.each([
    ['Kelly’s until the evening', cast.kelly, {}, '2026-11-23T19:00:00Z', 60 * 60],
    ['Kelly’s for ten hours at most', cast.kelly, {}, '2026-11-23T08:00:00Z', 10 * 60 * 60],
    ['Kelly’s for ten minutes when she is with the worker', cast.kelly, { sendNow: true }, '2026-11-23T22:00:00Z', 600],
    [
      'Leanne’s to the end of her hours',
      cast.leanne,
      { safeToText: { days: ['MO'] as 'MO'[], from: '09:30', to: '14:30' } },
      '2026-11-23T14:20:00Z',
      600,
    ],
  ])('may be tried: %s', async (_, who, form, at, seconds) => {
    const w = await testWorld({ families: true, at })
    const asked = answers(w, taken)
    await invited(w, who, form)
    await dispatchDue(w)
    expect(asked).toMatchObject([{ validSeconds: seconds }])
  })

  test('for signing in may be tried for ten minutes', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    const asked = answers(w, taken)
    await askedForText(w, cast.kelly)
    expect(asked).toMatchObject([{ validSeconds: 600 }])
  })

  test('for somebody who waits goes before those of workers, and before what strangers ask for', async () => {
    const w = await testWorld({ families: true, at: '2026-11-23T10:00:00Z' })
    await joined(w, cast.kelly)
    await joined(w, cast.toni)
    await invited(w, cast.bev)
    await askedForText(w, { id: 'a stranger', phone: cast.toni.phone })
    const asked = answers(w, taken)
    await w.db.write((db) => [
      db
        .update(texts)
        .set({ calledAt: null, sentAt: null, leaseUntil: null, attempts: 0 })
        .where(eq(texts.askedFrom, 'unknown')),
    ])
    await askedForText(w, cast.kelly)
    expect(asked.map(({ to }) => to).slice(0, 2)).toEqual([cast.kelly.phone, cast.toni.phone])
  })
})

describe('what the provider surely did not take', () => {
  test('goes at once, then after half a minute and longer and longer, and is given up after about four hours', async () => {
    const w = await world()
    await invited(w, cast.kelly)
    const asked = answers(w, { is: 'not-now', code: 'ECONNREFUSED' })
    const at: number[] = []
    const began = w.now().getTime()
    for (let minute = 0; minute < 7 * 60 && (await stateFor(w, cast.kelly)).is === 'waiting'; minute += 0.25) {
      const before = asked.length
      await handOver(w)
      // The breaker belongs to another test.
      await w.db.write((db) => [db.delete(breakers)])
      for (let n = before; n < asked.length; n++) at.push((w.now().getTime() - began) / 60_000)
      w.clock.forward({ seconds: 15 })
    }
    expect(asked).toHaveLength(12)
    const gaps = at.map((minute, n) => minute - (at[n - 1] ?? 0))
    const planned = [0, 0, 0.5, 1, 2, 4, 8, 16, 32, 60, 60, 60]
    for (const [n, gap] of gaps.entries()) {
      expect(gap).toBeGreaterThanOrEqual((planned[n] ?? 0) * 0.8)
      expect(gap).toBeLessThanOrEqual((planned[n] ?? 0) * 1.2 + 0.25)
    }
    expect(await stateFor(w, cast.kelly)).toMatchObject({ is: 'failed', why: 'gave-up' })
  })

  test('waits as long as the provider asks it to', async () => {
    const w = await world()
    await invited(w, cast.kelly)
    answers(w, { is: 'not-now', waitMs: 90_000 })
    await handOver(w)
    expect((await rowOf(w, cast.kelly)).notBefore).toBe('2026-11-23T10:01:30.000Z')
  })

  test('for signing in is called back after ten minutes, and the worker hears that it never came', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    answers(w, { is: 'not-now' })
    await askedForText(w, cast.kelly)
    w.clock.forward({ minutes: 10 })
    await w.db.write((db) => [db.delete(breakers)])
    await handOver(w)
    const state = await stateFor(w, cast.kelly)
    expect(state).toMatchObject({ is: 'cancelled', why: 'too-late' })
    expect(neverCame(state)).toBe(true)
  })

  test('for signing in is not late for having waited for a safe time', async () => {
    const w = await testWorld({ families: true, at: '2026-11-23T10:00:00Z' })
    await joined(w, cast.leanne)
    const safeToText = { days: ['TU' as const], from: '09:30', to: '14:30' }
    await w.db.write((db) => [db.update(people).set({ safeToText }).where(eq(people.personId, 'leanne'))])
    w.clock.forward({ minutes: 2 })
    await askedForText(w, cast.leanne)
    const asked = answers(w, { is: 'not-now' })
    w.clock.set('2026-11-24T09:30:00Z')
    await handOver(w)
    expect(asked.length).toBeGreaterThan(0)
    answers(w, taken)
    w.clock.forward({ minutes: 1 })
    await handOver(w)
    expect(await stateFor(w, cast.leanne)).toMatchObject({ is: 'sent' })
  })

  test('is not tried at night, nor after it has been called back', async () => {
    const w = await testWorld({ families: true, at: '2026-11-23T19:59:30Z' })
    await invited(w, cast.kelly)
    await invited(w, cast.bev)
    const asked = answers(w, { is: 'not-now', waitMs: 45_000 })
    await handOver(w)
    await revoke(w, await personOf(w, cast.bev))
    w.clock.forward({ minutes: 1 })
    await handOver(w)
    expect(asked).toHaveLength(2)
    expect(await stateFor(w, cast.kelly)).toMatchObject({
      is: 'waiting',
      why: 'quiet-hours',
      until: '2026-11-24T08:00:00.000Z',
    })
    expect(await stateFor(w, cast.bev)).toMatchObject({ is: 'cancelled', why: 'revoked' })
  })

  test('with a new link each time: the one that never went is no use to anybody', async () => {
    const w = await world()
    await invited(w, cast.kelly)
    const [first] = [answers(w, { is: 'not-now' })]
    await handOver(w)
    const bodies = first.map(({ body }) => body)
    expect(new Set(bodies).size).toBe(bodies.length)
  })
})

describe('what may have gone', () => {
  test('is asked after in two minutes and in ten, never sent again, and stays unknown where the worker sees it', async () => {
    const w = await world()
    await invited(w, cast.kelly)
    const asked = answers(w, { is: 'unknown', code: 'ECONNRESET' })
    const lookedUp: string[] = []
    w.provider.lookUp = async () => {
      lookedUp.push(w.now().toISOString())
      return { is: 'not-there' }
    }
    await dispatchDue(w)
    expect(await stateFor(w, cast.kelly)).toMatchObject({ is: 'unknown' })
    for (let minute = 0; minute < 60; minute++) {
      w.clock.forward({ minutes: 1 })
      await dispatchDue(w)
    }
    expect(lookedUp).toEqual(['2026-11-23T10:02:00.000Z', '2026-11-23T10:10:00.000Z'])
    expect(asked).toHaveLength(1)
    expect(await stateFor(w, cast.kelly)).toMatchObject({ is: 'unknown' })
  })

  test('turns out to have gone when the provider has it', async () => {
    const w = await world()
    await invited(w, cast.kelly)
    answers(w, { is: 'unknown' })
    w.provider.lookUp = async () => ({ is: 'found', report: { providerId: 'SM7', status: 'sent' } })
    await dispatchDue(w)
    w.clock.forward({ minutes: 2 })
    await dispatchDue(w)
    expect(await stateFor(w, cast.kelly)).toMatchObject({ is: 'sent' })
    expect(await rowOf(w, cast.kelly)).toMatchObject({ providerId: 'SM7' })
  })

  test('turns out to have gone when a report comes by our id, before anybody asks', async () => {
    const w = await world()
    await invited(w, cast.kelly)
    answers(w, { is: 'unknown' })
    await dispatchDue(w)
    const { id } = await rowOf(w, cast.kelly)
    await noteReport(w, { textId: id, providerId: 'SM7', status: 'delivered' })
    expect(await stateFor(w, cast.kelly)).toMatchObject({ is: 'delivered' })
  })

  test('for signing in goes once more, with a link that makes the other useless, when the provider has not got it', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    const { send } = w.provider
    const lost = answers(w, { is: 'unknown' })
    await askedForText(w, cast.kelly)
    w.provider.send = send
    w.clock.forward({ seconds: 31 })
    await dispatchDue(w)
    expect(w.sentTexts).toHaveLength(2)
    const [old, fresh] = [lost[0]?.body.match(/\/l\/([\w-]{22})/)?.[1] ?? '', lastText(w, cast.kelly.phone).token]
    expect(fresh).not.toBe(old)
    await expect(pressed(w, old, cast.kelly)).rejects.toThrow('unknown')
    expect(await pressed(w, fresh, cast.kelly)).toMatchObject({ state: 'open' })
  })

  test('for signing in does not go again while the provider gives no answer, and is given up', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    const lost = answers(w, { is: 'unknown' })
    w.provider.lookUp = async () => ({ is: 'no-answer' })
    await askedForText(w, cast.kelly)
    for (let minute = 0; minute < 15; minute++) {
      w.clock.forward({ minutes: 1 })
      await dispatchDue(w)
    }
    expect(lost).toHaveLength(1)
    expect(await stateFor(w, cast.kelly)).toMatchObject({ is: 'failed', why: 'gave-up' })
  })
})

describe('a process that is told to stop', () => {
  test('finishes the text it has, and leaves the others to be sent', async () => {
    const w = await world()
    await crowd(w, 6)
    const stopping = new AbortController()
    const { send } = w.provider
    w.provider.send = async (text) => {
      stopping.abort()
      return send(text)
    }
    expect(await handOver(w, stopping.signal)).toEqual({ sent: 1 })
    const states = (await w.db.read.select().from(texts)).map((text) => stateOf(text).is).sort()
    expect(states).toEqual(['sent', 'waiting', 'waiting', 'waiting', 'waiting', 'waiting'])
  })
})

describe('a process that dies', () => {
  test('before the call leaves the text to be sent; a minute later another does it', async () => {
    const w = await world()
    await invited(w, cast.kelly)
    await w.db.write((db) => [
      db.update(texts).set({ leasedBy: 'the dead one', leaseUntil: '2026-11-23T10:01:00.000Z', attempts: 1 }),
    ])
    await dispatchDue(w)
    expect(w.sentTexts).toHaveLength(0)
    w.clock.forward({ minutes: 1 })
    await dispatchDue(w)
    expect(w.sentTexts).toHaveLength(1)
  })

  test('after it leaves the text unknown, and what it still says too late is believed but changes nothing else', async () => {
    const w = await world()
    await invited(w, cast.kelly)
    let answer: (handed: Handed) => void = () => undefined
    w.provider.send = () =>
      new Promise((resolve) => {
        answer = resolve
      })
    const slow = handOver(w)
    await expect.poll(async () => (await rowOf(w, cast.kelly)).calledAt).not.toBeNull()
    w.clock.forward({ seconds: 61 })
    await stampAbandoned(w)
    expect(await stateFor(w, cast.kelly)).toMatchObject({ is: 'unknown' })
    answer({ is: 'taken', providerId: 'SM1' })
    await slow
    expect(await stateFor(w, cast.kelly)).toMatchObject({ is: 'sent' })
  })

  test('too late to matter: a text taken over by another is the other’s', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    let answer: (handed: Handed) => void = () => undefined
    const { send } = w.provider
    w.provider.send = () =>
      new Promise((resolve) => {
        answer = resolve
      })
    const slow = askedForText(w, cast.kelly)
    await expect.poll(async () => (await rowOf(w, cast.kelly)).kind).toBe('sign-in')
    await expect.poll(async () => (await rowOf(w, cast.kelly)).calledAt).not.toBeNull()
    w.clock.forward({ seconds: 61 })
    w.provider.send = send
    await dispatchDue(w)
    expect(w.sentTexts).toHaveLength(2)
    answer({ is: 'not-now' })
    await slow
    expect(await stateFor(w, cast.kelly)).toMatchObject({ is: 'sent' })
  })
})

describe('looked at once more before it goes, a text is called back', () => {
  test.each([
    ['when somebody has stopped the number', 'stop', 'number-stopped'],
    ['when whoever has it says it is not theirs', 'not-me', 'number-stopped'],
  ] as const)('%s', async (_, why, reason) => {
    const w = await world()
    await invited(w, cast.kelly)
    await w.db.write((db) => [stopStatement(w, db, { phone: cast.kelly.phone, why })])
    await dispatchDue(w)
    expect(w.sentTexts).toHaveLength(0)
    expect(await stateFor(w, cast.kelly)).toMatchObject({ is: 'cancelled', why: reason })
  })
})
