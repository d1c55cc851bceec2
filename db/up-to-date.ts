import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { Client } from '@libsql/client'
import { migrate } from 'drizzle-orm/libsql/migrator'
import { DatabaseRefused } from './database-file'
import type { Drizzle } from './drizzle'
import * as schema from './schema'

type Mode = 'demo' | 'live'

/**
 * Brings the tables up to date and stamps a new database. The stamp is read before anything is changed: the demo must
 * not migrate a live database. Rejects with `DatabaseRefused`.
 */
export async function bringUpToDate(
  client: Client,
  db: Drizzle,
  as: { embedded: boolean; mode: Mode; now: () => Date },
) {
  const tables = await client.execute("select 1 from sqlite_master where type = 'table' and name = 'stamp'")
  const stamped = tables.rows.length > 0 && (await isStamped(db, as.mode))
  if (as.embedded) await client.execute('PRAGMA journal_mode=WAL')
  // Resolved by name, since the built program lies elsewhere than this file.
  const journal = createRequire(import.meta.url).resolve('#db/migrations/meta/_journal.json')
  await migrateOnce(client, () => migrate(db, { migrationsFolder: dirname(dirname(journal)) }))
  if (stamped) return
  await db.insert(schema.stamp).values({ id: 1, mode: as.mode, madeAt: as.now().toISOString() }).onConflictDoNothing()
  await isStamped(db, as.mode)
}

/**
 * All migrations there are in one transaction, or none; of two processes that begin at once, the later finds it done.
 * drizzle looks which are missing before it takes any lock, and would do some of them twice.
 */
async function migrateOnce(client: Client, migrate: () => Promise<void>): Promise<void> {
  const newest = await newestMigration(client)
  if (newest !== undefined) await client.execute(ONCE)
  try {
    await migrate()
  } catch (error) {
    // Another process was faster with them, or there is something wrong with them.
    if ((await newestMigration(client)) === newest) throw error
    return migrateOnce(client, migrate)
  }
  if (newest === undefined) await client.execute(ONCE)
}

const ONCE = 'CREATE UNIQUE INDEX IF NOT EXISTS `migrated_once` ON `__drizzle_migrations` (`created_at`)'

async function newestMigration(client: Client) {
  const [table] = (await client.execute("select 1 from sqlite_master where name = '__drizzle_migrations'")).rows
  if (!table) return undefined
  const [newest] = (await client.execute('select max(created_at) as at from __drizzle_migrations')).rows
  return newest?.at ?? undefined
}

/** Throws when it is stamped for the other side. */
async function isStamped(db: Drizzle, mode: Mode): Promise<boolean> {
  const [stamp] = await db.select({ mode: schema.stamp.mode }).from(schema.stamp)
  if (!stamp || stamp.mode === mode) return stamp !== undefined
  throw new DatabaseRefused(
    stamp.mode === 'demo'
      ? 'This database was made for the demo: name another in DATABASE_URL for live use.'
      : 'This database is in live use: name another in DATABASE_URL for the demo.',
  )
}
