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
  await migrate(db, { migrationsFolder: dirname(dirname(journal)) })
  if (stamped) return
  await db.insert(schema.stamp).values({ id: 1, mode: as.mode, madeAt: as.now().toISOString() }).onConflictDoNothing()
  await isStamped(db, as.mode)
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
