import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, readSync } from 'node:fs'
import { dirname } from 'node:path'

/** The database cannot be used as asked. The message is one plain sentence for the operator. */
export class DatabaseRefused extends Error {
  override name = 'DatabaseRefused'
}

/**
 * Makes the folder when it is missing, and refuses what could not work: a place that cannot be written, a key for a
 * database that has none, no key for one that has. Whether a key is the right one only SQLite can tell.
 */
export function checkDatabaseFile(url: string, key: string | undefined): void {
  const path = decodeURIComponent(url.slice('file:'.length).replace(/^\/\/(?=\/)/, ''))
  const folder = dirname(path)
  let start: string
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
    start = existsSync(path) ? firstBytes(path) : ''
  } catch {
    throw new DatabaseRefused(
      `The portal cannot write to the folder ${folder}: let it, or name another in DATABASE_URL.`,
    )
  }
  const plain = start === 'SQLite format 3\0'
  if (start && plain && key) {
    throw new DatabaseRefused('DATABASE_KEY is set, but this database is not encrypted: start without the key.')
  }
  if (start && !plain && !key) {
    throw new DatabaseRefused('This database is encrypted (or is not a database): set DATABASE_KEY to its key.')
  }
}

function firstBytes(path: string): string {
  const file = openSync(path, 'r+')
  const bytes = Buffer.alloc(16)
  const length = readSync(file, bytes, 0, 16, 0)
  closeSync(file)
  return bytes.subarray(0, length).toString('latin1')
}
