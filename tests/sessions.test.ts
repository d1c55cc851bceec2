import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { leave, revoke } from '#app/domain/coming-in/ending'
import { giveWord } from '#app/domain/coming-in/giving-the-word'
import { endSession, seenStatement, sessionOf } from '#app/domain/coming-in/sessions'
import { unlock } from '#app/domain/coming-in/unlock'
import { demoStaff, endStaffSession, signInDemo, staffSessionOf } from '#app/domain/council/staff-sessions'
import { keepForm } from '#app/domain/forms/keep-form'
import { letGoStatement, noteShown, takeBack } from '#app/domain/forms/sealed-forms'
import type { MemberSession, Session } from '#app/domain/forms/session'
import { ticketFor } from '#app/domain/forms/tickets'
import { hashWord, isWord, normalised, whyNotWord } from '#app/domain/people/word'
import { audit, memberships, sealedForms, sessions, staff } from '#db/schema'
import * as cast from './cast'
import { askedForText, joined, lastText, personOf, pressed, session } from './coming-in'
import { dispatchDue } from './dispatch-due'
import { type TestWorld, testWorld } from './world'

const world = () => testWorld({ families: true })
const stateOf = async (world: TestWorld, { value }: Session) => (await sessionOf(world, value))?.state

/** The person looks at a page now. */
async function looksAt(world: TestWorld, session: Session) {
  await world.db.write((db) => [seenStatement(db, session, world.now())])
}

test('every step up is a new cookie; the one before never has more than it had', async () => {
  const w = await world()
  const kelly = await joined(w, cast.kelly)
  const all = await w.db.read.select().from(sessions)
  expect(all.map(({ stage }) => stage).sort()).toEqual(['member', 'welcome', 'word'])
  expect(new Set(all.map(({ idHash }) => idHash)).size).toBe(3)
  expect(JSON.stringify(all)).not.toContain(kelly.value)
  expect(await sessionOf(w, 'AAAAAAAAAAAAAAAAAAAAAA')).toBeNull()
})

describe('on a phone that others use too', () => {
  test.each([
    ['open for fifteen minutes without a touch', { minutes: 14, seconds: 59 }, 'open'],
    ['timed out after them', { minutes: 15 }, 'timed-out'],
  ])('it is %s', async (_, idle, state) => {
    const w = await world()
    const kelly = await joined(w, cast.kelly)
    w.clock.forward(idle)
    expect(await stateOf(w, kelly)).toBe(state)
  })

  test('it stays open while it is used, for twelve hours', async () => {
    const w = await world()
    const kelly = await joined(w, cast.kelly)
    for (let i = 0; i < 12 * 6 - 1; i++) {
      w.clock.forward({ minutes: 10 })
      await looksAt(w, kelly)
      await dispatchDue(w)
    }
    w.clock.forward({ minutes: 9, seconds: 59 })
    expect(await stateOf(w, kelly)).toBe('open')
    w.clock.forward({ seconds: 1 })
    expect(await stateOf(w, kelly)).toBe('timed-out')
  })

  test('the word does not open it again, looking does not either, and nor does a clock set back', async () => {
    const w = await world()
    const kelly = await joined(w, cast.kelly)
    w.clock.forward({ minutes: 20 })
    await dispatchDue(w)
    const idle = (await session(w, kelly.value)) as MemberSession
    expect(await unlock(w, idle, cast.kelly.word)).toBe('over')
    await looksAt(w, kelly)
    expect(await stateOf(w, kelly)).toBe('timed-out')
    w.clock.forward({ minutes: -20 })
    expect(await stateOf(w, kelly)).toBe('timed-out')
  })
})

