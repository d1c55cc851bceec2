import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { earlierAnswers } from '#app/domain/access/read-log'
import { sourceOf } from '#app/domain/access/read-plan'
import { revoke } from '#app/domain/coming-in/ending'
import type { Choice } from '#app/domain/plan/case-file'
import { exportFamily } from '#app/domain/record/export'
import { publishVersion } from '#app/domain/record/publish'
import { answerFrom, ownCommitments, recordAnswer } from '#app/domain/said/answers'
import { verifyAudit } from '#app/domain/trail/audit'
import { audit, formTickets, publicIds, said } from '#db/schema'
import { bev, craig, danny, kacper, kelly, nasreen, toni } from './cast'
import { personOf } from './coming-in'
import { caseFile } from './situation'
import { type AtAForm, saidBy, speaker, theOne, viewOf } from './speaking'
import { type TestWorld, testWorld } from './world'

const first = ({ plan }: AtAForm) => theOne(ownCommitments(plan)[0])

function answer(world: TestWorld, at: AtAForm, choice: Choice, words = '') {
  return recordAnswer(world, at.member, at.plan, first(at), { choice, words, language: 'en' }, at.press(choice + words))
}

describe('what somebody said they will do', () => {
  test('is tied to the words, the version and the language they read', async () => {
    const world = await testWorld({ families: true })
    const at = await (await speaker(world, kelly))()
    expect(await answer(world, at, 'yes-but', 'Not when I am on nights.')).toMatchObject({ is: 'saved' })
    const [row] = await saidBy(world, kelly)
    expect(row).toMatchObject({
      kind: 'answers',
      about: 'A-C5',
      versionId: sourceOf(at.plan).versionId,
      textRead: 'Go to the Monday recovery group.\nMondays 10:00',
      languageRead: 'en',
      entry: {
        ...{ by: 'kelly', about: 'A-C5', choice: 'yes-but', on: '2026-11-23T10:00', sharedWith: 'inner' },
        ...{ words: 'Not when I am on nights.', language: 'en' },
      },
    })
  })

  test('Nasreen read a draft in Urdu: it is tied to the English it translates, and says that she read Urdu', async () => {
    const world = await testWorld({ families: true })
    const at = await (await speaker(world, nasreen, 'ur'))()
    await answer(world, at, 'yes')
    expect(await saidBy(world, nasreen)).toMatchObject([
      { languageRead: 'ur', textRead: 'Look for the red cup. Make a hot meal on Thursdays.\ndaily 16:00; Thu 17:00' },
    ])
  })

  test('stays when it is changed: the newest counts, and the ones before are shown to them', async () => {
    const world = await testWorld({ families: true })
    const opens = await speaker(world, kelly)
    await answer(world, await opens(), 'no', 'I cannot.')
    world.clock.forward({ hours: 2 })
    await answer(world, await opens(), 'yes', 'I can after all.')
    const at = await opens()
    const { answer: now } = first(at)
    const { answers: earlier } = await earlierAnswers(world, at.plan, first(at))
    expect(now).toMatchObject({ choice: 'yes', words: 'I can after all.', on: '2026-11-23T12:00' })
    expect(earlier.map(({ choice, words }) => [choice, words])).toEqual([
      ['no', 'I cannot.'],
      ['yes', 'It helps.'],
    ])
  })

  test('the newest counts on a machine whose clock was put back, whoever may read it', async () => {
    const world = await testWorld({ families: true })
    const opens = await speaker(world, kelly)
    await answer(world, await opens(), 'yes', 'I will.')
    const { plan, member, press } = await opens()
    world.clock.forward({ minutes: -20 })
    const item = first({ plan, member, press })
    const own = { choice: 'no', words: 'I cannot.', language: 'en', sharedWith: 'worker' } as const
    expect(await recordAnswer(world, member, plan, item, own, press('no'))).toMatchObject({ is: 'saved' })
    expect(first(await opens()).answer).toMatchObject({ choice: 'no', words: 'I cannot.', on: '2026-11-23T09:40' })
    const [earlier] = (await earlierAnswers(world, (await opens()).plan, first(await opens()))).answers
    expect(earlier).toMatchObject({ choice: 'yes', words: 'I will.' })
  })

  test.each([
    [
      'the words',
      (item: { text: string; when: string }) => Object.assign(item, { text: 'Go to the group twice a week.' }),
    ],
    ['the time', (item: { text: string; when: string }) => Object.assign(item, { when: 'Mondays and Fridays 10:00' })],
  ])('is asked again when %s changed, and only then', async (_what, change) => {
    const world = await testWorld({ families: true })
    const opens = await speaker(world, kelly)
    const at = await opens()
    await answer(world, at, 'yes')
    const { said: _said, ...document } = caseFile('marsh')
    const hands = { by: 'priya', endorsedBy: 'joan' }
    document.plan.rules.pop()
    await publishVersion(world, at.member.familyId, document, hands)
    expect(first(await opens()).answer).not.toHaveProperty('stale')
    change(theOne(document.plan.commitments.find(({ id }) => id === 'A-C5')))
    await publishVersion(world, at.member.familyId, document, hands)
    expect(first(await opens()).answer).toMatchObject({ choice: 'yes', stale: true })
  })

  test('comes out with the family’s file, as the file writes answers', async () => {
    const world = await testWorld({ families: true })
    await answer(world, await (await speaker(world, bev))(), 'not-now', 'Ask me after Christmas 🎄')
    const { said: exported } = await exportFamily(world, bev.family)
    expect(exported?.answers?.at(-1)).toMatchObject({ about: 'A-C3', by: 'bev', words: 'Ask me after Christmas 🎄' })
  })

  test('is nobody else’s to give, and a young person and someone under an order are asked only for their own', async () => {
    const world = await testWorld({ families: true })
    const mine = async (who: typeof kelly) => ownCommitments(await viewOf(world, who))
    expect((await mine(danny)).map(({ words }) => words)).toEqual([
      { text: 'Be in charge Friday tea to Sunday tea.', language: 'en' },
    ])
    expect((await mine(craig)).map(({ words }) => words)).toEqual([{ text: 'Go to the course.', language: 'en' }])
    expect(await mine(kacper)).toEqual([])

    const kellys = await (await speaker(world, kelly))()
    const tonis = await (await speaker(world, toni))()
    const byAnother = recordAnswer(world, tonis.member, kellys.plan, first(kellys), { choice: 'yes' }, tonis.press())
    await expect(byAnother).rejects.toThrow(TypeError)
  })
})

