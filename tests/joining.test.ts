import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { revoke } from '#app/domain/coming-in/ending'
import { giveWord } from '#app/domain/coming-in/giving-the-word'
import { decline, join } from '#app/domain/coming-in/joining'
import { spend } from '#app/domain/coming-in/link'
import { newTextFor } from '#app/domain/coming-in/link-requests'
import { sessionOf } from '#app/domain/coming-in/sessions'
import { resend } from '#app/domain/network/invitations'
import { verifyAudit } from '#app/domain/trail/audit'
import { audit, invitations, memberships, sessions } from '#db/schema'
import * as cast from './cast'
import {
  askingFrom,
  browserOf,
  invited,
  joined,
  lastText,
  personOf,
  pressed,
  pressedLink,
  session,
  status,
  welcomed,
} from './coming-in'
import { dispatchDue } from './dispatch-due'
import { testWorld } from './world'

const world = () => testWorld({ families: true })

describe('the word', () => {
  test('is right however it is written', async () => {
    const w = await world()
    const given = await giveWord(w, await pressedLink(w, cast.agnieszka), ' JASKOLKA. ')
    expect(given).toMatchObject({ stage: 'welcome' })
  })

  test('may be wrong four times; the fifth makes the link void, and the worker sees it', async () => {
    const w = await world()
    const kelly = await pressedLink(w, cast.kelly)
    for (const left of [4, 3, 2, 1]) expect(await giveWord(w, kelly, 'daffodil')).toEqual({ wrong: left })
    expect(await giveWord(w, kelly, 'daffodil')).toBe('over')
    expect(await giveWord(w, kelly, cast.kelly.word)).toBe('over')
    expect(await sessionOf(w, kelly.value)).toMatchObject({ state: 'ended' })
    expect(await status(w, cast.kelly)).toMatchObject({ state: 'opened', trouble: 'wrong-words' })
    expect(await w.db.read.$count(audit, eq(audit.did, 'invitation.word-failed'))).toBe(1)
    const { token } = lastText(w, cast.kelly.phone)
    expect(await spend(w, token, { ...askingFrom('kelly') })).toEqual({ dead: 'ended' })
  })

  test('is right on the fifth try too', async () => {
    const w = await world()
    const kelly = await pressedLink(w, cast.kelly)
    for (let i = 0; i < 4; i++) await giveWord(w, kelly, 'daffodil')
    expect(await giveWord(w, kelly, cast.kelly.word)).toMatchObject({ stage: 'welcome' })
  })

  test('is looked at five times, however many are given at once', async () => {
    const w = await world()
    const kelly = await pressedLink(w, cast.kelly)
    const words = [...Array.from({ length: 5 }, () => 'daffodil'), ...Array.from({ length: 5 }, () => cast.kelly.word)]
    const tries = await Promise.all(words.map((word) => giveWord(w, kelly, word)))
    expect(tries.filter((tried) => typeof tried === 'object')).toHaveLength(4)
    expect(await w.db.read.$count(sessions, eq(sessions.stage, 'welcome'))).toBe(0)
  })

  test('has no more tries after a new link one asked for oneself, and five after one from the worker', async () => {
    const w = await world()
    const first = await pressedLink(w, cast.kelly)
    for (let i = 0; i < 4; i++) await giveWord(w, first, 'daffodil')
    w.clock.forward({ minutes: 1 })
    await newTextFor(w, lastText(w, cast.kelly.phone).token, { ...askingFrom('kelly'), language: 'en' })
    await dispatchDue(w)
    expect(w.sentTexts).toHaveLength(2)
    expect(await sessionOf(w, first.value)).toMatchObject({ state: 'open' })
    const second = await pressed(w, lastText(w, cast.kelly.phone).token, cast.kelly)
    expect(await sessionOf(w, first.value)).toMatchObject({ state: 'ended' })
    expect(await giveWord(w, second as typeof first, 'daffodil')).toBe('over')
    await newTextFor(w, lastText(w, cast.kelly.phone).token, { ...askingFrom('kelly'), language: 'en' })
    await dispatchDue(w)
    expect(w.sentTexts).toHaveLength(2)
    expect(await giveWord(w, await pressedLink(w, cast.kelly), 'daffodil')).toEqual({ wrong: 4 })
  })

  test('nothing said costs no try, and pressing twice leads to one session', async () => {
    const w = await world()
    const kelly = await pressedLink(w, cast.kelly)
    for (let i = 0; i < 6; i++) expect(await giveWord(w, kelly, ' - ')).toBe('nothing-said')
    const given = await Promise.all([giveWord(w, kelly, cast.kelly.word), giveWord(w, kelly, cast.kelly.word)])
    expect(given[0]).toEqual(given[1])
    expect(await w.db.read.$count(sessions, eq(sessions.stage, 'welcome'))).toBe(1)
  })
})

