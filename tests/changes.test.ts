/** What changed, for each reader alone, as their own views of two versions tell it. */
import { describe, expect, test } from 'vitest'
import type { ChangedPart } from '#app/domain/access/changes'
import { changedSinceAnswered, changesFor } from '#app/domain/access/read-changes'
import { standingOf } from '#app/domain/access/standing'
import { noteLook } from '#app/domain/coming-in/looks'
import { ownCommitments, recordAnswer } from '#app/domain/said/answers'
import { narrowings } from '#db/schema'
import * as cast from './cast'
import { familyIdOf } from './desk-world'
import { publish as publishSoon, rule, task } from './new-version'
import { speaker, theOne, viewOf } from './speaking'
import { type TestWorld, testWorld } from './world'

/** On the next day. */
const publish = (world: TestWorld, ...rest: Rest) => {
  world.clock.forward({ hours: 23 })
  return publishSoon(world, ...rest)
}
type Rest = Parameters<typeof publishSoon> extends [TestWorld, ...infer Others] ? Others : never

const says = (value: ChangedPart['now']) =>
  value?.is === 'words'
    ? 'text' in value.words && value.words.text
    : value?.is === 'people'
      ? value.people.map(({ name }) => name).join(' ')
      : value && JSON.stringify(value)
/** What somebody is told: "A was → is". */
async function told(world: TestWorld, who: cast.CastMember) {
  const { unread } = await changesFor(world, await viewOf(world, who))
  return unread.flatMap(({ is, parts, on }) =>
    parts.map(({ part, was, now }) => `${on} ${is} ${part}: ${says(was) ?? '-'} → ${says(now) ?? '-'}`),
  )
}

describe('a rule and a task change', () => {
  test('Kelly, Toni and Bev are each told of their own alone, old words and new, with the day', async () => {
    const world = await testWorld({ families: true })
    for (const who of [cast.kelly, cast.toni, cast.bev]) await speaker(world, who)
    await publish(world, cast.marsh, rule('A-R3', 'No alcohol in the flat, and none in the shed.'))
    const changed =
      '2026-11-24 changed words: There is no alcohol in the flat. → No alcohol in the flat, and none in the shed.'
    expect(await told(world, cast.kelly)).toEqual([changed])
    // Bev makes sure of this rule.
    expect(await told(world, cast.bev)).toEqual([changed])
    await publish(
      world,
      cast.marsh,
      rule('A-R3', 'No alcohol in the flat, and none in the shed.'),
      task('A-C3', { when: 'school days 08:10' }),
    )
    expect(await told(world, cast.bev)).toEqual([
      changed,
      '2026-11-25 changed when: school days 08:20 → school days 08:10',
    ])
  })

  test('what is not Bev’s is nothing to her', async () => {
    const world = await testWorld({ families: true })
    for (const who of [cast.kelly, cast.bev]) await speaker(world, who)
    await publish(world, cast.marsh, task('A-C5', { text: 'Go to the Tuesday recovery group.' }))
    expect(await told(world, cast.kelly)).toHaveLength(1)
    expect(await changesFor(world, await viewOf(world, cast.bev))).toEqual({ unread: [], earlier: [], tasksGone: 0 })
  })

  test('another person does it: who is told, and by name only of whom the reader still reads of', async () => {
    const world = await testWorld({ families: true })
    for (const who of [cast.kelly, cast.toni]) await speaker(world, who)
    await publish(world, cast.marsh, task('A-C2', { person: 'danny', backup: 'toni' }))
    expect(await told(world, cast.kelly)).toEqual([
      '2026-11-24 changed who: Toni → Danny',
      '2026-11-24 changed backup: Danny → Toni',
    ])
  })
})

test('what was read is told no more, and stays to be found; who comes in later is told of nothing before', async () => {
  const world = await testWorld({ families: true })
  const opens = await speaker(world, cast.kelly)
  await publish(world, cast.marsh, rule('A-R3', 'No alcohol in the flat or the shed.'))
  await speaker(world, cast.toni)
  expect(await told(world, cast.toni)).toEqual([])
  const { member, plan } = await opens()
  const { unread } = await changesFor(world, plan)
  expect(unread).toHaveLength(1)
  const familyId = await familyIdOf(world, cast.marsh)
  const [version] = (await standingOf(world, familyId))?.versions ?? []
  await noteLook(world, { session: member, did: 'changes.viewed', about: version?.id })
  const after = await changesFor(world, await viewOf(world, cast.kelly))
  expect(after.unread).toEqual([])
  expect(after.earlier.map(({ on }) => on)).toEqual(['2026-11-24'])
  // Changed and changed back: nothing is left to tell.
  await publish(world, cast.marsh, rule('A-R3', 'Another thing.'))
  await publish(world, cast.marsh, rule('A-R3', 'No alcohol in the flat or the shed.'))
  expect(await told(world, cast.kelly)).toEqual([])
})

