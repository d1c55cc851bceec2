import { describe, expect, test } from 'vitest'
import { signInDemo, staffSessionOf } from '#app/domain/council/staff-sessions'
import { keepForm } from '#app/domain/forms/keep-form'
import { takeBack } from '#app/domain/forms/sealed-forms'
import type { Session } from '#app/domain/forms/session'
import { type Form, type Sender, sendOnce, ticketFor } from '#app/domain/forms/tickets'
import { codeHash, hashOf, newCode, newToken } from '#app/domain/tokens'
import { audit, demoPhone, formTickets } from '#db/schema'
import * as cast from './cast'
import { joined, session } from './coming-in'
import { type TestWorld, testWorld } from './world'

const world = () => testWorld({ families: true })
const path = '/p/abc/log/new'

/** A form whose effect is one row. */
function send(w: TestWorld, sender: Sender, words: string, form: Partial<Form> = {}) {
  const id = newToken(w)
  const filledIn = {
    path,
    ticket: ticketFor(w, sender, path),
    fields: [['words', words]] as [string, string][],
    leadTo: `/thanks/${id}`,
  }
  const row = { id, to: '', body: words, at: w.now().toISOString(), status: 'sent' }
  return sendOnce(w, sender, { ...filledIn, ...form }, { who: 'system', did: 'test' }, (db) => [
    db.insert(demoPhone).values(row).returning({ id: demoPhone.id }),
  ])
}

const effects = (w: TestWorld) => w.db.read.$count(demoPhone)
const again = (w: TestWorld, { value }: Session) => session(w, value)

