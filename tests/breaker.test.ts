/** A provider that fails again and again is let alone, and no text is lost meanwhile. */
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Handed } from '#app/domain/provider'
import { breakerOf } from '#app/domain/texts/breaker'
import { stopStatement } from '#app/domain/texts/number-stops'
import { stateOf } from '#app/domain/texts/state'
import { texts } from '#db/schema'
import { answers } from './at-the-provider'
import { crowd } from './crowd'
import { handOver } from './dispatch-due'
import { testWorld } from './world'

const world = () => testWorld({ families: true })
const taken: Handed = { is: 'taken', providerId: 'SM1' }

describe('when the provider fails again and again', () => {
  test('it is let alone after five in a row; then one text and not all of them finds out whether it is back', async () => {
    const w = await world()
    await crowd(w, 40)
    const asked = answers(w, { is: 'unknown' })
    await handOver(w)
    expect(asked).toHaveLength(5)
    expect(w.alarms).toEqual(['provider-down'])
    expect(await breakerOf(w)).toMatchObject({ failures: 5, openedAt: '2026-11-23T10:00:00.000Z' })
    w.clock.forward({ seconds: 29 })
    await handOver(w)
    expect(asked).toHaveLength(5)
    w.clock.forward({ seconds: 1 })
    await Promise.all([handOver(w), handOver(w), handOver(w)])
    expect(asked).toHaveLength(6)
    w.clock.forward({ seconds: 31 })
    const back = answers(w, { is: 'refused', why: 'other' })
    await handOver(w)
    expect(back.length).toBe(34)
    expect(await breakerOf(w)).toMatchObject({ failures: 0, openUntil: null })
    expect(w.alarms).toEqual(['provider-down'])
  })

  test('what only waits for it to come back uses up no try', async () => {
    const w = await world()
    await crowd(w, 12)
    const asked = answers(w, { is: 'closed', code: '20003' })
    for (let step = 0; step < 40; step++) {
      await Promise.all(Array.from({ length: 6 }, () => handOver(w)))
      w.clock.forward({ seconds: 30 })
    }
    const invitations = (await w.db.read.select().from(texts)).filter(({ kind }) => kind === 'invitation')
    for (const { id, attempts } of invitations) expect(attempts).toBe(asked.filter((call) => call.id === id).length)
    expect(invitations.filter((row) => stateOf(row).is !== 'waiting')).toEqual([])
  })

  test('the one text that finds out is one that may go: a text called back meanwhile takes no turn', async () => {
    const w = await world()
    const everyone = await crowd(w, 12)
    const asked = answers(w, { is: 'not-now' })
    await handOver(w)
    expect(asked).toHaveLength(5)
    const { phone } = everyone[0] ?? {}
    // The first in turn has been shut out; the next finds out instead.
    await w.db.write((db) => [
      db
        .update(texts)
        .set({ notBefore: '2026-11-23T09:00:00.000Z' })
        .where(eq(texts.to, phone ?? '')),
      stopStatement(w, db, { phone: phone ?? '', why: 'not-me' }),
    ])
    w.clock.forward({ seconds: 30 })
    const back = answers(w, taken)
    await handOver(w)
    expect(back.length).toBeGreaterThan(0)
    expect(back.map(({ to }) => to)).not.toContain(phone)
  })

  test('and takes nothing from us at all, it is let alone at once, and no text is lost', async () => {
    const w = await world()
    await crowd(w, 12)
    const { send } = w.provider
    const asked = answers(w, { is: 'closed', code: '20003' })
    await handOver(w)
    expect(asked).toHaveLength(1)
    expect(w.alarms).toEqual(['provider-down'])
    w.provider.send = send
    w.clock.forward({ minutes: 1 })
    await handOver(w)
    expect(w.sentTexts).toHaveLength(12)
  })
})
