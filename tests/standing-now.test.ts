/** What is kept in memory of a family holds for exactly as long as nothing of it is written. */
import { expect, test } from 'vitest'
import { planFor } from '#app/domain/access/read-plan'
import { newestIn } from '#app/domain/access/spoken'
import { standingOf } from '#app/domain/access/standing'
import { ownCommitments, recordAnswer } from '#app/domain/said/answers'
import * as cast from './cast'
import { personOf } from './coming-in'
import { speaker, theOne, viewOf } from './speaking'
import { testWorld } from './world'

/** A version's document and its public ids never change, and who a family is does not either. */
const NEVER_CHANGE = ['families', 'public_ids', 'json_each']
/** Written by a trigger with the entry it tells of. */
const FOLLOW = { newest_said: 'said' }

test('whatever a page of a family is read from raises the family’s revision with every write', async () => {
  const world = await testWorld({ families: true })
  const { familyId } = await personOf(world, cast.kelly)
  const before = world.asked.length
  await Promise.all([standingOf(world, familyId), newestIn(world, familyId)])
  const asked = world.asked.slice(before).join('\n')
  const read = [...asked.matchAll(/(?:from|join) "?([a-z_]+)"?(?=[\s),])/g)].map(([, table]) => table ?? '')
  const tables = [...new Set(read.map((table) => (table in FOLLOW ? FOLLOW.newest_said : table)))]
  expect(tables.length).toBeGreaterThan(6)
  const client = world.hands()
  const triggers = (await client.execute("select name from sqlite_master where type = 'trigger'")).rows.map(
    ({ name }) => name,
  )
  for (const table of tables.filter((one) => !NEVER_CHANGE.includes(one))) {
    const writes = table === 'staff' ? ['update'] : ['insert', 'update', 'delete']
    for (const write of writes) expect(triggers, `${write} of ${table}`).toContain(`raises_revision_${table}_${write}`)
  }
  const revision = async () =>
    Number(
      (await client.execute({ sql: 'select revision from families where id = ?', args: [familyId] })).rows[0]?.revision,
    )
  const at = '2026-11-23T10:00:00.000Z'
  const writes = [
    `insert into narrowings (family_id, item_id, shut_to, at, by) values ('${familyId}', 'A-R3', 'bev', '${at}', 'priya')`,
    `update narrowings set shut_to = 'toni' where family_id = '${familyId}'`,
    `delete from narrowings where family_id = '${familyId}'`,
    `update people set phone = '+447700900199' where family_id = '${familyId}' and person_id = 'bev'`,
    `update assignments set until = '2027-01-01' where family_id = '${familyId}'`,
    `update staff set name = 'Priya N' where id = 'priya'`,
    `insert into seen (family_id, said_id, by, at) values ('${familyId}', 'K6', 'priya', '${at}')`,
    `update said set ring_me = 1 where family_id = '${familyId}' and id = 'K6'`,
  ]
  for (const sql of writes) {
    const was = await revision()
    await client.execute(sql)
    expect(await revision(), sql).toBeGreaterThan(was)
  }
  client.close()
})

test('what is kept is asked for again after a write, by this process or another, and when a worker’s time is over', async () => {
  const world = await testWorld({ families: true })
  const { familyId } = await personOf(world, cast.kelly)
  const opens = await speaker(world, cast.kelly)
  const at = await opens()
  const answers = async () => ownCommitments(await viewOf(world, cast.kelly)).map(({ answer }) => answer?.words)
  expect(await answers()).not.toContain('Yes, I go.')
  const again = world.asked.length
  await viewOf(world, cast.kelly)
  expect(world.asked.slice(again).join('\n')).not.toContain('newest_said')
  const own = { choice: 'yes' as const, words: 'Yes, I go.', language: 'en' }
  await recordAnswer(world, at.member, at.plan, theOne(ownCommitments(at.plan)[0]), own, at.press())
  expect(await answers()).toContain('Yes, I go.')

  const other = world.hands()
  await other.execute(
    `insert into narrowings (family_id, item_id, shut_to, at, by) values ('${familyId}', 'A-R3', 'kelly', '2026-11-23T10:00:00.000Z', 'priya')`,
  )
  expect(JSON.stringify(await viewOf(world, cast.kelly))).not.toContain('There is no alcohol')
  await other.execute({
    sql: `update assignments set until = '2026-11-24T00:00:00.000Z' where family_id = ? and "as" = 'worker'`,
    args: [familyId],
  })
  await other.execute({
    sql: `insert into assignments (family_id, staff_id, "as", "from") values (?, 'olu', 'worker', '2026-11-24T00:00:00.000Z')`,
    args: [familyId],
  })
  other.close()
  const worker = async () => (await planFor(world, { familyId, personId: 'kelly', language: 'en' }))?.worker.name
  expect(await worker()).toBe('Priya')
  world.clock.set('2026-11-24T09:00:00Z')
  expect(await worker()).toBe('Olu')
})
