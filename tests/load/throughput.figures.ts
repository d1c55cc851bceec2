/** How many texts a second one process hands over to a provider that takes 200 ms for each. */
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { buildIfNeeded } from '../../app/cli/start.mjs'
import { crowd } from '../crowd'
import { figure } from '../long'
import { portalProcess } from '../portal-process'
import { twilioStandIn } from '../stand-ins/twilio'
import { testWorld } from '../world'

const TEXTS = 1000

test('hands over', async () => {
  buildIfNeeded(true)
  const w = await testWorld({ families: true })
  const standIn = await twilioStandIn('http://127.0.0.1')
  standIn.slow = 200
  await crowd(w, TEXTS)
  const { child, ready } = portalProcess(w, standIn.url, { PORTAL_NOW: '2026-11-23T10:00' })
  await ready
  const began = performance.now()
  await expect.poll(() => standIn.taken.length, { timeout: 120_000, interval: 20 }).toBe(TEXTS)
  const seconds = (performance.now() - began) / 1000
  figure(`${TEXTS} texts to a provider that takes ${standIn.slow} ms, one process`, {
    seconds: seconds.toFixed(1),
    'a second': (TEXTS / seconds).toFixed(0),
  })
  child.kill('SIGTERM')
  await once(child, 'exit')
  await standIn.close()
}, 180_000)
