/** What goes wrong with a database that was opened well, by what it means for whoever asked. */

/** The lock did not open in time. Nothing was written: whoever asked gives the words back. */
export class DatabaseBusy extends Error {
  override name = 'DatabaseBusy'
  constructor() {
    super('The database stayed locked. Nothing was written.')
  }
}

/** It can be read and not written: the disk is full, the file is read-only. Nothing was written. */
export class DatabaseUnwritable extends Error {
  override name = 'DatabaseUnwritable'
}

/** It is not there any more as it was opened. What was written cannot be promised, and nothing more is read or written. */
export class DatabaseLost extends Error {
  override name = 'DatabaseLost'
}

/** Why a database is lost when SQLite says this, as a sentence for the operator: it, or its disk, can no longer be trusted. */
export function lossIn(error: unknown): string | undefined {
  for (const { code, extendedCode } of causes(error)) {
    if (extendedCode === 'SQLITE_READONLY_DBMOVED') return 'The database file was moved or replaced.'
    if (code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB') return `The database file is damaged (${code}).`
    if (code === 'SQLITE_IOERR') return `The disk of the database gave an error (${extendedCode ?? code}).`
  }
}

/** Why nothing can be written when SQLite says this. */
export function whyUnwritable(error: unknown): string | undefined {
  for (const { code, message } of causes(error)) {
    if (code === 'SQLITE_FULL') return 'The disk is full. Nothing was written.'
    if (code === 'SQLITE_READONLY') return 'The database file is read-only. Nothing was written.'
    // A new connection; libSQL gives this error no code.
    if (message.includes('Unable to open connection')) return 'The database file cannot be opened. Nothing was written.'
  }
}

/** drizzle and the client each wrap what SQLite said. */
export function causes(error: unknown): { message: string; code?: unknown; extendedCode?: unknown }[] {
  return error instanceof Error ? [error, ...causes(error.cause)] : []
}
