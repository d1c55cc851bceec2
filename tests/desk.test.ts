import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { narrow, narrowable } from '#app/domain/access/narrow'
import { giveWord } from '#app/domain/coming-in/giving-the-word'
import { decline } from '#app/domain/coming-in/joining'
import { type DeskEntry, deskOf } from '#app/domain/desk/desk'
import type { Id } from '#app/domain/plan/case-file'
import { publishVersion } from '#app/domain/record/publish'
import { type EntryForStaff, entryForStaff } from '#app/domain/said/entry-for-staff'
import { reply } from '#app/domain/said/replies'
import { markSeen } from '#app/domain/said/seen'
import { verifyAudit } from '#app/domain/trail/audit'
import { assignments, audit, narrowings, publicIds, said, staff } from '#db/schema'
import * as cast from './cast'
import { invited, pressedLink, welcomed } from './coming-in'
import { familyIdOf, pressing, publicIdOf } from './desk-world'
import { dispatchDue } from './dispatch-due'
import { caseFile } from './situation'
import { allFor, logOf } from './speaking'
import { type TestWorld, testWorld } from './world'

/** What a member of staff may read and answer; throws when there is no such thing for them. */
async function entry(
  world: TestWorld,
  staffId: string,
  family: { reference: string },
  saidId: Id,
): Promise<EntryForStaff> {
  const familyId = await familyIdOf(world, family)
  const found = await entryForStaff(world, staffId, await publicIdOf(world, familyId, saidId))
  if (!found) throw new Error(`${staffId} has no entry ${saidId}.`)
  return found
}

const spoken = ({ by, result, words }: DeskEntry) => `${by.name}, ${result}: ${words}`

test('a worker finds the worry of the weekend first, marked as out of hours, and then the rest, newest first', async () => {
  const world = await testWorld({ families: true })
  const { first, rest } = await deskOf(world, 'priya')
  expect(first.map(spoken)).toEqual([
    'Kelly, worry: Did not sleep. Letter about rent. I have not had a drink. Danny is here.',
  ])
  expect(first[0]).toMatchObject({ outOfHours: true, sharedWith: 'worker', by: { phone: cast.kelly.phone } })
  expect(rest.map(({ by, result }) => `${by.name} ${result}`)).toEqual([
    'Toni cannot',
    'Danny done',
    'Kelly partly',
    'Bev done',
  ])
  expect(rest.map(({ outOfHours }) => outOfHours)).toEqual([true, true, false, true])
})

test('what staff wrote themselves, or wrote down for someone, waits for nobody', async () => {
  const world = await testWorld({ families: true })
  const { first, rest } = await deskOf(world, 'olu')
  expect([...first, ...rest].map(({ by }) => by.name)).not.toContain('Olu')
  const marsh = await deskOf(world, 'priya')
  expect(marsh.rest.map(({ by }) => by.name)).not.toContain('Nan')
})

test('"please ring me" stands beside the worries, whatever it is about', async () => {
  const world = await testWorld({ families: true })
  const familyId = await familyIdOf(world, cast.marsh)
  const on = '2026-11-20T10:00'
  const entry = { id: 'K9', by: 'danny', on, happenedAt: on, about: 'A-C3', result: 'done' as const }
  const row = { familyId, id: 'K9', kind: 'checkIns' as const, by: 'danny', about: 'A-C3', savedAt: `${on}:00.000Z` }
  await world.db.write((db) => [
    db.insert(said).values({ ...row, entry, ringMe: true }),
    db.insert(publicIds).values({ familyId, itemId: 'K9', publicId: 'public-K9' }),
  ])
  const { first } = await deskOf(world, 'priya')
  expect(first.map(({ by }) => by.name)).toEqual(['Kelly', 'Danny'])
})