describe('on a phone that only one person uses', () => {
  test('it locks after fifteen minutes, and the word opens it, for seven days', async () => {
    const w = await world()
    const kelly = await joined(w, cast.kelly, { onlyMe: true })
    w.clock.forward({ minutes: 15 })
    await dispatchDue(w)
    const locked = (await session(w, kelly.value)) as MemberSession
    expect(locked.state).toBe('locked')
    expect(await unlock(w, locked, 'Blue Bell')).toBe('open')
    expect(await stateOf(w, kelly)).toBe('open')
    w.clock.set('2026-11-30T09:59:59Z')
    await dispatchDue(w)
    expect(await stateOf(w, kelly)).toBe('locked')
    w.clock.forward({ seconds: 1 })
    expect(await stateOf(w, kelly)).toBe('timed-out')
  })

  test('five wrong words sign it out, however many are given at once', async () => {
    const w = await world()
    const kelly = await joined(w, cast.kelly, { onlyMe: true })
    w.clock.forward({ minutes: 15 })
    const locked = (await session(w, kelly.value)) as MemberSession
    const tries = await Promise.all(Array.from({ length: 8 }, () => unlock(w, locked, cast.toni.word)))
    expect(tries.filter((tried) => typeof tried === 'object')).toHaveLength(4)
    expect(await stateOf(w, kelly)).toBe('ended')
    expect(await unlock(w, locked, cast.kelly.word)).toBe('over')
    expect(await w.db.read.$count(audit, eq(audit.did, 'session.word-failed'))).toBe(1)
  })
})

describe('signing out', () => {
  test('ends every step this browser came in by, and no other browser of the same person', async () => {
    const w = await world()
    const first = await joined(w, cast.kelly)
    await askedForText(w, cast.kelly)
    const word = await pressed(w, lastText(w, cast.kelly.phone).token, cast.kelly)
    const given = await giveWord(w, word as Parameters<typeof giveWord>[1], cast.kelly.word)
    const second = await session(w, (given as { session: string }).session)
    await endSession(w, second)
    expect(await stateOf(w, second)).toBe('ended')
    expect(await stateOf(w, word)).toBe('ended')
    expect(await stateOf(w, first)).toBe('open')
    await endSession(w, second)
    expect(await w.db.read.$count(audit, eq(audit.did, 'session.ended'))).toBe(1)
  })

  test('leaving ends all of them; the worker may undo it', async () => {
    const w = await world()
    const kelly = await joined(w, cast.kelly)
    await leave(w, kelly)
    expect(await stateOf(w, kelly)).toBe('ended')
    const [membership] = await w.db.read.select().from(memberships)
    expect(membership).toMatchObject({ endedBy: 'person:kelly', endedWhy: 'left' })
    expect(await stateOf(w, await joined(w, cast.kelly))).toBe('open')
  })
})

