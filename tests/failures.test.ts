import { describe, expect, test } from 'vitest'
import { deskOf } from '#app/domain/desk/desk'
import { noteReport } from '#app/domain/texts/reports'
import { invitations, numberStops, texts } from '#db/schema'
import { answers, rowOf, stateFor } from './at-the-provider'
import * as cast from './cast'
import { invited, lastText, pressed } from './coming-in'
import { dispatchDue } from './dispatch-due'
import { testWorld } from './world'

const world = () => testWorld({ families: true })

describe('what a failure leads to', () => {
  test.each([
    ['a number nobody has any more is stopped', 'dead', 'dead'],
    ['a landline is stopped', 'landline', 'landline'],
    ['a number its owner stopped is noted as that', 'stopped', 'stop'],
  ] as const)('%s', async (_, why, stop) => {
    const w = await world()
    await invited(w, cast.kelly)
    answers(w, { is: 'refused', why, code: '1' })
    await dispatchDue(w)
    expect(await w.db.read.select().from(numberStops)).toMatchObject([{ phone: cast.kelly.phone, why: stop }])
    expect(await stateFor(w, cast.kelly)).toMatchObject({ is: 'failed', why })
  })

  test('a phone out of reach is tried three times more within a day, as texts of their own; then its number is in doubt', async () => {
    const w = await world()
    await invited(w, cast.kelly)
    const seconds: string[] = []
    w.provider.send = async ({ id }) => {
      seconds.push(w.now().toISOString())
      return { is: 'taken', providerId: `SM-${id}` }
    }
    for (let step = 0; step < 30 * 12; step++) {
      await dispatchDue(w)
      const sent = (await w.db.read.select().from(texts)).filter((row) => row.sentAt && !row.failedAt)
      for (const { providerId } of sent)
        await noteReport(w, { providerId: providerId ?? '', status: 'failed', why: 'unreachable', code: '30003' })
      w.clock.forward({ minutes: 5 })
    }
    expect(seconds).toEqual([
      '2026-11-23T10:00:00.000Z',
      '2026-11-23T10:30:00.000Z',
      '2026-11-23T14:30:00.000Z',
      '2026-11-24T09:30:00.000Z',
    ])
    expect(await w.db.read.select().from(numberStops)).toMatchObject([{ why: 'unreachable' }])
  })

  test('what goes again is on the desk meanwhile, and its link works though the first one ran out', async () => {
    const w = await testWorld({ families: true, at: '2026-11-23T10:00:00Z' })
    const weekly = { safeToText: { days: ['MO' as const], from: '09:00', to: '11:00' } }
    await invited(w, cast.kelly, weekly)
    await dispatchDue(w)
    const { providerId } = await rowOf(w, cast.kelly)
    w.clock.forward({ minutes: 40 })
    await noteReport(w, { providerId: providerId ?? '', status: 'failed', why: 'unreachable' })
    w.clock.forward({ minutes: 31 })
    await dispatchDue(w)
    expect(await stateFor(w, cast.kelly)).toMatchObject({ is: 'waiting', until: '2026-11-30T09:00:00.000Z' })
    expect((await deskOf(w, 'priya')).stuck).toMatchObject([
      { person: { name: 'Kelly', status: { trouble: 'no-text' } } },
    ])
    w.clock.set('2026-11-27T10:00:00Z')
    await dispatchDue(w)
    expect(await w.db.read.select().from(invitations)).toMatchObject([{ expiredAt: expect.any(String) }])
    w.clock.set('2026-11-30T09:00:00Z')
    await dispatchDue(w)
    expect(await pressed(w, lastText(w, cast.kelly.phone).token, cast.kelly)).toMatchObject({ state: 'open' })
    expect((await deskOf(w, 'priya')).stuck).toEqual([])
  })

  test('once it is opened, an invitation is not tried again', async () => {
    const w = await world()
    await invited(w, cast.kelly)
    await dispatchDue(w)
    await pressed(w, lastText(w, cast.kelly.phone).token, cast.kelly)
    const { providerId } = await rowOf(w, cast.kelly)
    await noteReport(w, { providerId: providerId ?? '', status: 'failed', why: 'unreachable' })
    expect(await w.db.read.$count(texts)).toBe(1)
    expect(await w.db.read.$count(invitations)).toBe(1)
  })

  test('words a network takes for spam are the operator’s to look at', async () => {
    const w = await world()
    await invited(w, cast.kelly)
    await dispatchDue(w)
    const { providerId } = await rowOf(w, cast.kelly)
    await noteReport(w, { providerId: providerId ?? '', status: 'failed', why: 'filtered', code: '30007' })
    expect(w.alarms).toEqual(['text-not-allowed'])
  })
})