test('a desk holds the families of today: cover begins and ends by its dates, and an administrator has none', async () => {
  const world = await testWorld({ families: true })
  const familyId = await familyIdOf(world, cast.harker)
  const cover = { familyId, staffId: 'olu', as: 'covering' as const }
  const from = '2026-11-24T00:00:00.000Z'
  await world.db.write((db) => [db.insert(assignments).values({ ...cover, from, until: '2026-11-26T00:00:00.000Z' })])
  const namesOn = async () =>
    (await deskOf(world, 'olu')).first.filter(({ family }) => family.name === 'Harker family').map(({ by }) => by.name)
  expect(await namesOn()).toEqual([])
  world.clock.set('2026-11-25T10:00:00Z')
  expect(await namesOn()).toEqual(['Leanne', 'Leanne', 'Mr Lowe'])
  world.clock.set('2026-11-26T10:00:00Z')
  expect(await namesOn()).toEqual([])
  const nothing = {
    first: [],
    stuck: [],
    uninvited: [],
    reach: [],
    drafts: [],
    gaps: [],
    dues: [],
    silences: [],
    unanswered: [],
    guesses: [],
    replies: [],
    rest: [],
    toTell: [],
    toRead: 0,
    counts: { calls: 0, worries: 0, checkIns: 0, answers: 0 },
    earlier: {},
  }
  expect(await deskOf(world, 'ada')).toEqual(nothing)
})

test('what somebody else works on does not exist', async () => {
  const world = await testWorld({ families: true })
  const publicId = await publicIdOf(world, await familyIdOf(world, cast.harker), 'K7')
  expect(await entryForStaff(world, 'tom', publicId)).not.toBeNull()
  expect(await entryForStaff(world, 'priya', publicId)).toBeNull()
  expect(await entryForStaff(world, 'ada', publicId)).toBeNull()
  expect(await entryForStaff(world, 'tom', 'nothing')).toBeNull()
})

test('seen is told to the author, and pressing twice is once', async () => {
  const world = await testWorld({ families: true })
  const kellys = await entry(world, 'priya', cast.marsh, 'K6')
  const before = await verifyAudit(world)
  await markSeen(world, ...pressing(world, 'priya'), [kellys])
  world.clock.forward({ minutes: 3 })
  await markSeen(world, ...pressing(world, 'priya'), [kellys])
  expect(await verifyAudit(world)).toEqual({ rows: before.rows + 1 })
  const [newest] = (await logOf(world, cast.kelly)).filter(({ result }) => result === 'worry')
  expect(newest).toMatchObject({ seenOn: '2026-11-23T10:00', seenBy: { name: 'Priya' } })
  expect((await deskOf(world, 'priya')).first).toEqual([])
})

test('what the worker has seen has left the manager’s desk; what the manager alone has seen stays on the worker’s', async () => {
  const world = await testWorld({ families: true })
  await markSeen(world, ...pressing(world, 'joan'), [await entry(world, 'joan', cast.marsh, 'K6')])
  expect((await deskOf(world, 'priya')).first).toHaveLength(1)
  const others = async () => (await deskOf(world, 'joan')).first.map(({ by }) => by.name)
  expect(await others()).toEqual(['Leanne', 'Leanne', 'Mr Lowe', 'Agnieszka'])
  await markSeen(world, ...pressing(world, 'tom'), [await entry(world, 'tom', cast.harker, 'K7')])
  expect(await others()).toEqual(['Leanne', 'Mr Lowe', 'Agnieszka'])
})

test('who was the worker once and is the manager now reads as a manager: it waits for the worker still', async () => {
  const world = await testWorld({ families: true })
  const familyId = await familyIdOf(world, cast.marsh)
  const once = { as: 'worker' as const, from: '2026-01-01T00:00:00.000Z', until: '2026-06-01T00:00:00.000Z' }
  const now = { as: 'manager' as const, from: '2026-06-01T00:00:00.000Z' }
  await world.db.write((db) => [
    db.insert(assignments).values([once, now].map((one) => ({ ...one, familyId, staffId: 'olu' }))),
    db.update(staff).set({ role: 'manager' }).where(eq(staff.id, 'olu')),
  ])
  await markSeen(world, ...pressing(world, 'olu'), [await entry(world, 'olu', cast.marsh, 'K6')])
  expect((await deskOf(world, 'olu')).first.map(({ by }) => by.name)).not.toContain('Kelly')
  expect((await deskOf(world, 'priya')).first).toHaveLength(1)
})

