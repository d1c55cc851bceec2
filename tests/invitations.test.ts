import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { sessionOf } from '#app/domain/access/sessions'
import { revoke } from '#app/domain/network/ending'
import { giveWord } from '#app/domain/network/giving-the-word'
import { type InvitationForm, invite, resend } from '#app/domain/network/invitations'
import { decline, join } from '#app/domain/network/joining'
import { spend } from '#app/domain/network/link'
import { newTextFor, stopTexts } from '#app/domain/network/link-requests'
import { statusOf } from '#app/domain/network/status'
import { verifyAudit } from '#app/domain/record/audit'
import { dispatchDue } from '#app/domain/texts/dispatch'
import { audit, invitations, memberships, people, sessions, texts } from '#db/schema'
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
  welcomed,
} from './coming-in'
import { type TestWorld, testWorld } from './world'

const world = () => testWorld({ families: true })

async function status(world: TestWorld, { id }: { id: string }) {
  const { read } = world.db
  return statusOf({
    personId: id,
    invitations: await read.select().from(invitations),
    memberships: await read.select().from(memberships),
    texts: await read.select().from(texts),
  })
}

describe('an invitation is refused, with the reason', () => {
  const refusals: [string, cast.CastMember, Partial<InvitationForm>, string[]][] = [
    ['Marcus, who knows nothing yet', cast.marcus, {}, ['outer-circle']],
    ['Brenda, who is not to be told', cast.brenda, {}, ['not-to-be-told']],
    ['Ms Orr, a professional', { ...cast.marcus, id: 'ms_orr' }, {}, ['professional']],
    ['Alfie, a child without a sign-in', { ...cast.marcus, id: 'alfie' }, {}, ['child-without-sign-in']],
    ['a rule of the plan', { ...cast.marcus, id: 'A-R1' }, {}, ['nobody']],
    ['Sheila on her landline', cast.sheila, {}, ['landline']],
    ['Toni on a landline', cast.toni, { phone: '01632 960121' }, ['landline']],
    ['Leanne on the phone Craig can read', cast.leanne, { phone: '+447700900299' }, ['unsafe-number']],
    ['Kelly on a personal number', cast.kelly, { phone: '+447012345678' }, ['prefix-not-allowed']],
    ['Kelly on a pager', cast.kelly, { phone: '+447612345678' }, ['prefix-not-allowed']],
    ['Kelly abroad', cast.kelly, { phone: '+33639980000' }, ['prefix-not-allowed']],
    ['Kelly on no number', cast.kelly, { phone: '0770' }, ['not-a-number']],
    ['Bev on Kelly’s number', cast.bev, { phone: '07700 900112' }, ['number-of-someone-else']],
    ['Bev on the young person’s', { ...cast.magda }, { phone: cast.kacper.phone }, ['number-of-someone-else']],
    ['Kelly with no word', cast.kelly, { word: ' ' }, ['word-missing']],
    ['Kelly with a short word', cast.kelly, { word: 'c-a-t' }, ['word-too-short']],
    ['Kelly with her own name', cast.kelly, { word: ' KELLY!' }, ['word-is-name']],
    ['Agnieszka with her surname', cast.agnieszka, { word: 'wojcik' }, ['word-is-name']],
    ['Kelly with the end of her number', cast.kelly, { word: '0112' }, ['word-is-number']],
    [
      'a window that ends before it begins',
      cast.kelly,
      { safeToText: { days: ['MO'], from: '14:00', to: '09:00' } },
      ['safe-times'],
    ],
    [
      'everything at once',
      cast.kelly,
      { phone: 'x', word: 'x', language: '?' },
      ['not-a-number', 'language', 'word-too-short'],
    ],
  ]
  test.each(refusals)('%s', async (_, who, form, reasons) => {
    const w = await world()
    const before = await w.db.read.select().from(people)
    expect(await invited(w, who, form)).toEqual({ refused: reasons })
    expect(await w.db.read.$count(invitations)).toBe(0)
    expect(await w.db.read.$count(texts)).toBe(0)
    expect(await w.db.read.select().from(people)).toEqual(before)
  })

  test('who has joined is not invited again; a number in another family is no reason', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    expect(await invited(w, cast.kelly)).toEqual({ refused: ['joined'] })
    expect(await invited(w, { ...cast.magda, phone: cast.kelly.phone })).toHaveProperty('invitationId')
  })
})

test('inviting keeps the worker’s facts, the hash of the word, one invitation, one waiting text and one line of the trail', async () => {
  const w = await world()
  const asked = await invited(w, cast.kelly, { phone: '07700 900199', language: 'pl' })
  const [row] = await w.db.read.select().from(people).where(eq(people.personId, 'kelly'))
  expect(row).toMatchObject({ phone: '+447700900199', language: 'pl', wordSetBy: 'priya', landline: false })
  expect(row?.wordHash).toMatch(/^scrypt\$/)
  expect(row?.wordHash).not.toContain(cast.kelly.word)
  expect(await w.db.read.select().from(texts)).toMatchObject([
    { to: '+447700900199', language: 'pl', queuedBy: 'priya' },
  ])
  expect(await w.db.read.select().from(audit).where(eq(audit.did, 'person.invited'))).toMatchObject([
    { who: 'staff:priya' },
  ])
  expect(asked).toMatchObject({ notBefore: '2026-11-23T10:00:00.000Z' })
})

