/** The portal is killed at any moment, again and again, while it hands texts over to a real server of a provider. */
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { createClient } from '@libsql/client'
import { eq } from 'drizzle-orm'
import { DateTime } from 'luxon'
import { expect, test } from 'vitest'
import { stateOf } from '#app/domain/texts/state'
import { signIns, texts } from '#db/schema'
import { buildIfNeeded } from '../app/cli/start.mjs'
import { crowd } from './crowd'
import { figure, times } from './long'
import { portalProcess } from './portal-process'
import { twilioStandIn } from './stand-ins/twilio'
import { seededRandom, type TestWorld, testWorld } from './world'

const CYCLES = times(8, 500)
const TEXTS = times(32, 2000)
/** Two minutes of the portal's clock pass from one life to the next: longer than any lease. */
const MINUTES = 2
const START = DateTime.fromISO('2026-11-23T08:00', { zone: 'Europe/London' })

/** The clock of a life. Nights are left out, since no text of a worker's goes then. */
const clockOf = (life: number) => {
  const perDay = (11 * 60) / MINUTES
  return START.plus({ days: Math.floor(life / perDay), minutes: (life % perDay) * MINUTES })
}

const at = (clock: DateTime) => ({ PORTAL_NOW: clock.toFormat("yyyy-MM-dd'T'HH:mm") })

test('nothing is lost, nothing goes twice that must not, and what is not known is known not to be', async () => {
  buildIfNeeded(true)
  const w = await testWorld({ families: true, at: START.toUTC().toISO() ?? '' })
  const standIn = await twilioStandIn('http://127.0.0.1')
  standIn.slow = 150
  const random = seededRandom(`crash ${times(1, Date.now())}`)
  const chance = (below: number) => random(4).readUInt32BE() % below
  await crowd(w, TEXTS)
  await spread(w)
  const checker = createClient({ url: `file:${w.file}` })

  for (let life = 0; life < CYCLES; life++) {
    const { child, ready } = portalProcess(w, standIn.url, at(clockOf(life)))
    // At any moment of starting up; or once it hands texts over, in the middle of that or after.
    if (chance(4) === 0) await wait(chance(1000))
    else {
      const before = standIn.asked
      await ready
      for (let waited = 0; standIn.asked === before && waited < 5000; waited += 10) await wait(10)
      await wait(chance(300))
    }
    child.kill('SIGKILL')
    await once(child, 'exit')
    const { rows } = await checker.execute('pragma integrity_check')
    expect(rows[0]?.integrity_check).toBe('ok')
  }
  const [asked, taken] = [standIn.asked, standIn.taken.length]
  for (let quiet = 0; quiet < 5; quiet++) {
    const clock = clockOf(CYCLES).plus({ minutes: 3 * quiet })
    const { child, ready } = portalProcess(w, standIn.url, at(clock))
    await ready
    for (let waited = 0; !(await isDone(w, clock)) && waited < 30_000; waited += 100) await wait(100)
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  checker.close()

  const took = new Map<string, number>()
  for (const { id } of standIn.taken) took.set(id, (took.get(id) ?? 0) + 1)
  const rows = await w.db.read.select().from(texts)
  const states = rows.map((row) => ({ row, is: stateOf(row).is, times: took.get(row.id) ?? 0 }))
  const count = (which: (one: (typeof states)[number]) => boolean) => states.filter(which).length
  const figures = {
    ...{ kills: CYCLES, texts: rows.length, 'handed over before the last kill': asked, 'of them gone': taken },
    'killed in the middle of a call': standIn.abandoned,
    ...{ gone: count(({ is }) => is === 'sent'), unknown: count(({ is }) => is === 'unknown') },
    'given up or called back after ten minutes': count(({ is }) => is === 'failed' || is === 'cancelled'),
    'still waiting': count(({ is }) => is === 'waiting'),
    'said to have gone and did not': count(({ is, times }) => is === 'sent' && times === 0),
    'gone and not known': count(({ is, times }) => is !== 'sent' && times > 0),
    'invitations twice': count(({ row, times }) => row.kind === 'invitation' && times > 1),
    'sign-in links twice': count(({ row, times }) => row.kind === 'sign-in' && times > 1),
  }
  figure(`killed ${CYCLES} times over ${TEXTS} texts`, figures)
  expect(figures).toMatchObject({
    'still waiting': 0,
    'said to have gone and did not': 0,
    'gone and not known': 0,
    'invitations twice': 0,
  })
  // A link for signing in is of use for ten minutes; only what missed those was given up or called back.
  expect(states.filter(({ is, row }) => is === 'failed' && row.kind !== 'sign-in')).toEqual([])
  expect(states.filter(({ is, row }) => is === 'cancelled' && row.reason !== 'too-late')).toEqual([])
  // Killed before it ever began its work, it would prove nothing.
  expect(asked).toBeGreaterThan(0)
  await standIn.close()
}, 3_600_000)

/** Whether everything there was to do by then is done: all handed over that is due, all asked after. */
async function isDone(w: TestWorld, clock: DateTime): Promise<boolean> {
  const by = clock.toUTC().toISO() ?? ''
  const rows = await w.db.read.select().from(texts)
  return rows.every((row) => {
    const isDue = stateOf(row).is === 'waiting' && row.notBefore <= by
    return !isDue && row.leaseUntil === null && (row.lookUpAt === null || row.lookUpAt > by)
  })
}

/** Some of them are due in each life. */
async function spread(w: TestWorld) {
  const rows = await w.db.read.select().from(texts)
  for (const [at, { id, signInId }] of rows.entries()) {
    const life = Math.floor((at * CYCLES) / rows.length)
    const due = clockOf(life).toUTC().toISO() ?? ''
    await w.db.write((db) => [
      db.update(texts).set({ queuedAt: due, notBefore: due }).where(eq(texts.id, id)),
      ...(signInId ? [db.update(signIns).set({ askedAt: due, handledAt: due }).where(eq(signIns.id, signInId))] : []),
    ])
  }
}
