import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { giveWord } from '#app/domain/coming-in/giving-the-word'
import { join } from '#app/domain/coming-in/joining'
import { spend } from '#app/domain/coming-in/link'
import { resend } from '#app/domain/network/invitations'
import type { InvitationForm } from '#app/domain/people/refusals'
import { audit, invitations, people, texts } from '#db/schema'
import * as cast from './cast'
import { askingFrom, invited, joined, lastText, personOf, pressed, pressedLink, session, status } from './coming-in'
import { dispatchDue } from './dispatch-due'
import { testWorld } from './world'

const world = () => testWorld({ families: true })

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
    ['Kelly abroad', cast.kelly, { phone: '+33612345678' }, ['prefix-not-allowed']],
    ['Kelly on no number', cast.kelly, { phone: '0770' }, ['not-a-number']],
    ['Kelly on a number that lacks a digit', cast.kelly, { phone: '07700 90011' }, ['not-a-number']],
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
      ['safe-order'],
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
  await join(w, welcome as Parameters<typeof join>[1], { onlyMe: false, browserHash: null })
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
