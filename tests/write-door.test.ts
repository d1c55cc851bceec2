import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { asc, eq, sql } from 'drizzle-orm'
import { afterEach, describe, expect, inject, test } from 'vitest'
import { DatabaseBusy, type Drizzle, openDatabase, wasThereAlready } from '#db/client.server'
import { assignments, demoPhone, formTickets, stamp } from '#db/schema'
import { kelly } from './cast'
import { IMPATIENT, seededRandom, type TestWorld, testWorld } from './world'

const lockers: ChildProcess[] = []
afterEach(() => {
  for (const locker of lockers.splice(0)) locker.kill()
})

/** Another program, with the file locked when this resolves. */
async function locker(world: TestWorld, how: 'keep' | 'once') {
  const child = fork('tests/locker.mjs', [`file:${world.file}`, how])
  lockers.push(child)
  await once(child, 'message')
  return child
}

const text = (id: string) => ({ id, to: kelly.phone, body: 'Hello', at: '2026-11-23T10:00:00.000Z', status: 'sent' })
const write = (world: TestWorld, id: string) => world.db.write((db) => [db.insert(demoPhone).values(text(id))])

describe('while another program locks the file', () => {
  test('two hundred writes at once are all kept, and nothing else in the program waits for them', async () => {
    const world = await testWorld()
    await locker(world, 'keep')
    let turns = 0
    let isOver = false
    const turn = () => {
      turns++
      if (!isOver) setImmediate(turn)
    }
    setImmediate(turn)

    let tries = 0
    const keep = (id: string) =>
      world.db.write((db) => {
        tries++
        return [db.insert(demoPhone).values(text(id))]
      })
    await Promise.all(Array.from({ length: 200 }, (_, n) => keep(`text-${n}`)))

    isOver = true
    expect(await world.db.read.$count(demoPhone)).toBe(200)
    expect(tries, 'some met the lock').toBeGreaterThan(200)
    expect(turns, 'and each of them let the others go on meanwhile').toBeGreaterThan(tries - 200)
  })

  test('reading goes on, a lock that never opens is given up on, and the very next write after it succeeds', async () => {
    const world = await testWorld({ limits: IMPATIENT })
    await write(world, 'before')
    const other = await locker(world, 'once')

    const answers = Promise.allSettled(Array.from({ length: 20 }, (_, n) => write(world, `lost-${n}`)))
    expect(await world.db.read.$count(demoPhone)).toBe(1)
    for (const answer of await answers) {
      expect(answer).toMatchObject({ status: 'rejected', reason: expect.any(DatabaseBusy) })
    }

    other.send('let go')
    await once(other, 'exit')
    await write(world, 'after')
    expect(await world.db.read.$count(demoPhone)).toBe(2)
  })

  test('a write of several statements that met the lock is done once, whole', async () => {
    const world = await testWorld()
    const other = await locker(world, 'once')
    let tries = 0
    const written = world.db.write((db) => {
      tries++
      if (tries === 2) other.send('let go')
      return [db.insert(demoPhone).values(text('one')), db.insert(demoPhone).values(text('two'))]
    })
    await written
    expect(tries).toBeGreaterThan(1)
    expect(await world.db.read.$count(demoPhone)).toBe(2)
  })
})

describe('a write', () => {
  test('is all or nothing', async () => {
    const world = await testWorld()
    const twice = world.db.write((db) => [
      db.insert(demoPhone).values(text('one')),
      db.insert(demoPhone).values(text('two')),
      db.insert(demoPhone).values(text('one')),
    ])
    await expect(twice).rejects.toThrow()
    expect(await world.db.read.$count(demoPhone)).toBe(0)
    await write(world, 'next')
    expect(await world.db.read.$count(demoPhone)).toBe(1)
  })

  test('comes in the order of asking, and sees what the one before wrote', async () => {
    const world = await testWorld()
    const count = (db: Drizzle) => db.$count(demoPhone)
    await Promise.all(
      Array.from({ length: 30 }, () =>
        world.db.write(async (db) => [db.insert(demoPhone).values(text(String(100 + (await count(db)))))]),
      ),
    )
    const ids = await world.db.read.select({ id: demoPhone.id }).from(demoPhone).orderBy(asc(demoPhone.id))
    expect(ids.map(({ id }) => Number(id))).toEqual(Array.from({ length: 30 }, (_, n) => 100 + n))
  })

  test('lets others be served before the next in a long queue', async () => {
    const world = await testWorld()
    let served = false
    setImmediate(() => {
      served = true
    })
    await Promise.all([
      write(world, 'one'),
      write(world, 'two'),
      write(world, 'three').then(() => expect(served).toBe(true)),
    ])
  })

  test('gives what its statements give', async () => {
    const world = await testWorld()
    const [inserted, changed, rows] = await world.db.write((db) => [
      db.insert(demoPhone).values(text('one')).returning({ id: demoPhone.id }),
      db.update(demoPhone).set({ status: 'read' }).where(eq(demoPhone.id, 'one')),
      db.select({ status: demoPhone.status }).from(demoPhone),
    ])
    expect(inserted).toEqual([{ id: 'one' }])
    expect(changed.rowsAffected).toBe(1)
    expect(rows).toEqual([{ status: 'read' }])
  })

  test('cannot name a family or a worker that is not there', async () => {
    const world = await testWorld()
    const row = { familyId: 'nobody', staffId: 'nobody', as: 'worker' as const, from: '2026-11-23T10:00:00.000Z' }
    await expect(world.db.write((db) => [db.insert(assignments).values(row)])).rejects.toThrow(/FOREIGN KEY/)
  })

  test('keeps what stands behind a NUL, where SQLite would end the text', async () => {
    const world = await testWorld()
    await world.db.write((db) => [db.insert(demoPhone).values({ ...text('nul'), body: 'help\0me he is here' })])
    expect(await world.db.read.select({ body: demoPhone.body }).from(demoPhone)).toEqual([
      { body: 'helpme he is here' },
    ])
  })

  test('says which key was there already', async () => {
    const world = await testWorld()
    const ticket = { ticket: '1.abc', usedAt: '2026-11-23T10:00:00.000Z', sentHash: 'abc', leadTo: '/home' }
    const use = () => world.db.write((db) => [db.insert(formTickets).values(ticket)])
    await use()
    const error = await use().catch((error: unknown) => error)
    expect(wasThereAlready(error, 'form_tickets.ticket')).toBe(true)
    expect(wasThereAlready(error, 'audit.id')).toBe(false)
  })
})

