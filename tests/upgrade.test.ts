/** A new version migrates under the one before it, which goes on serving until it is stopped. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql'
import { migrate } from 'drizzle-orm/libsql/migrator'
import { expect, inject, test } from 'vitest'
import { openDatabase } from '#db/client.server'
import { seededRandom } from './world'

/** The first schema a council could serve with. */
const FIRST = '0017_council_runs_it'

type Column = { table: string; name: string; type: string; must: boolean }

test(`from ${FIRST} on, what the version before reads and writes is still there after every migration`, async () => {
  const folder = mkdtempSync(join(inject('runFolder'), 'upgrade-'))
  const file = join(folder, 'portal.db')
  const journal = JSON.parse(readFileSync('db/migrations/meta/_journal.json', 'utf8'))
  const first = journal.entries.findIndex(({ tag }: { tag: string }) => tag === FIRST)
  const client = createClient({ url: `file:${file}` })
  const columns = async (): Promise<Column[]> => {
    const { rows } = await client.execute(
      `select t.name as "table", c.name, c.type, c."notnull" = 1 and c.dflt_value is null as must
       from sqlite_master t, pragma_table_info(t.name) c where t.type = 'table' and t.name not like 'sqlite%'`,
    )
    return rows.map((row) => ({
      ...{ table: `${row.table}`, name: `${row.name}`, type: `${row.type}` },
      must: row.must === 1,
    }))
  }
  let before: Column[] = []
  for (let last = first; last < journal.entries.length; last++) {
    const some = join(folder, `to-${last}`)
    cpSync('db/migrations', some, { recursive: true })
    writeFileSync(
      join(some, 'meta/_journal.json'),
      JSON.stringify({ ...journal, entries: journal.entries.slice(0, last + 1) }),
    )
    await migrate(drizzle(client), { migrationsFolder: some })
    const now = await columns()
    const key = ({ table, name, type }: Column) => `${table}.${name} ${type}`
    const there = new Set(now.map(key))
    const tables = new Set(before.map(({ table }) => table))
    const known = new Set(before.map(key))
    const { tag } = journal.entries[last]
    expect(
      before.map(key).filter((one) => !there.has(one)),
      `${tag} takes away`,
    ).toEqual([])
    // The version before writes rows without what it does not know.
    const asked = now.filter((one) => one.must && tables.has(one.table) && !known.has(key(one)))
    expect(asked.map(key), `${tag} asks of every row`).toEqual([])
    before = now
    if (last === first) {
      await client.execute("insert into stamp (id, mode, made_at) values (1, 'live', '2026-11-30T10:00:00.000Z')")
      await client.execute("insert into teams (id, name) values ('north', 'North')")
    }
  }
  client.close()
  const db = await openDatabase({ url: `file:${file}`, mode: 'live', now: () => new Date(), random: seededRandom('x') })
  expect(await db.read.query.teams.findMany()).toMatchObject([{ id: 'north', name: 'North' }])
  await db.close()
})
