/** What goes wrong with a database that was opened well, by what it means for whoever asked. */

/** The lock did not open in time. Nothing was written: whoever asked gives the words back. */
export class DatabaseBusy extends Error {
  override name = 'DatabaseBusy'
  constructor(why = 'The database stayed locked. Nothing was written.') {
    super(why)
  }
}

/** It can be read and not written: the disk is full, the file is read-only; or its server refuses us. Nothing was written. */
export class DatabaseUnwritable extends Error {
  override name = 'DatabaseUnwritable'
}

/** It is not there any more as it was opened. What was written cannot be promised, and nothing more is read or written. */
export class DatabaseLost extends Error {
  override name = 'DatabaseLost'
}

export const ANOTHER = 'The database is another than the one that was opened.'

/** Why a database is lost when SQLite says this, as a sentence for the operator: it, or its disk, can no longer be trusted. */
export function lossIn(error: unknown): string | undefined {
  for (const { message, code, extendedCode } of causes(error)) {
    if (extendedCode === 'SQLITE_READONLY_DBMOVED') return 'The database file was moved or replaced.'
    if (code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB') return `The database file is damaged (${code}).`
    if (message.includes('no such table: stamp')) return ANOTHER
    if (code === 'SQLITE_IOERR') return `The disk of the database gave an error (${extendedCode ?? code}).`
  }
}

/** Why nothing can be written when SQLite says this. */
export function whyUnwritable(error: unknown): string | undefined {
  for (const { code, message } of causes(error)) {
    if (code === 'SQLITE_FULL') return 'The disk is full. Nothing was written.'
    if (code === 'SQLITE_READONLY') return 'The database file is read-only. Nothing was written.'
    if (/^AUTH_/.test(`${code}`))
      return `The database server refuses DATABASE_AUTH_TOKEN (${code}). Nothing was written.`
    // A new connection; libSQL gives this error no code.
    if (message.includes('Unable to open connection')) return 'The database file cannot be opened. Nothing was written.'
  }
}

/** Of the client, when the way to a server breaks off, before it answered or in the middle. */
const BROKEN_OFF = ['HRANA_WEBSOCKET_ERROR', 'HRANA_CLOSED_ERROR', 'SERVER_ERROR', 'ECONNREFUSED', 'ECONNRESET']
/** A transaction that held up the others is taken from whoever began it. */
const TAKEN_AWAY = ['TRANSACTION_TIMEOUT', 'TRANSACTION_CLOSED']

/**
 * What is between us and a server, as a sentence for the operator. Whether what was sent has been done, nobody knows
 * then: so a write is one that may be sent twice.
 */
export function whyNoAnswer(error: unknown): string | undefined {
  for (const { message, code } of causes(error)) {
    if (TAKEN_AWAY.includes(`${code}`)) return 'The database server was too slow for one of our writes.'
    if (error instanceof NoAnswer) return error.message
    // What it says last is nearest to the cause.
    if (BROKEN_OFF.includes(`${code}`))
      return `The database server does not answer (${message.replace(/^[A-Z_]+: /, '')}).`
  }
}

/** A server said nothing for so long that it is taken for gone. */
export class NoAnswer extends Error {
  constructor() {
    super('The database server does not answer (it keeps silent).')
  }
}

/** drizzle and the client each wrap what SQLite said. */
export function causes(error: unknown): { message: string; code?: unknown; extendedCode?: unknown }[] {
  return error instanceof Error ? [error, ...causes(error.cause)] : []
}
