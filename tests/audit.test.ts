import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createClient } from '@libsql/client'
import { asc, count, eq, ne } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { auditRow, type Did, ifChanged, verifyAudit, writeAudited } from '#app/domain/trail/audit'
import { openDatabase } from '#db/client.server'
import { audit, demoPhone } from '#db/schema'
import { kelly } from './cast'
import { type TestWorld, testWorld } from './world'

const looked: Did = { who: `person:${kelly.id}`, did: 'looked at the plan' }
const text = (id: string) => ({ id, to: kelly.phone, body: 'Hello', at: '2026-11-23T10:00:00.000Z', status: 'sent' })
const statuses = (world: TestWorld) => world.db.read.select({ status: demoPhone.status }).from(demoPhone)

async function trail(world: TestWorld, rows: number) {
  for (let row = 0; row < rows; row++) await writeAudited(world, { ...looked, about: `item-${row}` }, () => [])
}

/** What someone with the file in their hands could do. */
async function tamper(world: TestWorld, ...statements: string[]) {
  const hands = createClient({ url: `file:${world.file}` })
  await hands.batch(statements, 'write')
  hands.close()
}

describe('the trail shows', () => {
  test('that nobody touched it', async () => {
    const world = await testWorld()
    expect(await verifyAudit(world)).toEqual({ rows: 0 })
    await trail(world, 5)
    expect(await verifyAudit(world)).toEqual({ rows: 5 })
  })

  test.each([
    ['a row that was changed', 3, ["update audit set who = 'staff:priya' where seq = 3"]],
    ['a time that was changed', 2, ["update audit set at = '2026-11-24T10:00:00.000Z' where seq = 2"]],
    ['a row that was taken out', 3, ['delete from audit where seq = 3']],
    ['a first row that was taken out', 1, ['delete from audit where seq = 1']],
    ['a last row that was taken out', 5, ['delete from audit where seq = 5']],
    ['that all of it was taken out', 1, ['delete from audit']],
    [
      'two rows that changed places',
      2,
      [
        'update audit set seq = 99 where seq = 2',
        'update audit set seq = 2 where seq = 3',
        'update audit set seq = 3 where seq = 99',
      ],
    ],
    [
      'a row that was taken out with the later ones moved up',
      3,
      [
        'delete from audit where seq = 3',
        'update audit set seq = 3 where seq = 4',
        'update audit set seq = 4 where seq = 5',
      ],
    ],
  ])('%s', async (_, brokenAt, statements) => {
    const world = await testWorld()
    await trail(world, 5)
    await tamper(world, ...statements)
    expect(await verifyAudit(world)).toEqual({ rows: brokenAt - 1, brokenAt })
  })
})

describe('a write and its row', () => {
  test('are both there, with who, what and when, in the order of writing', async () => {
    const world = await testWorld()
    const [result] = await writeAudited(world, looked, (db) => [db.insert(demoPhone).values(text('one'))])
    expect(result.rowsAffected).toBe(1)
    world.clock.forward({ minutes: 5 })
    await writeAudited(world, { who: 'staff:priya', did: 'invited', familyId: 'family', about: 'bev' }, () => [])
    const rows = await world.db.read.select().from(audit).orderBy(asc(audit.seq))
    expect(rows).toMatchObject([
      { seq: 1, prev: '', at: '2026-11-23T10:00:00.000Z', who: 'person:kelly', familyId: null, about: null },
      {
        seq: 2,
        prev: rows[0]?.hash,
        at: '2026-11-23T10:05:00.000Z',
        who: 'staff:priya',
        familyId: 'family',
        about: 'bev',
      },
    ])
  })

  test('are neither there when the write fails', async () => {
    const world = await testWorld()
    const twice = writeAudited(world, looked, (db) => [
      db.insert(demoPhone).values(text('one')),
      db.insert(demoPhone).values(text('one')),
    ])
    await expect(twice).rejects.toThrow(/UNIQUE/)
    expect(await world.db.read.$count(demoPhone)).toBe(0)
    expect(await verifyAudit(world)).toEqual({ rows: 0 })
  })

  test('with a condition, the row is there only if the write changed something', async () => {
    const world = await testWorld()
    await world.db.write((db) => [db.insert(demoPhone).values(text('one'))])
    const markRead = () =>
      writeAudited(
        world,
        looked,
        (db) => [db.update(demoPhone).set({ status: 'read' }).where(ne(demoPhone.status, 'read'))],
        { onlyIf: ifChanged },
      )
    expect((await markRead())[0].rowsAffected).toBe(1)
    expect((await markRead())[0].rowsAffected).toBe(0)
    expect(await statuses(world)).toEqual([{ status: 'read' }])
    expect(await verifyAudit(world)).toEqual({ rows: 1 })
    await trail(world, 1)
    expect(await verifyAudit(world)).toEqual({ rows: 2 })
  })
})

describe('one chain', () => {
  test('out of two hundred views at once', async () => {
    const world = await testWorld()
    await Promise.all(Array.from({ length: 200 }, () => writeAudited(world, looked, () => [])))
    expect(await verifyAudit(world)).toEqual({ rows: 200 })
  })

  test('when another process adds a row between our look and our write', async () => {
    const world = await testWorld()
    const { now, random } = world
    const other = { ...world, db: await openDatabase({ url: `file:${world.file}`, mode: 'demo', now, random }) }
    await trail(world, 1)
    let tries = 0
    await world.db.write(async (db) => {
      tries++
      const row = await auditRow(db, looked, '2026-11-23T10:00:00.000Z')
      if (tries === 1) await trail(other, 1)
      return [db.insert(demoPhone).values(text('one')), ...row]
    })
    await other.db.close()
    expect(tries).toBe(2)
    expect(await world.db.read.$count(demoPhone)).toBe(1)
    expect(await verifyAudit(world)).toEqual({ rows: 3 })
  })

  test('out of two processes writing as fast as they can', { timeout: 30_000 }, async () => {
    const world = await testWorld()
    const other = fork('tests/audit-writer.mjs', [`file:${world.file}`, '150'])
    await once(other, 'message')
    const ended = once(other, 'exit')
    other.send('begin')
    await trail(world, 150)
    expect(await ended).toEqual([0, null])
    expect(await verifyAudit(world)).toEqual({ rows: 300 })
    const [ours] = await world.db.read.select({ rows: count() }).from(audit).where(eq(audit.did, looked.did))
    expect(ours).toEqual({ rows: 150 })
  })
})