describe('what is shut now', () => {
  test('is spoken of in no change, whenever it was shut, and leaves the same silence as what was taken out', async () => {
    const worlds = await Promise.all(['shut', 'out'].map(() => testWorld({ families: true })))
    const [shut, out] = [theOne(worlds[0]), theOne(worlds[1])]
    for (const world of worlds) await speaker(world, cast.craig)
    const other = rule('B-R3', 'Dad sees Maisie and Toby on Saturdays.')
    await publish(shut, cast.harker, other, ({ plan }) => {
      theOne(plan.rules.find(({ id }) => id === 'B-R4')).hiddenFrom = ['craigs-side']
    })
    await publish(out, cast.harker, other, ({ plan }) => {
      plan.rules = plan.rules.filter(({ id }) => id !== 'B-R4')
    })
    const [one, two] = await Promise.all(
      worlds.map(async (world) => {
        const plan = await viewOf(world, cast.craig)
        return [plan, await changesFor(world, plan)]
      }),
    )
    expect(JSON.stringify(one).replaceAll(/"id":"[^"]*"/g, '')).toBe(
      JSON.stringify(two).replaceAll(/"id":"[^"]*"/g, ''),
    )
  })

  test('a narrowing holds for the words before too', async () => {
    const world = await testWorld({ families: true })
    await speaker(world, cast.kelly)
    await publish(world, cast.marsh, rule('A-R3', 'Changed.'))
    const familyId = await familyIdOf(world, cast.marsh)
    const row = { familyId, itemId: 'A-R3', shutTo: 'kelly', at: world.now().toISOString(), by: 'priya' }
    await world.db.write((db) => [db.insert(narrowings).values(row)])
    expect(await told(world, cast.kelly)).toEqual([])
  })

  test('old words that would tell it are not shown: the new stand alone', async () => {
    const world = await testWorld({ families: true })
    const bev = (await (await speaker(world, cast.bev))()).member
    await publish(world, cast.marsh, rule('A-R3', 'Ask Marcus before you drink.'))
    expect(await told(world, cast.bev)).toEqual([
      '2026-11-24 changed words: There is no alcohol in the flat. → Ask Marcus before you drink.',
    ])
    await publish(world, cast.marsh, rule('A-R3', 'Ask before you drink.'))
    const familyId = await familyIdOf(world, cast.marsh)
    const row = { familyId, itemId: 'marcus', shutTo: 'bev', at: world.now().toISOString(), by: 'priya' }
    await world.db.write((db) => [db.insert(narrowings).values(row)])
    const plan = await viewOf(world, cast.bev)
    // As if she had read the version in between.
    const [, second] = (await standingOf(world, familyId))?.versions ?? []
    await noteLook(world, { session: bev, did: 'changes.viewed', about: second?.id })
    const { unread } = await changesFor(world, plan)
    expect(unread[0]?.parts.map(({ was, now }) => [was, says(now)])).toEqual([[undefined, 'Ask before you drink.']])
  })
})

test('an answer stays while the words do, and is asked again with what changed; also one that came with the file', async () => {
  const world = await testWorld({ families: true })
  const opens = await speaker(world, cast.bev)
  const { member, plan, press } = await opens()
  const item = theOne(ownCommitments(plan)[0])
  await recordAnswer(world, member, plan, item, { choice: 'yes' }, press())
  await publish(world, cast.marsh, rule('A-R3', 'Changed.'))
  expect(ownCommitments(await viewOf(world, cast.bev))[0]?.answer?.stale).toBeUndefined()
  await publish(world, cast.marsh, task('A-C3', { when: 'school days 08:10' }))
  const now = await viewOf(world, cast.bev)
  expect(ownCommitments(now)[0]?.answer).toMatchObject({ choice: 'yes', stale: true })
  const parts = await changedSinceAnswered(world, now)
  expect(parts[item.id]?.map(({ was, now }) => [says(was), says(now)])).toEqual([
    ['school days 08:20', 'school days 08:10'],
  ])
  const kelly = await viewOf(world, cast.kelly)
  const given = kelly.commitments.find(({ mine, answer }) => mine && answer)
  expect(given?.answer?.stale).toBeUndefined()
  await publish(world, cast.marsh, task('A-C5', { text: 'Go to the Tuesday recovery group.' }))
  const asked = await viewOf(world, cast.kelly)
  expect(ownCommitments(asked).find(({ id }) => id === given?.id)?.answer?.stale).toBe(true)
})