describe('a press of the button', () => {
  test('fifty at once make one answer, and lead to one thank-you page', async () => {
    const world = await testWorld({ families: true })
    const at = await (await speaker(world, kelly))()
    const told = await Promise.all(Array.from({ length: 50 }, () => answer(world, at, 'yes', 'I will go.')))
    expect(told.filter(({ is }) => is === 'saved')).toHaveLength(1)
    expect(told.filter(({ is }) => is === 'pressed-twice')).toHaveLength(49)
    expect(new Set(told.map((one) => 'leadTo' in one && one.leadTo)).size).toBe(1)
    expect(await saidBy(world, kelly)).toHaveLength(1)
  })

  test('the same button with other words saves nothing and says so', async () => {
    const world = await testWorld({ families: true })
    const at = await (await speaker(world, kelly))()
    await answer(world, at, 'yes', 'I will go.')
    expect(await answer(world, at, 'yes', 'I will go with Toni.')).toEqual({ is: 'other-words' })
    expect(await saidBy(world, kelly)).toHaveLength(1)
  })

  test('a button of a page that was somebody else’s saves nothing', async () => {
    const world = await testWorld({ families: true })
    const kellys = await (await speaker(world, kelly))()
    const tonis = await (await speaker(world, toni))()
    expect(await answer(world, { ...kellys, press: tonis.press }, 'yes')).toEqual({ is: 'old-page' })
    expect(await saidBy(world, kelly)).toEqual([])
  })

  test('after the page was opened the worker ended it all: nothing is saved, and nothing says it was', async () => {
    const world = await testWorld({ families: true })
    const at = await (await speaker(world, kelly))()
    const before = await world.db.read.$count(publicIds)
    await revoke(world, await personOf(world, kelly))
    expect(await answer(world, at, 'yes', 'I will go.')).toEqual({ is: 'not-a-member' })
    expect(await saidBy(world, kelly)).toEqual([])
    expect(await world.db.read.$count(publicIds)).toBe(before)
    const trail = await world.db.read.select().from(audit).where(eq(audit.did, 'answer.given'))
    expect(trail).toEqual([])
  })

  test('a revocation among fifty presses of fifty forms: what came before it is there, what came after is not', async () => {
    const world = await testWorld({ families: true })
    const at = await (await speaker(world, kelly))()
    const person = await personOf(world, kelly)
    const choice = { choice: 'yes', language: 'en' } as const
    const presses = Array.from(
      { length: 50 },
      (_, i) => () => recordAnswer(world, at.member, at.plan, first(at), choice, at.press('', `form-${i}`)),
    )
    const before = presses.slice(0, 25).map((press) => press())
    await before[0]
    const revoked = revoke(world, person)
    const told = await Promise.all([...before, ...presses.slice(25).map((press) => press())])
    await revoked
    const saved = told.filter(({ is }) => is === 'saved')
    expect(await saidBy(world, kelly)).toHaveLength(saved.length)
    expect(saved.length).toBeGreaterThan(0)
    expect(told.at(-1)).toEqual({ is: 'not-a-member' })
    const trail = (await world.db.read.select().from(audit).orderBy(audit.id)).map(({ did }) => did)
    expect(trail.lastIndexOf('answer.given')).toBeLessThan(trail.indexOf('person.revoked'))
    expect(trail.filter((did) => did === 'answer.given')).toHaveLength(saved.length)
  })

  test('leaves one row in the trail, without a word of what was said', async () => {
    const world = await testWorld({ families: true })
    await answer(world, await (await speaker(world, kelly))(), 'no', 'I am ashamed.')
    const trail = await world.db.read.select().from(audit).where(eq(audit.did, 'answer.given'))
    expect(trail).toMatchObject([{ who: 'person:kelly' }])
    expect(JSON.stringify(trail)).not.toContain('ashamed')
    expect(await verifyAudit(world)).not.toHaveProperty('brokenAt')
  })
})