describe('a form', () => {
  test('has the same ticket however often its page is fetched, and another one after it was sent', async () => {
    const w = await world()
    const kelly = await joined(w, cast.kelly)
    const first = ticketFor(w, kelly, path)
    expect(ticketFor(w, await again(w, kelly), path)).toBe(first)
    expect(ticketFor(w, kelly, '/p/abc/log')).not.toBe(first)
    expect(await send(w, kelly, 'slept well')).toMatchObject({ state: 'done', results: [[{ id: expect.any(String) }]] })
    expect(ticketFor(w, await again(w, kelly), path)).not.toBe(first)
  })

  test('sent fifty times at once, or after Back, happens once, and every time leads to the same thanks', async () => {
    const w = await world()
    const kelly = await joined(w, cast.kelly)
    const sent = await Promise.all(Array.from({ length: 50 }, () => send(w, kelly, 'slept well')))
    expect(sent.filter(({ state }) => state === 'done')).toHaveLength(1)
    const [{ leadTo } = { leadTo: '' }] = await w.db.read.select().from(formTickets)
    const repeats = sent.filter(({ state }) => state === 'repeat')
    expect(repeats).toHaveLength(49)
    for (const repeat of repeats) expect(repeat).toEqual({ state: 'repeat', leadTo })
    const ticket = ticketFor(w, kelly, path)
    expect(await send(w, await again(w, kelly), 'slept well', { ticket })).toEqual({ state: 'repeat', leadTo })
    expect(await effects(w)).toBe(1)
    expect(await w.db.read.$count(audit)).toBe((await w.db.read.select().from(audit)).at(-1)?.id)
  })

  test('sent from the same page with other words gives them back, and the fresh ticket sends them', async () => {
    const w = await world()
    const kelly = await joined(w, cast.kelly)
    await send(w, kelly, 'slept well')
    const other = await send(w, kelly, 'and ate well')
    expect(other).toEqual({ state: 'other', ticket: expect.any(String) })
    expect(await effects(w)).toBe(1)
    const ticket = 'ticket' in other ? other.ticket : ''
    expect(await send(w, await again(w, kelly), 'and ate well', { ticket })).toMatchObject({ state: 'done' })
    expect(await effects(w)).toBe(2)
  })

  test('open in two tabs is two forms', async () => {
    const w = await world()
    const kelly = await joined(w, cast.kelly)
    const tab = { path: '/p/abc/mine/x', ticket: ticketFor(w, kelly, '/p/abc/mine/x') }
    await send(w, kelly, 'slept well')
    expect(await send(w, await again(w, kelly), 'yes', tab)).toMatchObject({ state: 'done' })
  })

  test('with a ticket of another page, another person or a page not shown yet, or none, does nothing', async () => {
    const w = await world()
    const kelly = await joined(w, cast.kelly)
    const toni = await joined(w, cast.toni)
    const forged = [
      ticketFor(w, kelly, '/p/abc/mine'),
      ticketFor(w, toni, path),
      ticketFor(w, { ...kelly, sent: 1 }, path),
      ticketFor(w, kelly, path).replace('0.', '0.0.'),
      '-1.x',
      '0.',
      '',
    ]
    for (const ticket of forged) expect(await send(w, kelly, 'x', { ticket })).toEqual({ state: 'forged' })
    expect(await effects(w)).toBe(0)
  })

  test('keeps nothing of what was sent beside its effect: not even what could be guessed from a hash', async () => {
    const w = await world()
    const kelly = await joined(w, cast.kelly)
    await send(w, kelly, 'yes')
    const [row] = await w.db.read.select().from(formTickets)
    expect(row?.sentHash).not.toBe(hashOf(JSON.stringify([['words', 'yes']])))
  })

  test('whose write fails may be sent again', async () => {
    const w = await world()
    const kelly = await joined(w, cast.kelly)
    await send(w, kelly, 'one')
    const [row] = await w.db.read.select().from(demoPhone)
    const now = await again(w, kelly)
    const form = { path, ticket: ticketFor(w, now, path), fields: [], leadTo: '/thanks' }
    const fails = sendOnce(w, now, form, { who: 'system', did: 'test' }, (db) => [
      db.insert(demoPhone).values(row ?? { id: '', to: '', body: '', at: '', status: '' }),
    ])
    await expect(fails).rejects.toThrow()
    expect(await send(w, now, 'two')).toMatchObject({ state: 'done' })
  })

  test('that was kept after the time was up is gone once it is sent', async () => {
    const w = await world()
    const kelly = await joined(w, cast.kelly)
    w.clock.forward({ minutes: 15 })
    const fields: [string, string][] = [['words', 'slept well']]
    await keepForm(w, await again(w, kelly), { path, ticket: ticketFor(w, kelly, path), fields })
    w.clock.forward({ minutes: -15 })
    const [kept] = await takeBack(w, kelly)
    await send(w, kelly, 'slept well', { fields: [...fields, ['kept', kept?.id ?? '']] })
    expect(await takeBack(w, kelly)).toEqual([])
  })

  test('of the desk works the same', async () => {
    const w = await world()
    const priya = await staffSessionOf(w, (await signInDemo(w, 'priya')) ?? '')
    if (!priya) throw new Error('Priya is not signed in.')
    const sent = await Promise.all([send(w, priya, 'seen'), send(w, priya, 'seen')])
    expect(sent.map(({ state }) => state).sort()).toEqual(['done', 'repeat'])
    expect(await effects(w)).toBe(1)
  })
})

describe('chance', () => {
  test('gives tokens of 128 bits and codes of six digits, each as likely as the other', async () => {
    const w = await testWorld()
    expect(newToken(w)).toMatch(/^[\w-]{22}$/)
    const bytes = [4_294_000_000, 4_294_967_295, 4_293_999_999, 7]
    const drawn = { ...w, random: () => Buffer.from((bytes.shift() ?? 0).toString(16).padStart(8, '0'), 'hex') }
    expect([newCode(drawn), newCode(drawn)]).toEqual(['999999', '000007'])
  })

  test('a code’s hash takes the secret and the ask it belongs to', async () => {
    const w = await testWorld()
    const hash = codeHash(w, 'ask', '123456')
    expect(codeHash(w, 'another', '123456')).not.toBe(hash)
    w.settings.sessionSecret = 'another secret'
    expect(codeHash(w, 'ask', '123456')).not.toBe(hash)
  })
})
