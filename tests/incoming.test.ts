/** What comes back by text makes texts fewer and is read by the worker; it never opens, ends or changes anything else. */
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { collectMissed } from '#app/domain/coming-in/collecting'
import { takeIncoming } from '#app/domain/coming-in/incoming'
import { stopTexts } from '#app/domain/coming-in/link-requests'
import { setReach } from '#app/domain/coming-in/reaching'
import { sessionOf } from '#app/domain/coming-in/sessions'
import { deskOf } from '#app/domain/desk/desk'
import { peopleForStaff } from '#app/domain/desk/people-for-staff'
import { markReplySeen, replyForStaff } from '#app/domain/desk/replies-for-staff'
import { repliesFromNobody } from '#app/domain/desk/texts-for-operator'
import { textsOfFamily } from '#app/domain/desk/texts-for-staff'
import { sendTest } from '#app/domain/network/test-text'
import { numberIsRight } from '#app/domain/texts/number-stops'
import { assignments, audit, incomingTexts, invitations, memberships, numberStops, said, texts } from '#db/schema'
import * as cast from './cast'
import { askedForText, invited, joined, lastText, personOf } from './coming-in'
import { dispatchDue } from './dispatch-due'
import { type TestWorld, testWorld } from './world'

const world = () => testWorld({ families: true })

let texted = 0
const textFrom = (
  w: TestWorld,
  who: Pick<cast.CastMember, 'phone'>,
  words: string,
  says: 'stop' | 'start' | 'words' = 'words',
) => takeIncoming(w, { id: `in-${++texted}`, from: who.phone, says, words })
const stops = async (w: TestWorld) =>
  (await w.db.read.select().from(numberStops)).filter(({ endedAt }) => !endedAt).map(({ phone, why }) => [phone, why])
const lineOf = async (w: TestWorld, who: cast.CastMember) => {
  const { familyId } = await personOf(w, who)
  const line = (await peopleForStaff(w, familyId))?.find(({ fullName }) => fullName === who.name)
  if (!line) throw new Error(`${who.name} is not on the page.`)
  return line
}

describe('STOP', () => {
  test('ends texts until START, and the worker sees both; nothing else ends', async () => {
    const w = await world()
    const kelly = await joined(w, cast.kelly)
    await textFrom(w, cast.kelly, 'Stop', 'stop')
    expect(await stops(w)).toEqual([[cast.kelly.phone, 'stop']])
    w.clock.forward({ minutes: 2 })
    await askedForText(w, cast.kelly)
    expect(w.sentTexts).toHaveLength(1)
    expect(await sessionOf(w, kelly.value)).toMatchObject({ state: 'open' })
    expect((await lineOf(w, cast.kelly)).stops).toMatchObject([{ why: 'stop' }])
    await textFrom(w, cast.kelly, 'Start', 'start')
    expect(await stops(w)).toEqual([])
    w.clock.forward({ minutes: 2 })
    await askedForText(w, cast.kelly)
    expect(w.sentTexts).toHaveLength(2)
    const { replies } = await deskOf(w, 'priya')
    expect(replies.map(({ says, person }) => `${person.name}: ${says}`)).toEqual(['Kelly: start', 'Kelly: stop'])
  })

  test.each([
    'stop.',
    'STOP!',
    ' Stop\n',
    '“Stop”',
    'Please stop',
    'stop texting me',
    'please stop texting',
    'stop pls',
    'STOP STOP STOP',
    'Stop. Thank you',
    'stop\nSent from my iPhone',
    'opt out',
    'nie pisz do mnie',
    'بند کریں',
  ])('written as “%s” ends texts as well', async (words) => {
    const w = await world()
    await joined(w, cast.kelly)
    await textFrom(w, cast.kelly, words)
    expect(await stops(w)).toEqual([[cast.kelly.phone, 'stop']])
  })

  test.each([
    'He will not stop',
    'stop him',
    'Stop\nHe is here',
    'thank you',
    'bus stop. 7pm',
    'don’t stop',
  ])('is not read into “%s”, which is for the worker', async (words) => {
    const w = await world()
    await joined(w, cast.kelly)
    await textFrom(w, cast.kelly, words)
    expect(await stops(w)).toEqual([])
    expect((await deskOf(w, 'priya')).replies.map(({ says }) => says)).toEqual(['words'])
  })

  test('is lifted by nobody but its owner: the worker’s "number is right" leaves it', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    await textFrom(w, cast.kelly, 'STOP', 'stop')
    await numberIsRight(w, await personOf(w, cast.kelly))
    expect(await stops(w)).toEqual([[cast.kelly.phone, 'stop']])
    expect(await sendTest(w, await personOf(w, cast.kelly))).toEqual({ refused: ['number-stopped'] })
  })
})