test('a reply reaches its author and nobody else, marks what it answers as seen, and is added to the record', async () => {
  const world = await testWorld({ families: true })
  const tonis = await entry(world, 'priya', cast.marsh, 'K7')
  expect(
    await reply(world, ...pressing(world, 'priya'), {
      to: tonis,
      typed: ' Danny said yes this morning. Thank you, Toni. ',
    }),
  ).toMatchObject({ state: 'done' })
  const repliesIn = async (who: cast.CastMember) => (await logOf(world, who)).flatMap(({ replies }) => replies)
  expect(await repliesIn(cast.toni)).toMatchObject([
    { by: { name: 'Priya' }, words: 'Danny said yes this morning. Thank you, Toni.' },
  ])
  expect((await logOf(world, cast.danny)).map(({ words }) => words)).toContain(
    'Reminder: I cannot do the 27th. Has Danny said yes?',
  )
  expect(await repliesIn(cast.danny)).toEqual([])
  expect((await deskOf(world, 'priya')).rest.map(({ by }) => by.name)).not.toContain('Toni')
})

test('a reply that would tell its reader what is kept from them is refused, with the words that would; to somebody kept apart nothing goes before it was looked at', async () => {
  const world = await testWorld({ families: true })
  const craigs = await entry(world, 'tom', cast.harker, 'K4')
  const before = await world.db.read.$count(said)
  expect(
    await reply(world, ...pressing(world, 'tom'), {
      to: craigs,
      typed: 'Maureen had them on Tuesday, and Ruth came too.',
    }),
  ).toEqual({
    refused: 'leak',
    found: ['Maureen', 'Ruth'],
  })
  expect(await reply(world, ...pressing(world, 'tom'), { to: craigs, typed: 'Ring me on 01632 960260.' })).toEqual({
    refused: 'leak',
    found: ['01632 960260'],
  })
  expect(await world.db.read.$count(said)).toBe(before)
  const thanks = 'Thank you for going. I will ring you on Tuesday.'
  const once = (typed: string, looked?: string) =>
    reply(world, ...pressing(world, 'tom'), { to: craigs, typed, looked })
  expect(await once(thanks)).toEqual({ refused: 'look' })
  expect(await once(`${thanks} In Denton.`, thanks)).toEqual({ refused: 'look' })
  expect(await world.db.read.$count(said)).toBe(before)
  expect(await once(thanks, thanks)).toMatchObject({ state: 'done' })
  const leannes = await entry(world, 'tom', cast.harker, 'K7')
  expect(
    await reply(world, ...pressing(world, 'tom', '/desk/another'), {
      to: leannes,
      typed: 'Shall I ask Ruth to come round?',
    }),
  ).toMatchObject({ state: 'done' })
})

test('a reply with the day and time of a meeting is sent; a number in other signs is not', async () => {
  const world = await testWorld({ families: true })
  const to = await entry(world, 'tom', cast.harker, 'K4')
  const typed = async (words: string, path: string) =>
    reply(world, ...pressing(world, 'tom', path), { to, typed: words, looked: words })
  expect(await typed('Ring ۰۷۷۰۰ ۹۰۰۱۹۹, ask for RÚTH.', '/desk/one')).toEqual({
    refused: 'leak',
    found: ['RÚTH', '۰۷۷۰۰ ۹۰۰۱۹۹'],
  })
  for (const [words, address] of [
    ['She lives at 12 Hill Road now.', '12 Hill Road'],
    ['Come to flat 3, Elm Court.', 'flat 3, Elm Court'],
    ['Go to 4a St Mary’s Close.', '4a St Mary’s Close'],
    ['It is ul. Długa 5/2.', 'ul. Długa 5/2'],
  ] as const)
    expect(await typed(words, `/desk/${words.length}`), words).toMatchObject({ refused: 'leak', found: [address] })
  for (const words of ['I ring at 2 and close the file.', 'On the way at 5, Court Road school is shut.'])
    expect(await typed(words, `/desk/${words.length}x`), words).toMatchObject({ state: 'done' })
  for (const words of ['We meet on 28.11.2026 10.30.', 'See you 2026-11-28 10:30, as in 2024-2026.'])
    expect(await typed(words, `/desk/${words.length}`), words).toMatchObject({ state: 'done' })
})