describe('joining', () => {
  test('makes a member, with who asked, who told and when; pressed twice it makes one', async () => {
    const w = await testWorld({ families: true, at: '2027-06-23T23:30:00Z' })
    const bev = await welcomed(w, cast.bev)
    const again = () => join(w, bev, { onlyMe: true, browserHash: bev.browserHash })
    const values = await Promise.all([again(), again()])
    expect(values[0]).toBe(values[1])
    const rows = await w.db.read.select().from(memberships)
    expect(rows).toMatchObject([
      { personId: 'bev', askedBy: 'kelly', toldBy: 'priya', toldOn: '2027-06-24', notToRing: [] },
    ])
    expect(await session(w, values[0] ?? '')).toMatchObject({ stage: 'member', state: 'open', onlyMe: true })
    expect(await status(w, cast.bev)).toMatchObject({ state: 'joined' })
  })

  test('with the cookie of the welcome alone nobody gets the session of who has joined', async () => {
    const w = await world()
    const bev = await welcomed(w, cast.bev)
    await join(w, bev, { onlyMe: false, browserHash: bev.browserHash })
    expect(await join(w, bev, { onlyMe: false, browserHash: browserOf('danny') })).toBeNull()
    w.clock.forward({ minutes: 1 })
    expect(await sessionOf(w, bev.value)).toMatchObject({ state: 'ended' })
  })

  test('no is no: the link is over, the worker reads why, and there is no way back in', async () => {
    const w = await world()
    const bev = await welcomed(w, cast.bev)
    expect(await decline(w, bev, ' I am moving away ')).toBe(true)
    expect(await join(w, bev, { onlyMe: false, browserHash: null })).toBeNull()
    expect(await w.db.read.select().from(invitations)).toMatchObject([{ declinedWords: 'I am moving away' }])
    expect(await status(w, cast.bev)).toMatchObject({ state: 'declined' })
    expect(await sessionOf(w, bev.value)).toMatchObject({ state: 'ended' })
    await newTextFor(w, lastText(w, cast.bev.phone).token, { ...askingFrom('bev'), language: 'en' })
    await dispatchDue(w)
    expect(w.sentTexts).toHaveLength(1)
  })

  test('who has joined can no longer decline, and who was shut out meanwhile cannot join', async () => {
    const w = await world()
    const bev = await welcomed(w, cast.bev)
    await join(w, bev, { onlyMe: false, browserHash: null })
    expect(await decline(w, bev)).toBe(false)
    const toni = await welcomed(w, cast.toni)
    await revoke(w, await personOf(w, cast.toni))
    expect(await join(w, toni, { onlyMe: false, browserHash: null })).toBeNull()
    expect(await w.db.read.$count(memberships)).toBe(1)
  })
})

describe('revoking', () => {
  test('ends the membership, every session, link and waiting text in one write; nobody else’s', async () => {
    const w = await world()
    const toni = await joined(w, cast.toni)
    const kelly = await joined(w, cast.kelly)
    const lines = (await verifyAudit(w)).rows
    await revoke(w, await personOf(w, cast.kelly))
    expect((await verifyAudit(w)).rows).toBe(lines + 1)
    expect(await sessionOf(w, kelly.value)).toMatchObject({ state: 'ended' })
    expect(await sessionOf(w, toni.value)).toMatchObject({ state: 'open' })
    expect(await status(w, cast.kelly)).toMatchObject({ state: 'revoked' })
    expect(await status(w, cast.toni)).toMatchObject({ state: 'joined' })
  })

  test('calls back a text that waits, and kills a link that was sent', async () => {
    const w = await testWorld({ families: true, at: '2026-11-23T22:00:00Z' })
    await invited(w, cast.kelly, { sendNow: true })
    await dispatchDue(w)
    await resend(w, await personOf(w, cast.kelly))
    await invited(w, cast.bev)
    await revoke(w, await personOf(w, cast.kelly))
    w.clock.set('2026-11-24T09:00:00Z')
    await dispatchDue(w)
    expect(w.sentTexts.map(({ to }) => to)).toEqual([cast.kelly.phone, cast.bev.phone])
    expect(await status(w, cast.kelly)).toMatchObject({ state: 'revoked' })
  })

  test('is not for ever: the worker may invite again', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    await revoke(w, await personOf(w, cast.kelly))
    await joined(w, cast.kelly)
    expect(await status(w, cast.kelly)).toMatchObject({ state: 'joined' })
  })
})
