import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { asc, count, eq, ne } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/libsql'
import { migrate } from 'drizzle-orm/libsql/migrator'
import { describe, expect, inject, test } from 'vitest'
import { auditRows, type Did, headsOf, ifChanged, lostSince, verifyAudit, writeAudited } from '#app/domain/trail/audit'
import { openDatabase } from '#db/client.server'
import { audit, demoPhone, families } from '#db/schema'
import { atTheEnd } from './at-the-end'
import { kelly } from './cast'
import { onFile } from './places'
import { type TestWorld, testWorld } from './world'

const looked: Did = { who: `person:${kelly.id}`, did: 'looked at the plan' }
const text = (id: string) => ({ id, to: kelly.phone, body: 'Hello', at: '2026-11-23T10:00:00.000Z', status: 'sent' })
const statuses = (world: TestWorld) => world.db.read.select({ status: demoPhone.status }).from(demoPhone)

async function trail(world: TestWorld, rows: number) {
  for (let row = 0; row < rows; row++) await writeAudited(world, { ...looked, about: `item-${row}` }, () => [])
}

/** What someone with the file in their hands could do. */
async function tamper(world: Pick<TestWorld, 'hands'>, ...statements: string[]) {
  const hands = world.hands()
  const guards = await hands.execute(
    "select name from sqlite_master where type = 'trigger' and tbl_name in ('audit', 'audit_heads') and name like 'audit_%'",
  )
  await hands.batch([...guards.rows.map(({ name }) => `drop trigger ${name}`), ...statements], 'write')
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
    expect(await verifyAudit(world)).toEqual({ rows: brokenAt - 1, chain: 'council', brokenAt })
  })
})

test('nothing in the database changes, takes out or shortens the trail, whatever asks it to', async () => {
  const world = await testWorld()
  await trail(world, 2)
  const hands = world.hands()
  for (const statement of [
    "update audit set did = 'nothing'",
    'delete from audit where seq = 2',
    'update audit_heads set seq = 1',
    'delete from audit_heads',
  ])
    await expect(hands.execute(statement), statement).rejects.toThrow(/trail/)
  hands.close()
  expect(await verifyAudit(world)).toEqual({ rows: 2 })
})

test('last rows that were cut off with their head show against heads that were kept elsewhere', async () => {
  const world = await testWorld()
  await trail(world, 5)
  const kept = await headsOf(world)
  await trail(world, 1)
  expect(await lostSince(world, kept)).toBeUndefined()
  const third = "(select hash from audit where chain = 'council' and seq = 3)"
  await tamper(world, 'delete from audit where seq > 3', `update audit_heads set seq = 3, hash = ${third}`)
  expect(await verifyAudit(world)).toEqual({ rows: 3 })
  expect(await lostSince(world, kept)).toEqual(kept[0])
})

describe('each family has a chain, and the council', () => {
  const inFamily = (world: TestWorld, familyId: string, rows: number) =>
    writeAudited(
      world,
      Array.from({ length: rows }, () => ({ ...looked, familyId })),
      () => [],
    )

  async function twoFamilies() {
    const world = await testWorld({ families: true })
    const [one, other] = await world.db.read.select().from(families).orderBy(asc(families.reference))
    if (!one || !other) throw new Error('There are no two families.')
    await inFamily(world, one.id, 3)
    await inFamily(world, other.id, 2)
    return { world, one: one.id, other: other.id }
  }

  test('so that what was done to one says nothing of the other', async () => {
    const { world, one, other } = await twoFamilies()
    const { rows } = await verifyAudit(world, { familyId: other })
    await tamper(world, `update audit set did = 'nothing' where chain = '${one}' and seq = 2`)
    expect(await verifyAudit(world)).toMatchObject({ chain: one, brokenAt: 2 })
    expect(await verifyAudit(world, { familyId: one })).toEqual({ rows: 1, chain: one, brokenAt: 2 })
    expect(await verifyAudit(world, { familyId: other })).toEqual({ rows })
  })

  test('and a row that was moved to another chain shows, and a chain that is gone with its head', async () => {
    const { world, one, other } = await twoFamilies()
    const moved = `(select max(id) from audit where chain = '${one}')`
    await tamper(world, `update audit set family_id = '${other}' where id = ${moved}`)
    expect(await verifyAudit(world)).toMatchObject({ chain: one })
    const again = await twoFamilies()
    await tamper(again.world, ...['audit', 'audit_heads'].map((t) => `delete from ${t} where chain = '${again.one}'`))
    expect(await verifyAudit(again.world)).toMatchObject({ chain: again.one, brokenAt: 1 })
  })

  test('rows of several families are written in one statement, each at the end of its chain', async () => {
    const { world, one, other } = await twoFamilies()
    const before = await verifyAudit(world)
    const dids = [one, other, one].map((familyId) => ({ ...looked, familyId }))
    const [statement, ...more] = await world.db.write((db) => auditRows(db, dids, world.now().toISOString()))
    expect(statement.rowsAffected).toBe(3)
    expect(more).toEqual([])
    expect(await verifyAudit(world)).toEqual({ rows: before.rows + 3 })
  })
})