describe('"not me"', () => {
  test.each([
    ['by text', async (w: TestWorld) => textFrom(w, cast.bev, 'Wrong number')],
    ['by a press on the link', async (w: TestWorld) => stopTexts(w, lastText(w, cast.bev.phone).token)],
  ])('%s, before joining, freezes the number and makes the invitation void; the worker sees it', async (_, say) => {
    const w = await world()
    await invited(w, cast.bev)
    await dispatchDue(w)
    await say(w)
    expect(await stops(w)).toEqual([[cast.bev.phone, 'not-me']])
    expect(await w.db.read.select().from(invitations)).toMatchObject([{ voidedWhy: 'not-for-me' }])
    expect(await invited(w, cast.bev)).toEqual({ refused: ['number-stopped'] })
    const { stuck } = await deskOf(w, 'priya')
    expect(stuck.map(({ person }) => [person.name, person.stops[0]?.why])).toEqual([['Bev', 'not-me']])
    await numberIsRight(w, await personOf(w, cast.bev))
    expect(await invited(w, cast.bev)).toHaveProperty('invitationId')
  })

  test('from the number of a member pauses texts, and ends nothing they have', async () => {
    const w = await world()
    const kelly = await joined(w, cast.kelly)
    await textFrom(w, cast.kelly, 'to nie ja')
    expect(await stops(w)).toEqual([[cast.kelly.phone, 'pause']])
    expect(await sessionOf(w, kelly.value)).toMatchObject({ state: 'open' })
    expect(await w.db.read.select().from(memberships)).toMatchObject([{ endedAt: null }])
    w.clock.forward({ minutes: 2 })
    await askedForText(w, cast.kelly)
    expect(w.sentTexts).toHaveLength(1)
  })

  test('stops what waits, and a test in the room may still show that the number is right', async () => {
    const w = await testWorld({ families: true, at: '2026-11-23T22:00:00Z' })
    await invited(w, cast.bev)
    await textFrom(w, cast.bev, 'not me')
    w.clock.set('2026-11-24T10:00:00Z')
    await dispatchDue(w)
    expect(w.sentTexts).toHaveLength(0)
    expect(await sendTest(w, await personOf(w, cast.bev))).toEqual({ queued: true })
    await dispatchDue(w)
    expect(w.sentTexts.map(({ body }) => body)).toEqual([expect.stringContaining('this is a test')])
  })
})

