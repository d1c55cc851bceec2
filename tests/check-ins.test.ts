import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { logFor } from '#app/domain/access/read-log'
import { revoke } from '#app/domain/coming-in/ending'
import { deskOf } from '#app/domain/desk/desk'
import { ownWords } from '#app/domain/forms/own-words'
import { exportFamily } from '#app/domain/record/export'
import { checkInFrom } from '#app/domain/said/from-form'
import { askForCall, recordCheckIn, speakable } from '#app/domain/said/log'
import { ownSaying, recordNotMine } from '#app/domain/said/not-mine'
import { mayShareWith } from '#app/domain/said/sharing'
import { whenItHappened } from '#app/domain/said/when'
import { bev, danny, kacper, kelly, toni } from './cast'
import { personOf } from './coming-in'
import { type AtAForm, logOf, saidBy, speaker, theOne, viewOf } from './speaking'
import { type TestWorld, testWorld } from './world'

const ownLog = async (world: TestWorld, { plan }: AtAForm) =>
  (await logFor(world, plan)).entries.filter(({ mine }) => mine)

describe('how it went', () => {
  test('is in the log with what it is about, when it was and who may read it', async () => {
    const world = await testWorld({ families: true })
    const opens = await speaker(world, kelly)
    const at = await opens()
    const typed = { result: 'done', when: 'yesterday', time: '9:30', words: 'Went. Stayed for tea.' }
    const about = theOne(at.plan.commitments.find(({ mine }) => mine)).id
    const checkIn = checkInFrom({ ...typed, about, sharedWith: 'inner' }, at.plan, world.now())
    if ('faults' in checkIn) throw new Error('The form is right.')
    await recordCheckIn(world, at.member, at.plan, { ...checkIn, language: 'en' }, at.press())
    expect((await ownLog(world, await opens()))[0]).toMatchObject({
      about: { words: { text: 'Go to the Monday recovery group.' } },
      result: 'done',
      happenedAt: '2026-11-22T09:30',
      loggedAt: '2026-11-23T10:00',
      words: 'Went. Stayed for tea.',
      sharedWith: 'inner',
    })
    const readBy = async (who: typeof kelly) =>
      (await logOf(world, who)).some(({ words }) => words === 'Went. Stayed for tea.')
    expect([await readBy(danny), await readBy(bev)]).toEqual([true, false])
    const { said } = await exportFamily(world, kelly.family)
    expect(said?.checkIns?.at(-1)).toMatchObject({ about: 'A-C5', by: 'kelly', happenedAt: '2026-11-22T09:30' })
  })

  test('is for the worker alone unless somebody who knows everything says otherwise', async () => {
    const world = await testWorld({ families: true })
    const may = async (who: typeof kelly) => mayShareWith(await viewOf(world, who), 'checkIns')
    expect(await may(kelly)).toEqual(['worker', 'inner', 'network'])
    for (const who of [bev, kacper]) expect(await may(who), who.id).toEqual(['worker'])

    const at = await (await speaker(world, bev))()
    const further = recordCheckIn(world, at.member, at.plan, { result: 'done', sharedWith: 'inner' }, at.press())
    await expect(further).rejects.toThrow(RangeError)
    const typed = { result: 'done', words: 'Went.', sharedWith: 'network' }
    expect(checkInFrom(typed, at.plan, world.now())).toMatchObject({ sharedWith: 'worker' })
  })

  test('can be about one’s own part, the rules and the signs one sees, and nothing else', async () => {
    const world = await testWorld({ families: true })
    const plan = await viewOf(world, bev)
    const texts = speakable(plan).flatMap((item) => {
      const words = 'words' in item ? item.words : item.sign
      return words && 'text' in words ? [words.text] : []
    })
    expect(texts).toContain('Look for the dinosaur. Knock if it is there.')
    expect(texts.join()).not.toMatch(/payday|recovery group/)
    const danger = theOne((await viewOf(world, kelly)).worries[0]).id
    expect(checkInFrom({ result: 'done', about: danger }, plan, world.now())).toEqual({
      faults: { about: 'about-gone' },
    })
  })

  test('a young person writes to the worker without a task', async () => {
    const world = await testWorld({ families: true })
    const opens = await speaker(world, kacper)
    const at = await opens()
    const own = { result: 'worry' as const, words: 'Mum did not get up 😟', language: 'en' }
    expect(await recordCheckIn(world, at.member, at.plan, own, at.press())).toMatchObject({ is: 'saved' })
    expect((await ownLog(world, await opens()))[0]).toMatchObject({
      words: 'Mum did not get up 😟',
      sharedWith: 'worker',
    })
    const { first } = await deskOf(world, 'olu')
    expect(first[0]).toMatchObject({ words: 'Mum did not get up 😟', result: 'worry' })
  })

  test('nothing is added when the worker ended it in between', async () => {
    const world = await testWorld({ families: true })
    const at = await (await speaker(world, kelly))()
    await revoke(world, await personOf(world, kelly))
    const press = at.press()
    expect(await askForCall(world, at.member, at.plan, press)).toEqual({ is: 'not-a-member' })
    // The same press again, as of an impatient thumb: it never says thank you for what is not there.
    expect(await askForCall(world, at.member, at.plan, press)).toEqual({ is: 'not-a-member' })
    expect(await saidBy(world, kelly)).toEqual([])
  })
})