test('a reply nobody could read, or without words, is not sent', async () => {
  const world = await testWorld({ families: true })
  const teachers = await entry(world, 'tom', cast.harker, 'K3')
  expect(await reply(world, ...pressing(world, 'tom'), { to: teachers, typed: 'Thank you.' })).toEqual({
    refused: 'no-reader',
  })
  const leannes = await entry(world, 'tom', cast.harker, 'K7')
  expect(await reply(world, ...pressing(world, 'tom'), { to: leannes, typed: '  ' })).toEqual({ refused: 'empty' })
})

test('the trail says that someone looked, saw and replied, and never a word of what was said', async () => {
  const world = await testWorld({ families: true })
  await deskOf(world, 'tom')
  const to = await entry(world, 'tom', cast.harker, 'K7')
  await reply(world, ...pressing(world, 'tom'), { to, typed: 'I will ring at eleven.' })
  const rows = await world.db.read.select().from(audit).where(eq(audit.who, 'staff:tom'))
  expect(rows.slice(-2).map(({ did, about }) => ({ did, about }))).toEqual([
    { did: 'desk.viewed', about: null },
    { did: 'reply.sent', about: 'K7' },
  ])
  expect(JSON.stringify(rows)).not.toMatch(/eleven|Knock|Leanne/)
  expect(await verifyAudit(world)).toEqual({ rows: expect.any(Number) })
})

test('what is shut by hand is gone at once, for one person or a whole side, and shutting it twice is once', async () => {
  const world = await testWorld({ families: true })
  const familyId = await familyIdOf(world, cast.harker)
  const shut = (item: string, shutTo: string) =>
    narrow(world, ...pressing(world, 'tom', `/desk/${item}/${shutTo}`), { familyId, item, shutTo })
  const wordsFor = async (who: cast.CastMember) => JSON.stringify(await allFor(world, who))
  const rule = await publicIdOf(world, familyId, 'B-R4')
  const craig = await publicIdOf(world, familyId, 'craig')
  expect(await wordsFor(cast.craig)).toContain('do not ask the children')
  expect(await shut(rule, craig)).toMatchObject({ state: 'done' })
  expect(await shut(rule, craig)).toMatchObject({ state: 'repeat' })
  expect(await wordsFor(cast.craig)).not.toContain('do not ask the children')
  expect(await wordsFor(cast.leanne)).toContain('do not ask the children')
  expect(await wordsFor(cast.steve)).toContain('do not ask the children')
  expect(await world.db.read.$count(narrowings)).toBe(1)

  const side = (await narrowable(world, familyId))?.viewers.find((viewer) => viewer.side)
  expect(await shut(rule, side?.id ?? 'nobody')).toMatchObject({ state: 'done' })
  expect(await wordsFor(cast.steve)).not.toContain('do not ask the children')

  expect(await wordsFor(cast.craig)).toContain('Steve')
  expect(await shut(await publicIdOf(world, familyId, 'steve'), craig)).toMatchObject({ state: 'done' })
  expect(await wordsFor(cast.craig)).not.toContain('Steve')
  const shutNow = (await narrowable(world, familyId))?.shut.map(({ what, to }) => `${what} ${to}`)
  expect(shutNow).toContain('Grown-ups do not ask the children about the other parent. Craig and his family')
  expect(shutNow).toContain('Steve Dunn Craig Dunn')
  expect(shutNow).toContain('Rings Steve, not Leanne. Craig Dunn')
})