test('every connection, new ones too, has WAL, synchronous=FULL and foreign keys', async () => {
  const world = await testWorld()
  const settings = {
    wal: sql`(select journal_mode from pragma_journal_mode)`,
    synchronous: sql`(select synchronous from pragma_synchronous)`,
    foreignKeys: sql`(select foreign_keys from pragma_foreign_keys)`,
  }
  const asAgreed = [{ wal: 'wal', synchronous: 2, foreignKeys: 1 }]
  const ofTheWriter = async () => (await world.db.write((db) => [db.select(settings).from(stamp)]))[0]
  expect(await ofTheWriter()).toEqual(asAgreed)
  expect(await world.db.read.select(settings).from(stamp)).toEqual(asAgreed)

  const other = await locker(world, 'once')
  let tries = 0
  const afterTheLock = world.db.write((db) => {
    if (++tries === 1) other.send('let go')
    return [db.insert(demoPhone).values(text('one')), db.select(settings).from(stamp)]
  })
  expect((await afterTheLock)[1]).toEqual(asAgreed)
})

describe('opening', () => {
  const at = new Date('2026-11-23T10:00:00Z')
  const place = (name: string) => join(mkdtempSync(join(inject('runFolder'), 'open-')), name)
  const open = (path: string, options: { key?: string; mode?: 'demo' | 'live' } = {}) =>
    openDatabase({ url: `file:${path}`, mode: 'demo', now: () => at, random: seededRandom('open'), ...options })

  test('with a key, nothing on the disk can be read, and only the same key opens it again', async () => {
    const path = place('portal.db')
    const first = await open(path, { key: 'the right key' })
    await first.write((db) => [db.insert(demoPhone).values(text('Poppy could get out'))])
    const files = [path, `${path}-wal`].filter(existsSync)
    expect(files).toHaveLength(2)
    for (const file of files) {
      const bytes = readFileSync(file)
      expect(bytes.includes('SQLite format')).toBe(false)
      expect(bytes.includes('Poppy could get out')).toBe(false)
      expect(bytes.includes('demo_phone')).toBe(false)
    }
    await first.close()

    await expect(open(path, { key: 'a wrong key' })).rejects.toThrow('DATABASE_KEY is not the key of this database.')
    await expect(open(path)).rejects.toThrow('This database is encrypted (or is not a database)')
    const again = await open(path, { key: 'the right key' })
    expect(await again.read.$count(demoPhone)).toBe(1)
    await again.close()
  })

  test('a key is refused for a database that has none', async () => {
    const path = place('portal.db')
    const plain = await open(path)
    await plain.close()
    await expect(open(path, { key: 'a key' })).rejects.toThrow(
      'DATABASE_KEY is set, but this database is not encrypted',
    )
  })

  test('a place that cannot be written is refused by its name', async () => {
    const notAFolder = place('a-file')
    writeFileSync(notAFolder, '')
    await expect(open(join(notAFolder, 'portal.db'))).rejects.toThrow(
      `The portal cannot write to the folder ${notAFolder}`,
    )
  })

  test('a database that is a folder is refused', async () => {
    const path = place('portal.db')
    mkdirSync(path)
    await expect(open(path)).rejects.toThrow(`The portal cannot write to the folder ${dirname(path)}`)
  })

  test('the demo does not open a live database, nor live use a demo one', async () => {
    const path = place('portal.db')
    const live = await open(path, { mode: 'live' })
    await live.close()
    await expect(open(path)).rejects.toThrow('This database is in live use')
    const other = place('portal.db')
    const demo = await open(other)
    expect(await demo.read.select().from(stamp)).toMatchObject([{ id: 1, mode: 'demo', madeAt: at.toISOString() }])
    await demo.close()
    await expect(open(other, { mode: 'live' })).rejects.toThrow('This database was made for the demo')
  })

  test('a database that is there opens beside a program that has it locked', async () => {
    const world = await testWorld()
    await locker(world, 'once')
    const beside = await open(world.file)
    expect(await beside.read.$count(stamp)).toBe(1)
    await beside.close()
  })

  test('two programs may make the same database at once', async () => {
    const path = place('portal.db')
    const databases = await Promise.all([open(path), open(path), open(path)])
    for (const [n, database] of databases.entries()) {
      await database.write((db) => [db.insert(demoPhone).values(text(`from ${n}`))])
    }
    expect(await databases[0].read.$count(demoPhone)).toBe(3)
    for (const database of databases) await database.close()
  })
})