test('whatever is answered in whatever order, nothing is ever changed or lost and the newest counts', async () => {
  const choices = fc.constantFrom<Choice>('yes', 'yes-but', 'not-now', 'no')
  const answers = fc.array(fc.tuple(choices, fc.string({ unit: 'grapheme', maxLength: 40 })), {
    minLength: 1,
    maxLength: 6,
  })
  const world = await testWorld({ families: true })
  const opens = await speaker(world, kelly)
  await fc.assert(
    fc.asyncProperty(answers, async (given) => {
      for (const [choice, words] of given) {
        const before = await world.db.read.select().from(said)
        world.clock.forward({ minutes: 1 })
        expect(await answer(world, await opens(), choice, words)).toMatchObject({ is: 'saved' })
        const after = await world.db.read.select().from(said)
        expect(after.slice(0, -1)).toEqual(before)
      }
      const [choice] = given.at(-1) ?? []
      expect(first(await opens()).answer?.choice).toBe(choice)
    }),
    { numRuns: 8 },
  )
  expect(await world.db.read.$count(formTickets)).toBe((await saidBy(world, kelly)).length)
})

test('the form says what is missing, and no choice is made for anybody', async () => {
  const world = await testWorld({ families: true })
  const { plan } = await (await speaker(world, kelly))()
  expect(answerFrom({ words: 'hello' }, plan)).toEqual({ faults: { choice: 'choice-missing' } })
  expect(answerFrom({ choice: 'maybe' }, plan)).toEqual({ faults: { choice: 'choice-missing' } })
  expect(answerFrom({ choice: 'no', words: 'x'.repeat(2001) }, plan)).toEqual({ faults: { words: 'words-long' } })
  expect(answerFrom({ choice: 'no', words: '🌻'.repeat(1000), sharedWith: 'everyone' }, plan)).toMatchObject({
    choice: 'no',
    sharedWith: 'inner',
  })
})