describe('please ring me', () => {
  test('is one press, stands first on the worker’s desk, and fifty presses make one', async () => {
    const world = await testWorld({ families: true })
    const at = await (await speaker(world, toni))()
    const told = await Promise.all(Array.from({ length: 50 }, () => askForCall(world, at.member, at.plan, at.press())))
    expect(told.filter(({ is }) => is === 'saved')).toHaveLength(1)
    const { first } = await deskOf(world, 'priya')
    expect(first.filter(({ ringMe }) => ringMe)).toMatchObject([{ by: { name: 'Toni' }, result: 'worry' }])
  })
})

describe('“I did not write this”', () => {
  test.each([
    ['a check-in', async (world: TestWorld, at: AtAForm) => theOne((await ownLog(world, at))[0]).id],
    ['an answer', async (_: TestWorld, at: AtAForm) => theOne(at.plan.commitments.find(({ mine }) => mine)).id],
    ['a score', async (_: TestWorld, at: AtAForm) => theOne(at.plan.worries[0]).id],
  ])('of %s reaches the worker first, and changes nothing that was said', async (_what, id) => {
    const world = await testWorld({ families: true })
    const at = await (await speaker(world, kelly))()
    const before = await exportFamily(world, kelly.family)
    const what = theOne(await ownSaying(world, at.plan, await id(world, at)))
    await recordNotMine(world, at.member, at.plan, what, 'I did not write this.', at.press())
    const after = await exportFamily(world, kelly.family)
    const { checkIns = [], ...rest } = after.said ?? {}
    expect({ ...rest, checkIns: checkIns.slice(0, -1) }).toEqual(before.said)
    expect((await deskOf(world, 'priya')).first[0]).toMatchObject({
      words: 'I did not write this.',
      language: 'en',
    })
  })

  test('only of what is one’s own', async () => {
    const world = await testWorld({ families: true })
    const plan = await viewOf(world, kelly)
    const others = theOne((await logOf(world, kelly)).find(({ mine }) => !mine))
    expect(await ownSaying(world, plan, others.id)).toBeUndefined()
    expect(await ownSaying(world, plan, theOne(plan.rules[0]).id)).toBeUndefined()
    expect(await ownSaying(world, plan, undefined)).toBeUndefined()
  })
})

