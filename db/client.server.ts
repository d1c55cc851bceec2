import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { type Client, createClient } from '@libsql/client'
import type { BatchItem, BatchResponse } from 'drizzle-orm/batch'
import { drizzle } from 'drizzle-orm/libsql'
import { migrate } from 'drizzle-orm/libsql/migrator'
import { checkDatabaseFile, DatabaseRefused } from './database-file'
import * as schema from './schema'
import { inTurn, patience } from './write-door'

export { DatabaseRefused } from './database-file'
export { DatabaseBusy, wasThereAlready } from './write-door'

/** One statement of a write: what drizzle builds, not awaited. */
export type Statement = BatchItem<'sqlite'>
/** What a write builds its statements with. */
export type Drizzle = ReturnType<typeof withSchema>

export type Database = {
  /** Only reads: no write compiles here. A reader is never kept waiting by a lock, because the file is in WAL mode. */
  read: Pick<Drizzle, 'select' | 'selectDistinct' | 'query' | '$count'>
  /**
   * The one way to write: all the statements or none, on disk when it resolves. `build` runs when its turn has come,
   * and again for every new try, so it reads with the `db` it is given and does nothing else. Rejects with
   * `DatabaseBusy` when another process kept the file locked too long.
   */
  write<const T extends readonly Statement[]>(build: (db: Drizzle) => T | Promise<T>): Promise<BatchResponse<T>>
  /** A file holds everything by then, and needs no WAL beside it: whoever copies it copies it whole. */
  close(): Promise<void>
}

/** Reading, inside a write or outside. */
export type Reads = Pick<Database['read'], 'select' | '$count'>

type Options = {
  /** `file:…`, or `ws(s)://…` of a libSQL server. */
  url: string
  authToken?: string
  /** Encrypts a file, on the disk and in its WAL. */
  key?: string
  mode: 'demo' | 'live'
  now: () => Date
  random: (bytes: number) => Buffer
}

/**
 * Opens the database, makes it when there is none, and brings its tables up to date. Every connection to a file has
 * `journal_mode=WAL`, `synchronous=FULL` and `foreign_keys=ON`: the last two are libSQL's defaults, which a test holds
 * it to. Rejects with `DatabaseRefused`.
 */
export async function openDatabase({ url, authToken, key, mode, now, random }: Options): Promise<Database> {
  if (!/^(file|wss?|https?|libsql):/.test(url)) {
    throw new DatabaseRefused('DATABASE_URL must start with file:, ws:// or wss://.')
  }
  const embedded = url.startsWith('file:')
  if (embedded) checkDatabaseFile(url, key)
  else if (key) throw new DatabaseRefused('DATABASE_KEY is for a database file: start without the key.')

  // Two clients on a file, so that the writer's reconnecting cuts off no reader; one connection each, since every
  // call to a file is synchronous and more would only mean more caches.
  const open = () =>
    createClient(embedded ? { url, encryptionKey: key, timeout: 0, concurrency: 1 } : { url, authToken })
  const writer = open()
  const reader = embedded ? open() : writer
  const close = async () => {
    if (reader !== writer) reader.close()
    // SQLite's own tidying waits for statements that only the garbage collector lets go.
    if (embedded && !writer.closed) await writer.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    writer.close()
  }
  const db = withSchema(writer)
  const patiently = patience(writer, random)
  const door = embedded ? inTurn() : <R>(work: () => Promise<R>) => work()
  try {
    await patiently(() => prepare(writer, db, { embedded, mode, now }))
    await patiently(() => reader.execute('select 1 from stamp'))
  } catch (error) {
    for (const client of [writer, reader]) client.close()
    if (hasCode(error, 'SQLITE_NOTADB')) throw new DatabaseRefused('DATABASE_KEY is not the key of this database.')
    throw error
  }
  return {
    read: withSchema(reader),
    write: (build) => {
      const asked = performance.now()
      return door(() => patiently(async () => batch(db, await build(db)), asked))
    },
    close,
  }
}

function withSchema(client: Client) {
  return drizzle({ client, schema, casing: 'snake_case' })
}

async function batch<T extends readonly Statement[]>(db: Drizzle, statements: T): Promise<BatchResponse<T>> {
  const results: unknown = await db.batch(statements as unknown as [Statement, ...Statement[]])
  return results as BatchResponse<T>
}

/** The stamp is read before anything is changed: the demo must not migrate a live database. */
async function prepare(client: Client, db: Drizzle, as: { embedded: boolean } & Pick<Options, 'mode' | 'now'>) {
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
async function isStamped(db: Drizzle, mode: Options['mode']): Promise<boolean> {
  const [stamp] = await db.select().from(schema.stamp)
  if (!stamp || stamp.mode === mode) return stamp !== undefined
  throw new DatabaseRefused(
    stamp.mode === 'demo'
      ? 'This database was made for the demo: name another in DATABASE_URL for live use.'
      : 'This database is in live use: name another in DATABASE_URL for the demo.',
  )
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && (('code' in error && error.code === code) || hasCode(error.cause, code))
}
