import { setImmediate as breath, setTimeout as wait } from 'node:timers/promises'
import type { Client } from '@libsql/client'

/** The lock did not open in time. Nothing was written: whoever asked gives the words back. */
export class DatabaseBusy extends Error {
  override name = 'DatabaseBusy'
  constructor() {
    super('The database stayed locked. Nothing was written.')
  }
}

/** Behind a lock that does not open all give up together; while others get through, a write in a long queue waits on. */
const NOTHING_GOT_THROUGH_MS = 5_000
const LONGEST_WAIT_MS = 20_000

/**
 * Does `work`, and again (the whole of it) when another process was in the way, until it is through, or nothing has
 * got through for five seconds, or it has been twenty since it was `asked` for: then `DatabaseBusy`.
 *
 * A client that once met a lock fails every later batch ("SQL statements in progress") until it is reconnected:
 * https://github.com/tursodatabase/libsql-client-ts/issues/352. And libSQL's own waiting would stop the event loop,
 * so clients are made with `timeout: 0` and the waiting is done here.
 */
export function patience(client: Client, random: (bytes: number) => Buffer) {
  let lastThrough = 0
  return async <R>(work: () => Promise<R>, asked = performance.now()): Promise<R> => {
    for (;;) {
      try {
        const result = await work()
        lastThrough = performance.now()
        return result
      } catch (error) {
        if (!anotherProcessWasInTheWay(error) || client.closed) throw error
        if (client.protocol === 'file') await client.reconnect()
        const now = performance.now()
        const stuck = now - Math.max(asked, lastThrough) > NOTHING_GOT_THROUGH_MS
        if (stuck || now - asked > LONGEST_WAIT_MS) throw new DatabaseBusy()
        await wait(20 + (80 * random(1).readUInt8()) / 255)
      }
    }
  }
}

/** One after another in the order of asking. Between two, the event loop serves whoever else is waiting. */
export function inTurn() {
  let turn: Promise<unknown> = Promise.resolve()
  return <R>(work: () => Promise<R>): Promise<R> => {
    const mine = turn.then(work)
    const pause = () => breath()
    turn = mine.then(pause, pause)
    return mine
  }
}

/** Whether a write failed because a row with this key was there already. `key` as SQLite names it: `form_tickets.ticket`. */
export function wasThereAlready(error: unknown, key: string): boolean {
  return causes(error).some((cause) => cause.message.endsWith(`UNIQUE constraint failed: ${key}`))
}

/** It holds the lock; or it wrote the next row of the audit trail, or migrated, between our look and our write. */
function anotherProcessWasInTheWay(error: unknown): boolean {
  return (
    causes(error).some((cause) => cause.code === 'SQLITE_BUSY' || /table `?\w+`? already exists/.test(cause.message)) ||
    wasThereAlready(error, 'audit.chain, audit.seq')
  )
}

/** drizzle and the client each wrap what SQLite said. */
function causes(error: unknown): { message: string; code?: unknown }[] {
  return error instanceof Error ? [error, ...causes(error.cause)] : []
}