describe('when it was', () => {
  const now = new Date('2026-11-23T10:00:00Z')

  test.each([
    [{}, { happenedAt: '2026-11-23T10:00' }],
    [{ when: 'today' }, { happenedAt: '2026-11-23' }],
    [{ when: 'today', time: '07:15' }, { happenedAt: '2026-11-23T07:15' }],
    [{ when: 'yesterday' }, { happenedAt: '2026-11-22' }],
    [{ when: 'yesterday', time: '19.20' }, { happenedAt: '2026-11-22T19:20' }],
    [{ when: 'other', date: '2026-11-19', time: '22:48' }, { happenedAt: '2026-11-19T22:48' }],
    [{ when: 'other', date: '19/11/2026' }, { happenedAt: '2026-11-19' }],
    [{ when: 'now', date: '2026-11-19' }, { happenedAt: '2026-11-19' }],
    [{ when: 'now', time: '09:10' }, { happenedAt: '2026-11-23T09:10' }],
    [{ when: 'other' }, { fault: 'when-missing' }],
    [{ when: 'other', date: '2026-02-30' }, { fault: 'when-unclear' }],
    [{ when: 'other', date: 'last week' }, { fault: 'when-unclear' }],
    [{ when: 'other', date: '0026-11-19' }, { fault: 'when-unclear' }],
    [{ when: 'today', time: 'soon' }, { fault: 'when-unclear' }],
    [{ when: 'today', time: '10:01' }, { fault: 'when-future' }],
    [{ when: 'other', date: '2026-11-24' }, { fault: 'when-future' }],
    [{ when: 'other', date: '20260-11-24' }, { fault: 'when-unclear' }],
  ])('%j', (spoken, when) => {
    expect(whenItHappened(spoken, now)).toEqual(when)
  })

  test('yesterday is London’s, also on the night the clocks change', () => {
    expect(whenItHappened({ when: 'yesterday' }, new Date('2027-03-28T23:30:00Z'))).toEqual({
      happenedAt: '2027-03-28',
    })
  })

  test.each([
    ['the first time', '2026-10-25T00:40:00Z', '01:30', { happenedAt: '2026-10-25T01:30' }],
    ['the second time, of the first', '2026-10-25T01:10:00Z', '01:30', { happenedAt: '2026-10-25T01:30' }],
    ['before the first', '2026-10-25T00:20:00Z', '01:30', { fault: 'when-future' }],
    ['after both, of what is to come', '2026-10-25T02:10:00Z', '02:30', { fault: 'when-future' }],
  ])('the hour that comes twice in October is not the future: %s', (_, now, time, when) => {
    expect(whenItHappened({ when: 'today', time }, new Date(now))).toEqual(when)
  })

  test('what is written in the second of the two is the newer, in the log and at the desk', async () => {
    const world = await testWorld({ families: true, at: '2027-10-31T00:50:00Z' })
    const opens = await speaker(world, kelly)
    for (const words of ['ten to two', 'ten past one, again']) {
      const at = await opens()
      const own = { result: 'worry' as const, words, language: 'en', sharedWith: 'worker' as const }
      await recordCheckIn(world, at.member, at.plan, own, at.press())
      world.clock.forward({ minutes: 20 })
    }
    const newest = ['ten past one, again', 'ten to two']
    expect((await ownLog(world, await opens())).flatMap(({ words }) => words ?? []).slice(0, 2)).toEqual(newest)
    const { first } = await deskOf(world, 'priya')
    expect(first.slice(0, 2).map(({ words }) => words)).toEqual(newest)
  })

  test('the form keeps to it, and says which field is not right', async () => {
    const world = await testWorld({ families: true })
    const plan = await viewOf(world, kelly)
    const typed = { when: 'other', date: '2026-12-01', words: 'x'.repeat(2001) }
    expect(checkInFrom(typed, plan, world.now())).toEqual({
      faults: { result: 'choice-missing', words: 'words-long', date: 'when-future' },
    })
  })
})

describe('what somebody typed', () => {
  test.each([
    ['emoji alone are words', '😀👍🏽👨‍👩‍👧', '😀👍🏽👨‍👩‍👧'],
    ['Urdu keeps its joiners and marks', 'میں نے‌ کہا\u200f!', 'میں نے‌ کہا\u200f!'],
    ['lines stay lines', ' one\r\ntwo\rthree ', 'one\ntwo\nthree'],
    ['what turns text round goes, the text stays', 'ab\u202Ecd\u2066ef\u0000\u0007', 'abcdef'],
    ['nothing but blanks is nothing', ' \r\n\t ', ''],
  ])('%s', (_what, typed, kept) => {
    expect(ownWords(typed)).toBe(kept)
  })

  test('no letter, digit, sign or emoji is ever lost, and tidying twice is tidying once', () => {
    const said = fc.string({ unit: 'grapheme', maxLength: 200 })
    fc.assert(
      fc.property(said, (typed) => {
        const kept = ownWords(typed)
        const visible = (text: string) =>
          [...text].filter((letter) => /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(letter)).join('')
        expect(visible(kept)).toBe(visible(typed))
        expect(ownWords(kept)).toBe(kept)
      }),
    )
  })
})