test('a person is shut to someone who has been told of them in so many words: the worker is warned', async () => {
  const world = await testWorld({ families: true })
  const familyId = await familyIdOf(world, cast.marsh)
  const [item, shutTo] = [await publicIdOf(world, familyId, 'kelly'), await publicIdOf(world, familyId, 'bev')]
  expect((await narrowable(world, familyId))?.told).toEqual([])
  await narrow(world, ...pressing(world, 'priya'), { familyId, item, shutTo })
  expect((await narrowable(world, familyId))?.told).toEqual([
    { name: 'Bev Adeyemi', knows: 'Kelly sometimes drinks too much and the kids may need her' },
  ])
})

test.each([
  ['first', 'the plan is not published'],
  ['second', 'the new sentence is shut with them'],
])('a person shut in the moment a version naming them elsewhere is published, %s: %s', async (order) => {
  const world = await testWorld({ families: true })
  const familyId = await familyIdOf(world, cast.marsh)
  const { said: _, ...document } = caseFile('marsh')
  document.plan.rules.push({ id: 'A-R9', text: 'Toni has the spare key.', makesSure: ['kelly'] })
  const [item, shutTo] = [await publicIdOf(world, familyId, 'toni'), await publicIdOf(world, familyId, 'danny')]
  const shuts = () => narrow(world, ...pressing(world, 'priya'), { familyId, item, shutTo })
  const publishes = () => publishVersion(world, familyId, document, { by: 'priya', endorsedBy: 'joan' })
  await Promise.all(order === 'first' ? [shuts(), publishes()] : [publishes(), shuts()])
  const reads = JSON.stringify(await allFor(world, cast.danny))
  expect(reads).toContain('Danny')
  expect(reads).not.toContain('Toni')
  expect(JSON.stringify(await allFor(world, cast.kelly))).toContain('Toni')
})

test('nothing is shut to somebody who is not in the family, and nobody to themselves', async () => {
  const world = await testWorld({ families: true })
  const familyId = await familyIdOf(world, cast.harker)
  const craig = await publicIdOf(world, familyId, 'craig')
  const kelly = await publicIdOf(world, await familyIdOf(world, cast.marsh), 'kelly')
  expect(await narrow(world, ...pressing(world, 'tom'), { familyId, item: craig, shutTo: kelly })).toBeNull()
  expect(await narrow(world, ...pressing(world, 'tom'), { familyId, item: craig, shutTo: craig })).toBeNull()
  expect(await world.db.read.$count(narrowings)).toBe(0)
})

test('an invitation that cannot go on by itself stands on the desk: a no, wrong words, a link that ran out, a text that could not go', async () => {
  const world = await testWorld({ families: true })
  const decliner = await welcomed(world, cast.danny)
  await decline(world, decliner, 'Ask me after Christmas.')
  const guesser = await pressedLink(world, cast.toni)
  for (const word of ['apple', 'pears', 'plums', 'grapes', 'lemons']) await giveWord(world, guesser, word)
  await invited(world, cast.bev, { sendNow: true })
  await dispatchDue(world)
  await invited(world, cast.leanne, { safeToText: { days: ['SA'], from: '10:00', to: '11:00' } })
  const stuckOn = async (staffId: string) => {
    const { stuck } = await deskOf(world, staffId)
    return stuck.map(({ person: { name, status } }) => `${name}: ${status.trouble ?? status.state}`).sort()
  }
  expect(await stuckOn('priya')).toEqual(['Danny: declined', 'Toni: wrong-words'])
  expect(await stuckOn('tom')).toEqual([])
  world.clock.forward({ hours: 73 })
  await dispatchDue(world)
  expect(await stuckOn('priya')).toEqual(['Bev: expired', 'Danny: declined', 'Toni: wrong-words'])
  expect((await deskOf(world, 'priya')).stuck.find(({ person }) => person.name === 'Danny')?.person).toMatchObject({
    declinedWords: 'Ask me after Christmas.',
    may: { invite: true, resend: true },
  })
  await invited(world, cast.toni)
  expect(await stuckOn('priya')).toEqual(['Bev: expired', 'Danny: declined'])
  world.clock.forward({ days: 12 })
  expect(await stuckOn('priya')).toEqual(['Bev: expired', 'Toni: invited'])
})
