/**
 * Copies of a database file, made by SQLite itself beside whoever has it open: never by reading the file. A copy is a
 * file of its own that nobody has open, and only such a file is opened, moved or deleted here.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Client, createClient } from '@libsql/client'
import { type Column, getTableColumns, getTableName } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import Connection from 'libsql'
import { DatabaseRefused, pathOf } from './database-file'
import { causes } from './database-trouble'
import { type Drizzle, withSchema } from './drizzle'

/** Reading a copy, and nothing else. */
export type Copy = {
  read: Pick<Drizzle, 'select' | 'selectDistinct' | 'query' | '$count'>
  /** What SQLite finds wrong in it, in its own words; nothing in a whole one. */
  faults: () => Promise<string[]>
  /** How many rows each of its tables has. */
  counts: () => Promise<Record<string, number>>
  /** Writes it to a new file, under this key or none. */
  writeTo: (path: string, key: string | undefined) => Promise<void>
  close: () => void
}

/** Has SQLite write a copy of what stands at this moment. Whoever writes meanwhile is not kept waiting. */
export async function copyInto(client: Client, path: string, key: string | undefined): Promise<void> {
  const url = pathToFileURL(path)
  // Left out, the copy would be under the key of what it is made from.
  url.searchParams.set('key', key ?? '')
  await client.execute({ sql: 'VACUUM INTO ?', args: [url.href.replaceAll('+', '%20')] })
}

/** Opens a copy that nobody else has open. Throws `DatabaseRefused` when it is none, or has another key. */
export async function openCopy(path: string, key: string | undefined): Promise<Copy> {
  if (!existsSync(path)) throw new DatabaseRefused(`There is no copy at ${path}.`)
  // A connection under another key that is the last to close writes rubbish from a WAL into its file (`database-file.ts`).
  if (existsSync(`${path}-wal`))
    throw new DatabaseRefused(`${path} is no copy but a database, with a -wal beside it: it is not touched.`)
  const client = createClient({ url: pathToFileURL(path).href, encryptionKey: key, timeout: 0, concurrency: 1 })
  const list = async (sql: string) => (await client.execute(sql)).rows.map((row) => String(row[0]))
  try {
    await client.execute('select 1 from stamp')
  } catch (error) {
    client.close()
    throw new DatabaseRefused(`${path} is not a copy of the portal’s database, or not under this key.`, {
      cause: error,
    })
  }
  return {
    read: withSchema(client),
    faults: async () => [
      ...(await list('PRAGMA integrity_check')).filter((said) => said !== 'ok'),
      ...(await list('PRAGMA foreign_key_check')).map((table) => `A row of ${table} leads nowhere.`),
    ],
    counts: async () => {
      const tables = await list(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite%' order by name",
      )
      return Object.fromEntries(
        await Promise.all(
          tables.map(async (table) => [table, Number((await list(`select count(*) from "${table}"`))[0])]),
        ),
      )
    },
    writeTo: (to, as) => copyInto(client, to, as),
    close: () => client.close(),
  }
}

/** Gives a finished copy its name, once every byte of it is on the disk. */
export function keep(made: string, as: string): void {
  flush(made)
  renameSync(made, as)
  flush(dirname(as))
}

function flush(path: string) {
  const file = openSync(path, 'r')
  fsyncSync(file)
  closeSync(file)
}

export const isThere = (path: string): boolean => existsSync(path)
export const sizeOf = (path: string): number => statSync(path).size

/** Deletes a copy, and what SQLite may have laid beside it. */
export function discard(path: string): void {
  for (const file of [path, `${path}-wal`, `${path}-shm`, `${path}-journal`]) rmSync(file, { force: true })
}

/** A database file that nobody else has open, and nobody can open until it is let go. */
export type Held = {
  /** All the rows of a table; what a portal before this one did not write is null. Throws when it cannot be read. */
  rows: <T extends SQLiteTable>(table: T) => T['$inferSelect'][]
  letGo: () => void
}

/**
 * Takes a database file for itself. Only the last connection to it can leave WAL mode, which folds the WAL into the file:
 * so SQLite says whether a portal still runs on it. Undefined when there is no such file; throws `DatabaseRefused` when
 * somebody has it open.
 */
export function takeAlone(url: string, key: string | undefined): Held | undefined {
  const path = pathOf(url)
  if (!existsSync(path)) return undefined
  const connection = new Connection(path, { timeout: 0, ...(key && { encryptionKey: key }) })
  try {
    connection.exec('PRAGMA locking_mode=EXCLUSIVE')
    connection.exec('PRAGMA journal_mode=DELETE')
    connection.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    connection.close()
    const isBusy = causes(error).some(({ code, message }) => code === 'SQLITE_BUSY' || /locked/.test(message))
    throw new DatabaseRefused(
      isBusy
        ? 'A portal has this database open: stop every one of them first.'
        : 'The database that is there cannot be opened with DATABASE_KEY: move it away, with its -wal and -shm, first.',
    )
  }
  return {
    rows: (table) => {
      const columns = Object.entries(getTableColumns(table))
      return connection
        .prepare(`select * from "${getTableName(table)}"`)
        .all()
        .map((row) => {
          const kept = Object(row)
          return Object.fromEntries(columns.map(([name, column]) => [name, readAs(column, kept[toSnakeCase(name)])]))
        })
    },
    letGo: () => void connection.close(),
  }
}

const readAs = (column: Column, kept: unknown) => (kept == null ? null : column.mapFromDriverValue(kept))

/** Where a database file lies, or would, whatever link leads to it. */
export function placeOf(url: string): string {
  const path = pathOf(url)
  return existsSync(path) ? realpathSync(path) : path
}

/**
 * Puts a finished copy in a database's place, which stays beside it as `aside`. There is never no file at the place; and
 * what a file that is gone left there would be written into the new one, and goes aside too.
 */
export function putInPlace(made: string, place: string, aside: string): void {
  for (const beside of ['-wal', '-shm', '-journal'])
    if (existsSync(place + beside)) renameSync(place + beside, aside + beside)
  if (existsSync(place)) linkSync(place, aside)
  keep(made, place)
}