describe('a form that came after the time was up', () => {
  const fields: [string, string][] = [
    ['words', 'Poppy slept through, بالکل ٹھیک'],
    ['result', 'done'],
  ]
  const path = '/p/abc/log/new'

  async function timedOut() {
    const w = await world()
    const kelly = await joined(w, cast.kelly)
    w.clock.forward({ minutes: 15 })
    return { w, kelly: (await session(w, kelly.value)) as MemberSession }
  }

  /** What their page, still open, sends. */
  const from = (w: TestWorld, who: Session, { on = path, filledIn = fields } = {}) => ({
    path: on,
    ticket: ticketFor(w, who, on),
    fields: filledIn,
  })

  test('is kept sealed, for this person alone, until they have been shown it, and an hour more', async () => {
    const { w, kelly } = await timedOut()
    expect(await keepForm(w, kelly, from(w, kelly))).toBe(true)
    const rows = await w.db.read.select().from(sealedForms)
    expect(JSON.stringify(rows)).not.toContain('Poppy')
    const toni = await joined(w, cast.toni)
    expect(await takeBack(w, toni)).toEqual([])
    w.clock.forward({ days: 40 })
    await dispatchDue(w)
    const [kept] = await takeBack(w, kelly)
    expect(kept).toMatchObject({ path, fields, isHere: true })
    if (kept) await noteShown(w, kept)
    w.clock.forward({ minutes: 59, seconds: 59 })
    expect(await takeBack(w, kelly)).toHaveLength(1)
    w.clock.forward({ seconds: 1 })
    expect(await takeBack(w, kelly)).toEqual([])
    await dispatchDue(w)
    expect(await w.db.read.$count(sealedForms)).toBe(0)
  })

  test('cannot be read as another’s, or under another address', async () => {
    const { w, kelly } = await timedOut()
    await keepForm(w, kelly, from(w, kelly))
    await w.db.write((db) => [db.update(sealedForms).set({ path: '/p/abc/mine' })])
    expect(await takeBack(w, kelly)).toEqual([])
  })

  test('is let go once it is sent, and it alone', async () => {
    const { w, kelly } = await timedOut()
    await keepForm(w, kelly, from(w, kelly))
    await keepForm(w, kelly, from(w, kelly, { on: '/p/abc/mine/x' }))
    const [one, other] = await takeBack(w, kelly)
    await w.db.write((db) => [letGoStatement(db, kelly, one?.id ?? '')])
    expect((await takeBack(w, kelly)).map(({ id }) => id)).toEqual([other?.id])
  })

  test('is not kept for who is signed in, signed out or shut out; and goes with a membership that ended', async () => {
    const w = await world()
    const kelly = await joined(w, cast.kelly)
    expect(await keepForm(w, kelly, from(w, kelly))).toBe(false)
    w.clock.forward({ minutes: 15 })
    const idle = await session(w, kelly.value)
    expect(await keepForm(w, idle, from(w, idle, { filledIn: [['words', 'x'.repeat(70_000)]] }))).toBe(false)
    expect(await keepForm(w, idle, from(w, idle))).toBe(true)
    await revoke(w, await personOf(w, cast.kelly))
    expect(await keepForm(w, await session(w, kelly.value), from(w, idle))).toBe(false)
    await dispatchDue(w)
    expect(await w.db.read.$count(sealedForms)).toBe(0)
  })

  test('is kept once however often it is sent, and never over another: five of them, and then it is said', async () => {
    const { w, kelly } = await timedOut()
    const send = (words: string) => keepForm(w, kelly, from(w, kelly, { filledIn: [['words', words]] }))
    expect(await Promise.all(Array.from({ length: 8 }, () => send('0')))).not.toContain(false)
    expect(await takeBack(w, kelly)).toMatchObject([{ fields: [['words', '0']] }])
    const kept = await Promise.all(Array.from({ length: 8 }, (_, n) => send(`${n}`)))
    expect(kept).toEqual([true, true, true, true, true, false, false, false])
    expect(await takeBack(w, kelly)).toHaveLength(5)
    expect(await keepForm(w, kelly, from(w, kelly, { on: '/p/abc/mine/1' }))).toBe(false)
    expect(await send('4')).toBe(true)
  })

  test('is kept only with a ticket its page gave out: a cookie and an address are not enough', async () => {
    const { w, kelly } = await timedOut()
    const form = from(w, kelly)
    for (const forged of [
      { ...form, ticket: '' },
      { ...form, path: '/p/another/log/new' },
      { ...form, ticket: ticketFor(w, { ...kelly, sent: kelly.sent + 1 }, path) },
      { ...form, ticket: ticketFor(w, { ...kelly, idHash: 'another' }, path) },
    ])
      expect(await keepForm(w, kelly, forged)).toBe(false)
    expect(await w.db.read.$count(sealedForms)).toBe(0)
  })

  test('from another browser takes no place of this one, and replaces nothing here', async () => {
    const { w, kelly } = await timedOut()
    await keepForm(w, kelly, from(w, kelly))
    const other = { ...kelly, browserHash: 'a library', idHash: 'a library' }
    for (let n = 0; n < 5; n++) await keepForm(w, other, from(w, other, { on: n ? `/p/abc/mine/${n}` : path }))
    expect((await takeBack(w, kelly)).filter(({ isHere }) => isHere)).toMatchObject([{ path, fields }])
    expect(await keepForm(w, kelly, from(w, kelly, { on: '/me/leave' }))).toBe(true)
  })
})

