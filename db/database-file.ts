/**
 * The one place of the portal that looks at the database file beside SQLite. It never opens it: a plain open and close
 * of the file, in any thread, drops every lock this process has on it (https://www.sqlite.org/howtocorrupt.html, 2.2),
 * and the next process to close then deletes the live WAL. Names, sizes and inode numbers are read without opening.
 */
import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Connection from 'libsql'

/** The database cannot be used as asked. The message is one plain sentence for the operator. */
export class DatabaseRefused extends Error {
  override name = 'DatabaseRefused'
}

/** Where a `file:` URL leads. */
export const pathOf = (url: string): string =>
  decodeURIComponent(url.slice('file:'.length).replace(/^\/\/(localhost)?(?=\/)/, ''))

/**
 * Makes the folder when it is missing, and refuses what could not work: a place that cannot be written, a key for a
 * database that has none, no key or a wrong one for one that has. Throws SQLite's own error when another process has
 * the file locked.
 *
 * A connection that is the last to close folds the WAL into the file. One without a key copies the pages as they are;
 * one with a wrong key writes rubbish over them. So the key is tried only beside a connection without one, which
 * closes after it.
 */
export function checkDatabaseFile(url: string, key: string | undefined): void {
  const path = pathOf(url)
  makeFolder(dirname(path))
  const asItIs = open(path)
  try {
    const plain = canRead(asItIs)
    const isNew = statSync(path).size === 0
    if (plain && !isNew && key) {
      throw new DatabaseRefused('DATABASE_KEY is set, but this database is not encrypted: start without the key.')
    }
    if (!plain && !key) {
      throw new DatabaseRefused('This database is encrypted (or is not a database): set DATABASE_KEY to its key.')
    }
    if (!plain && !canOpenWith(path, key)) {
      throw new DatabaseRefused('DATABASE_KEY is not the key of this database.')
    }
  } finally {
    asItIs.close()
  }
}

function makeFolder(folder: string) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
  } catch {
    throw cannotWrite(folder)
  }
}

const cannotWrite = (folder: string) =>
  new DatabaseRefused(`The portal cannot write to the folder ${folder}: let it, or name another in DATABASE_URL.`)

function open(path: string, encryptionKey?: string) {
  try {
    return new Connection(path, { timeout: 0, ...(encryptionKey && { encryptionKey }) })
  } catch (error) {
    // SQLITE_CANTOPEN, which libSQL says in its message alone.
    if (error instanceof Error && /Unable to open connection.*: 14\b/.test(error.message))
      throw cannotWrite(dirname(path))
    throw error
  }
}

function canOpenWith(path: string, key: string | undefined): boolean {
  const connection = open(path, key)
  try {
    return canRead(connection)
  } finally {
    connection.close()
  }
}

/** To prepare a statement SQLite reads the schema. It is not run: what has run would keep the connection open. */
function canRead(connection: ReturnType<typeof open>): boolean {
  try {
    connection.prepare('select 1 from sqlite_master')
    return true
  } catch (error) {
    if (codeOf(error) === 'SQLITE_NOTADB') return false
    throw error
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)