describe('words', () => {
  test('are kept once however often they are told, answered with nothing, and no answer to the plan', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    const before = await w.db.read.$count(said)
    const text = { id: 'in-twice', from: cast.kelly.phone, says: 'words', words: 'Yes. Can you ring me?' } as const
    await Promise.all([takeIncoming(w, text), takeIncoming(w, text), takeIncoming(w, text)])
    await takeIncoming(w, text)
    expect(await w.db.read.select().from(incomingTexts)).toMatchObject([
      { words: 'Yes. Can you ring me?', says: 'words' },
    ])
    expect(await w.db.read.$count(audit, eq(audit.did, 'text.came-in'))).toBe(1)
    expect(await w.db.read.$count(said)).toBe(before)
    expect(w.sentTexts).toHaveLength(1)
  })

  test('are on the desk of whoever works with the family until one of them has read them', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    await textFrom(w, cast.kelly, 'I am at Mum’s')
    const onDesk = async (staff: string) => (await deskOf(w, staff)).replies.map(({ words }) => words)
    expect(await onDesk('priya')).toEqual(['I am at Mum’s'])
    expect(await onDesk('joan')).toEqual(['I am at Mum’s'])
    expect(await onDesk('tom')).toEqual([])
    const [{ id = '' } = {}] = (await deskOf(w, 'priya')).replies
    expect(await replyForStaff(w, 'tom', id)).toBeNull()
    const reply = await replyForStaff(w, 'priya', id)
    if (!reply) throw new Error('It is not there.')
    await markReplySeen(w, reply)
    expect(await onDesk('priya')).toEqual([])
    const { replies } = await textsOfFamily(w, (await personOf(w, cast.kelly)).familyId)
    expect(replies).toMatchObject([{ words: 'I am at Mum’s', seen: true }])
  })

  test('of somebody in two families go to the one that wrote last', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    w.clock.forward({ minutes: 1 })
    await joined(w, { ...cast.magda, phone: cast.kelly.phone })
    await textFrom(w, cast.kelly, 'Which of you was that?')
    expect((await deskOf(w, 'olu')).replies).toHaveLength(1)
    expect((await deskOf(w, 'priya')).replies).toHaveLength(0)
  })

  test('go to who has the number now, not to who had it before', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    const form = { language: 'en', mayText: true, safeToText: null, unsafePhones: '' }
    await setReach(w, await personOf(w, cast.kelly), { ...form, phone: '07700 900199' })
    await setReach(w, await personOf(w, cast.ruth), { ...form, phone: cast.kelly.phone })
    await textFrom(w, cast.kelly, 'Hello')
    expect((await deskOf(w, 'tom')).replies).toMatchObject([{ words: 'Hello', person: { name: 'Ruth' } }])
    expect((await deskOf(w, 'priya')).replies).toHaveLength(0)
  })

  test('from the old phone of somebody with a new number are still read, with a warning', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    const form = { language: 'en', mayText: true, safeToText: null, unsafePhones: '' }
    await setReach(w, await personOf(w, cast.kelly), { ...form, phone: '07700 900199' })
    await textFrom(w, cast.kelly, 'He is here')
    const { replies } = await deskOf(w, 'priya')
    expect(replies).toMatchObject([{ words: 'He is here', person: { name: 'Kelly' }, oldNumber: true }])
    expect(w.alarms).toEqual([])
  })

  test('from a number nobody has are kept, and the operator hears that there are some', async () => {
    const w = await world()
    await textFrom(w, { phone: '+447700900998' }, 'Hello?')
    expect(await w.db.read.select().from(incomingTexts)).toMatchObject([{ familyId: null, words: 'Hello?' }])
    expect(w.alarms).toEqual(['text-from-nobody'])
    expect(await repliesFromNobody(w)).toMatchObject([{ from: '+447700900998', words: 'Hello?' }])
  })

  test.each([
    '60777',
    'InfoSMS',
    '',
  ])('from “%s” are kept for the operator, who hears of it, and stop nothing', async (phone) => {
    const w = await world()
    await textFrom(w, { phone }, 'Your parcel comes today. STOP to end.')
    await textFrom(w, { phone }, 'Stop', 'stop')
    await textFrom(w, { phone }, 'not me')
    expect(await stops(w)).toEqual([])
    expect(w.alarms).toEqual(['text-from-nobody', 'text-from-nobody', 'text-from-nobody'])
    const kept = await repliesFromNobody(w)
    expect(kept.map(({ from, words }) => [from, words])).toContainEqual([
      phone,
      'Your parcel comes today. STOP to end.',
    ])
    expect(kept).toHaveLength(3)
  })

  test('are kept without signs that would turn the text around them, as anything typed is', async () => {
    const w = await world()
    await textFrom(w, cast.kelly, 'Call \u202e311009\u202c me\u0000')
    const { replies } = await deskOf(w, 'priya')
    expect(replies.map(({ words }) => words)).toEqual(['Call 311009 me'])
  })

  test('may be a picture alone: it is on the desk', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    await takeIncoming(w, { id: 'in-picture', from: cast.kelly.phone, says: 'words', words: '', attached: 1 })
    expect((await deskOf(w, 'priya')).replies).toMatchObject([{ words: '', attached: 1, person: { name: 'Kelly' } }])
    expect(w.alarms).toEqual([])
  })

  test('to a family nobody works with are for the operator until somebody does', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    const { familyId } = await personOf(w, cast.kelly)
    const isMarsh = eq(assignments.familyId, familyId)
    await textFrom(w, cast.kelly, 'While Priya was here')
    await w.db.write(async (db) => [db.update(assignments).set({ until: w.now().toISOString() }).where(isMarsh)])
    w.clock.forward({ minutes: 1 })
    await textFrom(w, cast.kelly, 'He is here')
    expect(w.alarms).toEqual(['text-from-nobody'])
    expect(await repliesFromNobody(w)).toMatchObject([
      { words: 'He is here', family: cast.marsh.reference },
      { words: 'While Priya was here', family: cast.marsh.reference },
    ])
    await w.db.write(async (db) => [db.update(assignments).set({ until: null }).where(isMarsh)])
    expect(await repliesFromNobody(w)).toEqual([])
    expect((await deskOf(w, 'priya')).replies).toHaveLength(2)
  })

  test('never queue a text', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    const before = await w.db.read.$count(texts)
    for (const words of ['Help', '?', 'Yes', '', 'x'.repeat(1600), '\u202e\u0000<b>'])
      await textFrom(w, cast.kelly, words)
    expect(await w.db.read.$count(texts)).toBe(before)
  })
})

