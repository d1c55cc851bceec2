import { describe, expect, test } from 'vitest'
import { giveWord } from '#app/domain/coming-in/giving-the-word'
import { spend } from '#app/domain/coming-in/link'
import { newTextFor, stopTexts } from '#app/domain/coming-in/link-requests'
import { sessionOf } from '#app/domain/coming-in/sessions'
import { invite } from '#app/domain/network/invitations'
import { sessions } from '#db/schema'
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
} from './coming-in'
import { dispatchDue } from './dispatch-due'
import { testWorld } from './world'

const world = () => testWorld({ families: true })

describe('a link is spent once', () => {
  test('of fifty presses from fifty browsers one gets in', async () => {
    const w = await world()
    await invited(w, cast.kelly)
    await dispatchDue(w)
    const { token } = lastText(w, cast.kelly.phone)
    const presses = await Promise.all(
      Array.from({ length: 50 }, (_, n) => spend(w, token, { ...askingFrom(`browser ${n}`) })),
    )
    expect(presses.filter((press) => 'session' in press)).toHaveLength(1)
    expect(presses.filter((press) => 'dead' in press && press.dead === 'used')).toHaveLength(49)
    expect(await w.db.read.$count(sessions)).toBe(1)
  })

  test('fifty presses in one browser all lead to the one session, and a later one to where it has got to', async () => {
    const w = await world()
    await invited(w, cast.kelly)
    await dispatchDue(w)
    const { token } = lastText(w, cast.kelly.phone)
    const browserHash = browserOf('kelly')
    const presses = await Promise.all(Array.from({ length: 50 }, () => spend(w, token, { browserHash })))
    expect(new Set(presses.map((press) => ('session' in press ? press.session : 'none'))).size).toBe(1)
    expect(await w.db.read.$count(sessions)).toBe(1)
    const word = await session(w, (presses[0] as { session: string }).session)
    const given = await giveWord(w, word as Parameters<typeof giveWord>[1], cast.kelly.word)
    const welcome = await session(w, (given as { session: string }).session)
    expect(await spend(w, token, { browserHash, session: welcome })).toEqual({ already: welcome })
  })

  test('what never was a link opens nothing', async () => {
    const w = await world()
    expect(await spend(w, 'AAAAAAAAAAAAAAAAAAAAAA', { ...askingFrom('anyone') })).toEqual({ dead: 'unknown' })
  })
})

describe('a link lives for 72 hours from sending', () => {
  test.each([
    [-1, true],
    [0, false],
    [1, false],
  ])('at %i seconds past', async (seconds, works) => {
    const w = await world()
    await invited(w, cast.kelly)
    await dispatchDue(w)
    w.clock.forward({ hours: 72, seconds })
    const spent = await spend(w, lastText(w, cast.kelly.phone).token, { ...askingFrom('kelly') })
    expect(spent).toEqual(works ? { session: expect.any(String) } : { dead: 'expired' })
  })

  test('it counts from when the text went, not from when it was asked for', async () => {
    const w = await testWorld({ families: true, at: '2026-11-23T22:00:00Z' })
    await invited(w, cast.kelly)
    w.clock.set('2026-11-24T08:00:00Z')
    await dispatchDue(w)
    w.clock.forward({ hours: 71, minutes: 59 })
    expect(await pressed(w, lastText(w, cast.kelly.phone).token, cast.kelly)).toMatchObject({ state: 'open' })
  })

  test.each([
    'a press',
    'the dispatcher',
  ])('a clock set back after %s found it run out does not bring it back', async (who) => {
    const w = await world()
    await invited(w, cast.kelly)
    await dispatchDue(w)
    const { token } = lastText(w, cast.kelly.phone)
    w.clock.forward({ hours: 72 })
    if (who === 'a press') await spend(w, token, { ...askingFrom('kelly') })
    else await dispatchDue(w)
    w.clock.forward({ hours: -1 })
    expect(await spend(w, token, { ...askingFrom('kelly') })).toEqual({ dead: 'expired' })
  })

  test('and one that was used stays used', async () => {
    const w = await world()
    await pressedLink(w, cast.kelly)
    w.clock.forward({ hours: -2 })
    const { token } = lastText(w, cast.kelly.phone)
    expect(await spend(w, token, { ...askingFrom('someone else') })).toEqual({ dead: 'used' })
  })
})

describe('a dead link’s page', () => {
  test('sends a new text to the number we have, once a minute and three times a quarter of an hour', async () => {
    const w = await world()
    await pressedLink(w, cast.kelly)
    const { token } = lastText(w, cast.kelly.phone)
    const again = () => newTextFor(w, token, { ...askingFrom('kelly'), language: 'en' }).then(() => dispatchDue(w))
    await Promise.all(Array.from({ length: 10 }, again))
    expect(w.sentTexts).toHaveLength(2)
    for (let minute = 0; minute < 10; minute++) {
      w.clock.forward({ minutes: 1 })
      await again()
    }
    expect(w.sentTexts).toHaveLength(4)
    expect(w.sentTexts.every(({ to }) => to === cast.kelly.phone)).toBe(true)
  })

  test('sends nothing for what never was a link, nor to who has joined, nor where the number has changed', async () => {
    const w = await world()
    await newTextFor(w, 'AAAAAAAAAAAAAAAAAAAAAA', { ...askingFrom('anyone'), language: 'en' })
    await joined(w, cast.kelly)
    await newTextFor(w, lastText(w, cast.kelly.phone).token, { ...askingFrom('kelly'), language: 'en' })
    await pressedLink(w, cast.bev)
    await invite(w, await personOf(w, cast.bev), { phone: '07700 900179', language: 'en', safeToText: null })
    await dispatchDue(w)
    await newTextFor(w, lastText(w, cast.bev.phone).token, { ...askingFrom('bev'), language: 'en' })
    await dispatchDue(w)
    expect(w.sentTexts.map(({ to }) => to)).toEqual([cast.kelly.phone, cast.bev.phone, '+447700900179'])
  })

  test('"not for me" makes it void, shows the worker, and nothing more is sent', async () => {
    const w = await world()
    const kelly = await pressedLink(w, cast.kelly)
    const { token } = lastText(w, cast.kelly.phone)
    await stopTexts(w, token)
    expect(await sessionOf(w, kelly.value)).toMatchObject({ state: 'ended' })
    await newTextFor(w, token, { ...askingFrom('kelly'), language: 'en' })
    await dispatchDue(w)
    expect(w.sentTexts).toHaveLength(1)
    expect(await status(w, cast.kelly)).toMatchObject({ state: 'opened', trouble: 'not-for-me' })
  })
})
