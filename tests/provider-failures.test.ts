/** The provider breaks in every way there is, over real HTTP, while many texts wait. */
import { describe, expect, test } from 'vitest'
import { stampAbandoned } from '#app/domain/texts/hand-over'
import { lookUpDue } from '#app/domain/texts/looking-up'
import { stateOf } from '#app/domain/texts/state'
import { twilioProvider } from '#app/edge/twilio.server'
import { texts } from '#db/schema'
import { crowd } from './crowd'
import { handOver } from './dispatch-due'
import { figure, times } from './long'
import type { Mode } from './stand-ins/stand-in'
import { ACCOUNT, TOKENS, twilioStandIn } from './stand-ins/twilio'
import { type TestWorld, testWorld } from './world'

const HANDS = 16
const TEXTS = times(48, 1000)
/** The breaker may open no later than after so many errors. */
const MOST_ERRORS = 50

const modes: [string, Mode][] = [
  ['answers 429', { is: 'busy' }],
  ['answers 500 and has it', { is: 'error', taken: true }],
  ['answers 500 and has it not', { is: 'error', taken: false }],
  ['hangs and has it', { is: 'hangs', taken: true }],
  ['hangs and has it not', { is: 'hangs', taken: false }],
  ['resets before the answer and has it', { is: 'resets', taken: true }],
  ['resets before the answer and has it not', { is: 'resets', taken: false }],
  ['resets in the middle of the answer and has it', { is: 'resets-midway', taken: true }],
  ['garbles its answer and has it', { is: 'garbles', taken: true }],
  ['says 200 and falls silent, and has it', { is: 'falls-silent', taken: true }],
]

const allHands = (w: TestWorld) => Promise.all(Array.from({ length: HANDS }, () => handOver(w)))

describe('while the provider', () => {
  test.each(modes)(
    '%s, it is soon let alone; once it is back every text has gone once, or is known to be unknown',
    async (name, mode) => {
      const w = await testWorld({ families: true })
      const standIn = await twilioStandIn(w.settings.publicUrl)
      const account = { accountSid: ACCOUNT, authTokens: TOKENS, from: { number: '+447700900000' }, discards: false }
      const timeoutMs = times(300, 10_000)
      w.provider = twilioProvider({ ...account, base: standIn.url, timeoutMs }, () => w.settings.publicUrl)
      await crowd(w, TEXTS)

      standIn.mode = mode
      await allHands(w)
      const errors = standIn.asked
      expect(errors).toBeGreaterThanOrEqual(5)
      expect(errors).toBeLessThanOrEqual(MOST_ERRORS)
      expect(w.alarms).toContain('provider-down')

      standIn.mode = { is: 'fine' }
      for (let step = 0; step < 40; step++) {
        w.clock.forward({ seconds: 31 })
        await stampAbandoned(w)
        await lookUpDue(w)
        await allHands(w)
      }

      const rows = await w.db.read.select().from(texts)
      const took = new Map<string, number>()
      for (const { id } of standIn.taken) took.set(id, (took.get(id) ?? 0) + 1)
      const unknown = rows.filter((row) => stateOf(row).is === 'unknown')
      for (const row of rows) {
        const times = took.get(row.id) ?? 0
        // Whatever it has is known to have gone; whatever is unknown it has not.
        expect(stateOf(row).is).toBe(times > 0 ? 'sent' : 'unknown')
        if (row.kind === 'invitation') expect(times).toBeLessThanOrEqual(1)
        else expect(times).toBeGreaterThanOrEqual(1)
      }
      const doubled = rows.filter(({ id }) => (took.get(id) ?? 0) > 1)
      figure(`${TEXTS} texts while the provider ${name}`, {
        ...{ errors, gone: rows.length - unknown.length, unknown: unknown.length },
        ...{ 'invitations twice': doubled.filter(({ kind }) => kind === 'invitation').length },
        ...{ 'sign-in links twice': doubled.filter(({ kind }) => kind === 'sign-in').length },
      })
      await standIn.close()
    },
    300_000,
  )
})