describe('what came in while the portal was away', () => {
  test('is collected from the provider, once, and is on the desk with the time it was sent', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    await textFrom(w, cast.kelly, 'Before')
    w.provider.cameIn = async (since) => {
      expect(since).toEqual(new Date('2026-11-21T12:00:00Z'))
      const here = { id: `in-${texted}`, from: cast.kelly.phone, says: 'words', words: 'Before' } as const
      const missed = { id: 'in-missed', from: cast.kelly.phone, says: 'words', words: 'He is here' } as const
      return [{ ...missed, at: new Date('2026-11-23T11:00:00Z') }, here]
    }
    w.clock.set('2026-11-23T12:00:00Z')
    await collectMissed(w)
    await collectMissed(w)
    expect((await deskOf(w, 'priya')).replies.map(({ words, at }) => [words, at])).toEqual([
      ['He is here', '2026-11-23T11:00:00.000Z'],
      ['Before', '2026-11-23T10:00:00.000Z'],
    ])
  })

  test('is done all the same when something else was said since: a STOP stays one after "not me"', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    w.clock.set('2026-11-23T12:00:00Z')
    await textFrom(w, cast.kelly, 'Wrong number')
    const stop = { id: 'in-late', from: cast.kelly.phone, says: 'stop', words: 'Stop' } as const
    await takeIncoming(w, { ...stop, at: new Date('2026-11-23T11:00:00Z') })
    expect(await stops(w)).toContainEqual([cast.kelly.phone, 'stop'])
  })

  test('does not undo what its sender has said since', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    w.clock.set('2026-11-23T12:00:00Z')
    await textFrom(w, cast.kelly, 'Start', 'start')
    const stop = { id: 'in-late', from: cast.kelly.phone, says: 'stop', words: 'Stop' } as const
    await takeIncoming(w, { ...stop, at: new Date('2026-11-23T11:00:00Z') })
    expect(await stops(w)).toEqual([])
    expect((await deskOf(w, 'priya')).replies.map(({ says }) => says)).toEqual(['start', 'stop'])
  })
})

describe('an old link', () => {
  test('stops nothing more than a week after it was sent, once somebody has joined with the number', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    const { token } = lastText(w, cast.kelly.phone)
    w.clock.forward({ days: 7, seconds: 1 })
    expect(await stopTexts(w, token)).toBe('too-old')
    expect(await stops(w)).toEqual([])
    w.clock.forward({ seconds: -2 })
    expect(await stopTexts(w, token)).toBe('stopped')
    expect(await stops(w)).toEqual([[cast.kelly.phone, 'pause']])
  })

  test('of a number since corrected stops nothing, and the answer does not tell', async () => {
    const w = await world()
    await joined(w, cast.kelly)
    const { token } = lastText(w, cast.kelly.phone)
    const form = { language: 'en', mayText: true, safeToText: null, unsafePhones: '' }
    await setReach(w, await personOf(w, cast.kelly), { ...form, phone: '07700 900199' })
    expect(await stopTexts(w, token)).toBe('stopped')
    expect(await stops(w)).toEqual([])
  })
})
