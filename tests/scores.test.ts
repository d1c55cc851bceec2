import { describe, expect, test } from 'vitest'
import { alsoSaidBy } from '#app/domain/access/read-log'
import { revoke } from '#app/domain/coming-in/ending'
import type { FamilyFile } from '#app/domain/plan/case-file'
import { exportFamily } from '#app/domain/record/export'
import { publishVersion } from '#app/domain/record/publish'
import { ownScales, recordScore, scoreFrom, scoreIn } from '#app/domain/said/scores'
import { publicIds, said } from '#db/schema'
import { bev, craig, danny, kacper, kelly, toni } from './cast'
import { personOf } from './coming-in'
import { served } from './served'
import { caseFile } from './situation'
import { type AtAForm, saidBy, speaker, theOne, viewOf } from './speaking'
import { visitor, wordsOn } from './visit'
import { type TestWorld, testWorld } from './world'

const first = ({ plan }: Pick<AtAForm, 'plan'>) => theOne(ownScales(plan)[0])

function score(world: TestWorld, at: AtAForm, value: number, words = '', oneUp = '') {
  return recordScore(world, at.member, at.plan, first(at), { value, words, oneUp, language: 'en' }, at.press(words))
}

describe('where somebody thinks things are', () => {
  test('is kept with both of their sentences; the newest counts and the ones before stay', async () => {
    const world = await testWorld({ families: true })
    const opens = await speaker(world, kelly)
    expect(await score(world, await opens(), 6.5, 'I sleep again.', 'One weekend alone.')).toMatchObject({
      is: 'saved',
    })
    expect(first(await opens()).mine).toMatchObject({
      value: 6.5,
      words: 'I sleep again.',
      oneUp: 'One weekend alone.',
    })
    const { said } = await exportFamily(world, kelly.family)
    const kellys = said?.scores?.filter(({ by }) => by === 'kelly').map(({ value }) => value)
    expect(kellys).toEqual([6, 6.5])
  })

  test('given anew, and answered by the worker: its author finds all of it among what they said earlier', async () => {
    const world = await testWorld({ families: true })
    const opens = await speaker(world, toni)
    await score(world, await opens(), 6.5, 'She laughs again.', 'A quiet Sunday.')
    const [row] = await saidBy(world, toni)
    const on = '2026-11-23T11:00'
    const reply = { id: 'back', to: theOne(row).id, by: 'priya', on, words: 'Good to hear.' }
    const ofReply = { familyId: theOne(row).familyId, id: 'back', kind: 'replies' as const, by: 'priya' }
    const beside = async () => (await alsoSaidBy(world, (await opens()).plan)).words
    expect(await beside()).toEqual([])
    await world.db.write((db) => [
      db.insert(said).values({ ...ofReply, about: reply.to, savedAt: `${on}:00.000Z`, entry: reply }),
      db.insert(publicIds).values({ familyId: ofReply.familyId, itemId: 'back', publicId: 'public-back' }),
    ])
    const all = { words: 'She laughs again.', oneUp: 'A quiet Sunday.', replies: [{ words: 'Good to hear.' }] }
    expect(await beside()).toMatchObject([all])
    const { member, plan } = await opens()
    const browser = visitor(await served(world), { language: 'en' })
    browser.cookies.set('__Host-session', member.value)
    const page = await browser.get(`/p/${plan.id}/log`)
    for (const words of ['She laughs again.', 'A quiet Sunday.', 'Good to hear.'])
      expect(wordsOn(page.html)).toContain(words)
    world.clock.forward({ days: 30 })
    await score(world, await opens(), 7)
    expect(await beside()).toMatchObject([all])
  })

  test('opens the others’ numbers to whoever gave their own', async () => {
    const world = await testWorld({ families: true })
    const opens = await speaker(world, toni)
    expect(first(await opens()).others).toEqual([])
    await score(world, await opens(), 5)
    expect(first(await opens()).others.map(({ by }) => by.name)).toEqual(expect.arrayContaining(['Kelly', 'Danny']))
  })

  test('is asked of nobody who does not see both ends', async () => {
    const world = await testWorld({ families: true })
    const scales = async (who: typeof kelly) => ownScales(await viewOf(world, who))
    expect(await scales(bev)).toEqual([])
    expect(await scales(kacper)).toEqual([])
    expect(await scales(danny)).toHaveLength(1)
    for (const worry of await scales(craig))
      expect(worry).toMatchObject({ zero: expect.anything(), ten: expect.anything() })
  })

  test('a young person gives one when the worker has opened the ends, and the worker alone reads it', async () => {
    const world = await testWorld({ families: true })
    const opens = await speaker(world, kacper)
    const { member } = await opens()
    const { said: _said, ...document } = caseFile('wojcik')
    const opened: FamilyFile = document
    theOne(opened.plan.worries[0]).endsOpenToChildren = true
    await publishVersion(world, member.familyId, opened, { by: 'olu', endorsedBy: 'joan' })
    await score(world, await opens(), 3, 'It is quieter.')
    const [row] = await saidBy(world, kacper)
    expect(row?.entry).toMatchObject({ value: 3, words: 'It is quieter.', sharedWith: 'worker' })
  })

  test('fifty presses make one; none after the membership ended', async () => {
    const world = await testWorld({ families: true })
    const at = await (await speaker(world, kelly))()
    await Promise.all(Array.from({ length: 50 }, () => score(world, at, 7)))
    expect(await saidBy(world, kelly)).toHaveLength(1)
    const again = await (await speaker(world, danny))()
    await revoke(world, await personOf(world, danny))
    expect(await score(world, again, 7)).toEqual({ is: 'not-a-member' })
    expect(await saidBy(world, danny)).toEqual([])
  })
})

test.each([
  ['0', 0],
  ['6.5', 6.5],
  ['6,5', 6.5],
  ['10', 10],
  ['', undefined],
  [' ', undefined],
  ['-1', undefined],
  ['10.5', undefined],
  ['6.3', undefined],
  ['Infinity', undefined],
  ['six', undefined],
])('“%s” is %s', (typed, value) => {
  expect(scoreIn(typed)).toBe(value)
})

test('the form says what is missing', async () => {
  const world = await testWorld({ families: true })
  const plan = await viewOf(world, kelly)
  expect(scoreFrom({ words: 'fine', wordsUp: 'x'.repeat(2001) }, plan)).toEqual({
    faults: { value: 'value-missing', wordsUp: 'words-long' },
  })
  expect(scoreFrom({ value: '4.5', sharedWith: 'worker' }, plan)).toMatchObject({ value: 4.5, sharedWith: 'worker' })
  expect(scoreFrom({ value: '6', half: '0.5' }, plan)).toMatchObject({ value: 6.5 })
  // Ten and a half there is none: the number is asked again.
  expect(scoreFrom({ value: '10', half: '0.5' }, plan)).toMatchObject({ faults: { value: 'value-missing' } })
})