test('a trail from when there was one chain for all can still be verified, and goes on in the new ones', async () => {
  const file = join(mkdtempSync(join(inject('runFolder'), 'before-')), 'portal.db')
  await migratedAsOf(4, file)
  const row = { seq: 1, at: '2026-11-23T10:00:00.000Z', who: 'system', familyId: 'one', did: 'started', about: null }
  const hash = createHash('sha256').update(JSON.stringify(row)).digest('base64url')
  await tamper(
    { hands: () => createClient({ url: `file:${file}` }) },
    `insert into audit (seq, prev, hash, at, who, family_id, did) values (1, '', '${hash}', '${row.at}', 'system', 'one', 'started')`,
  )
  const { now, random } = await testWorld()
  const db = await openDatabase({ url: `file:${file}`, mode: 'demo', now, random })
  atTheEnd(() => db.close())
  const world = { ...(await testWorld()), db }
  expect(await verifyAudit(world)).toEqual({ rows: 1 })
  await trail(world, 2)
  expect(await verifyAudit(world)).toEqual({ rows: 3 })
  await tamper(
    { hands: () => createClient({ url: `file:${file}` }) },
    "update audit set who = 'staff:priya' where chain = 'before'",
  )
  expect(await verifyAudit(world)).toEqual({ rows: 0, chain: 'before', brokenAt: 1 })
})

/** A database file as the first so many migrations left it. */
async function migratedAsOf(count: number, file: string) {
  const folder = mkdtempSync(join(inject('runFolder'), 'migrations-'))
  cpSync('db/migrations', folder, { recursive: true })
  const journal = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8'))
  writeFileSync(
    join(folder, 'meta/_journal.json'),
    JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }),
  )
  const client = createClient({ url: `file:${file}` })
  await migrate(drizzle({ client }), { migrationsFolder: folder })
  client.close()
}

describe('a write and its row', () => {
  test('are both there, with who, what and when, in the order of writing', async () => {
    const world = await testWorld()
    const [result] = await writeAudited(world, looked, (db) => [db.insert(demoPhone).values(text('one'))])
    expect(result.rowsAffected).toBe(1)
    world.clock.forward({ minutes: 5 })
    await writeAudited(world, { who: 'staff:priya', did: 'invited', about: 'bev' }, () => [])
    const rows = await world.db.read.select().from(audit).orderBy(asc(audit.id))
    expect(rows).toMatchObject([
      { seq: 1, prev: '', at: '2026-11-23T10:00:00.000Z', who: 'person:kelly', familyId: null, about: null },
      {
        seq: 2,
        prev: rows[0]?.hash,
        at: '2026-11-23T10:05:00.000Z',
        who: 'staff:priya',
        familyId: null,
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
    const other = { ...world, db: await openDatabase({ ...world.at, mode: 'demo', now, random }) }
    await trail(world, 1)
    let tries = 0
    await world.db.write(async (db) => {
      tries++
      const row = await auditRows(db, [looked], '2026-11-23T10:00:00.000Z')
      if (tries === 1) await trail(other, 1)
      return [db.insert(demoPhone).values(text('one')), ...row]
    })
    await other.db.close()
    expect(tries).toBe(2)
    expect(await world.db.read.$count(demoPhone)).toBe(1)
    expect(await verifyAudit(world)).toEqual({ rows: 3 })
  })

  test('and what a write looked at is looked at again when another process did something in the family meanwhile', async () => {
    const world = await testWorld({ families: true })
    const [family] = await world.db.read.select({ id: families.id }).from(families)
    const theirs: Did = { who: 'staff:tom', familyId: family?.id, did: 'narrowed' }
    const { now, random } = world
    const other = await openDatabase({ ...world.at, mode: 'demo', now, random })
    atTheEnd(() => other.close())
    let looks = 0
    await writeAudited(world, { ...theirs, who: 'staff:joan', did: 'published' }, async () => {
      looks++
      if (looks === 1) await writeAudited({ ...world, db: other }, theirs, () => [])
      return []
    })
    expect(looks).toBe(2)
    const done = await world.db.read
      .select({ did: audit.did })
      .from(audit)
      .where(eq(audit.familyId, family?.id ?? ''))
    expect(done.slice(-2)).toEqual([{ did: 'narrowed' }, { did: 'published' }])
  })

  onFile('out of two processes writing as fast as they can', { timeout: 30_000 }, async () => {
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