test('a later link makes the earlier one void, and says so; only the newest opens', async () => {
  const w = await world()
  await invited(w, cast.kelly)
  await dispatchDue(w)
  const old = lastText(w, cast.kelly.phone).token
  await resend(w, await personOf(w, cast.kelly))
  await dispatchDue(w)
  expect(w.sentTexts).toHaveLength(2)
  expect(await spend(w, old, { ...askingFrom('kelly') })).toEqual({ dead: 'newer' })
  expect(await pressed(w, lastText(w, cast.kelly.phone).token, cast.kelly)).toMatchObject({
    stage: 'word',
    state: 'open',
  })
})

test('a waiting text is called back by a newer invitation', async () => {
  const w = await testWorld({ families: true, at: '2026-11-23T22:00:00Z' })
  await invited(w, cast.kelly)
  await invited(w, cast.kelly, { word: 'snowdrop' })
  w.clock.set('2026-11-24T08:00:00Z')
  await dispatchDue(w)
  expect(w.sentTexts).toHaveLength(1)
  const given = await giveWord(w, await pressedLink(w, cast.kelly, { word: 'snowdrop' }), 'Snow drop')
  expect(given).toMatchObject({ stage: 'welcome' })
})

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
    const values = await Promise.all([join(w, bev, { onlyMe: true }), join(w, bev, { onlyMe: true })])
    expect(values[0]).toBe(values[1])
    const rows = await w.db.read.select().from(memberships)
    expect(rows).toMatchObject([
      { personId: 'bev', askedBy: 'kelly', toldBy: 'priya', toldOn: '2027-06-24', notToRing: [] },
    ])
    expect(await session(w, values[0] ?? '')).toMatchObject({ stage: 'member', state: 'open', onlyMe: true })
    expect(await status(w, cast.bev)).toMatchObject({ state: 'joined' })
  })

  test('no is no: the link is over, the worker reads why, and there is no way back in', async () => {
    const w = await world()
    const bev = await welcomed(w, cast.bev)
    expect(await decline(w, bev, ' I am moving away ')).toBe(true)
    expect(await join(w, bev, { onlyMe: false })).toBeNull()
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
    await join(w, bev, { onlyMe: false })
    expect(await decline(w, bev)).toBe(false)
    const toni = await welcomed(w, cast.toni)
    await revoke(w, await personOf(w, cast.toni))
    expect(await join(w, toni, { onlyMe: false })).toBeNull()
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

test('a person’s status goes from not invited to joined', async () => {
  const w = await testWorld({ families: true, at: '2026-11-23T22:00:00Z' })
  expect(await status(w, cast.kelly)).toEqual({ state: 'not-invited' })
  await invited(w, cast.kelly)
  expect(await status(w, cast.kelly)).toMatchObject({
    state: 'invited',
    text: { is: 'waiting', until: '2026-11-24T08:00:00.000Z', why: 'quiet-hours' },
  })
  w.clock.set('2026-11-24T08:00:00Z')
  await dispatchDue(w)
  expect(await status(w, cast.kelly)).toMatchObject({ state: 'sent', since: '2026-11-24T08:00:00.000Z' })
  const word = await pressed(w, lastText(w, cast.kelly.phone).token, cast.kelly)
  expect(await status(w, cast.kelly)).toMatchObject({ state: 'opened' })
  const given = await giveWord(w, word as Parameters<typeof giveWord>[1], cast.kelly.word)
  expect(await status(w, cast.kelly)).toMatchObject({ state: 'told' })
  const welcome = await session(w, (given as { session: string }).session)
  await join(w, welcome as Parameters<typeof join>[1], { onlyMe: false })
  expect(await status(w, cast.kelly)).toMatchObject({ state: 'joined' })
})

test('a link that ran out, and a text nobody took, show the worker what is in the way', async () => {
  const w = await world()
  await invited(w, cast.kelly)
  await dispatchDue(w)
  w.clock.forward({ hours: 72 })
  await dispatchDue(w)
  expect(await status(w, cast.kelly)).toMatchObject({ state: 'sent', trouble: 'expired' })
  w.provider.send = async () => ({ is: 'refused', why: 'not-a-number' })
  await invited(w, cast.bev)
  await dispatchDue(w)
  await dispatchDue(w)
  expect(await status(w, cast.bev)).toMatchObject({
    state: 'invited',
    trouble: 'no-text',
    text: { is: 'failed', why: 'not-a-number' },
  })
})