describe('staff in the demo', () => {
  test('sign in by a press of a button, for half an hour in which they do nothing', async () => {
    const w = await world()
    expect((await demoStaff(w)).map(({ staffId }) => staffId).sort()).toEqual([
      'ada',
      'amina',
      'joan',
      'olu',
      'priya',
      'tom',
    ])
    const value = (await signInDemo(w, 'priya')) ?? ''
    expect(await staffSessionOf(w, value)).toMatchObject({ staffId: 'priya', name: 'Priya Nair', role: 'worker' })
    w.clock.forward({ minutes: 29 })
    expect(await staffSessionOf(w, value)).not.toBeNull()
    w.clock.forward({ minutes: 1 })
    expect(await staffSessionOf(w, value)).toBeNull()
    const again = (await signInDemo(w, 'priya')) ?? ''
    const now = await staffSessionOf(w, again)
    if (now) await endStaffSession(w, now)
    expect(await staffSessionOf(w, again)).toBeNull()
  })

  test('who has left is out at once; nobody signs in so in live use', async () => {
    const w = await world()
    const value = (await signInDemo(w, 'priya')) ?? ''
    await w.db.write((db) => [db.update(staff).set({ leftAt: w.now().toISOString() }).where(eq(staff.id, 'priya'))])
    expect(await staffSessionOf(w, value)).toBeNull()
    expect(await signInDemo(w, 'priya')).toBeNull()
    expect(await signInDemo(w, 'nobody')).toBeNull()
    w.settings.mode = 'live'
    expect(await signInDemo(w, 'tom')).toBeNull()
  })
})

describe('a word', () => {
  test.each([
    ['Jaskółka', ' jaskolka! '],
    ['ŁÓDŹ', 'lodz'],
    ['Blue-Bell', 'BLUE BELL'],
    ['naïve café', 'Naive  Cafe'],
    ['چنبیلی', 'چنبيلي'],
    ['چَنبیلی', ' چنبیلی۔'],
    ['کتاب ۱۲', 'كتاب 12'],
    ['bluebell 7', 'bluebell ७'],
    ['Straße', 'strasse'],
  ])('%s is the same as %s', (one, other) => {
    expect(normalised(one)).toBe(normalised(other))
  })

  test.each([
    ['bluebell', 'bluebells'],
    ['آم', 'ام'],
    ['lodz', 'lodzi'],
  ])('%s is not %s', (one, other) => {
    expect(normalised(one)).not.toBe(normalised(other))
  })

  test('has four letters, and is nobody’s name or number', () => {
    const kelly = { names: ['Kelly Marsh', 'Mum'], phone: '+447700900112' }
    expect(whyNotWord('a b c', kelly)).toBe('word-too-short')
    expect(whyNotWord('Marsh', kelly)).toBe('word-is-name')
    expect(whyNotWord('kellymarsh', kelly)).toBe('word-is-name')
    expect(whyNotWord('07700 900112', kelly)).toBe('word-is-number')
    expect(whyNotWord('900112', kelly)).toBe('word-is-number')
    expect(whyNotWord('1984', kelly)).toBeUndefined()
    expect(whyNotWord('سورج', kelly)).toBeUndefined()
  })

  test('is kept salted, so that two with the same word cannot be told', async () => {
    const w = await world()
    const [one, other] = await Promise.all([hashWord(w, 'bluebell'), hashWord(w, 'bluebell')])
    expect(one).not.toBe(other)
    expect(await isWord('Blue Bell', one)).toBe(true)
    expect(await isWord('bluebells', one)).toBe(false)
  })
})
