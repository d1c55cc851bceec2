import { setImmediate as breath, setTimeout as wait } from 'node:timers/promises'
import { causes, DatabaseBusy, DatabaseUnwritable, whyNoAnswer, whyUnwritable } from './database-trouble'

/** How long a write waits for a lock, in milliseconds. */
export type Limits = {
  /** Behind a lock that does not open all give up together … */
  nothingGotThrough: number
  /** … while others get through, a write in a long queue waits on, but not for ever. */
  longest: number
}

export const LIMITS: Limits = { nothingGotThrough: 5_000, longest: 20_000 }

/** What waits: a client of the database, say. `retry` readies it for the next try. */
type Waiting = { retry: () => Promise<void>; closed: () => boolean }

/**
 * Does `work`, and again (the whole of it) when another process was in the way, until it is through, or nothing has
 * got through for five seconds, or it has been twenty since it was `asked` for (or what `limits` says): then
 * `DatabaseBusy`. `DatabaseUnwritable` when waiting is of no use.
 *
 * A client that once met a lock fails every later batch ("SQL statements in progress") until it is reconnected:
 * https://github.com/tursodatabase/libsql-client-ts/issues/352. And libSQL's own waiting would stop the event loop,
 * so clients are made with `timeout: 0` and the waiting is done here.
 */
export function patience({ retry, closed }: Waiting, random: (bytes: number) => Buffer, limits: Limits = LIMITS) {
  let lastThrough = 0
  return async <R>(work: () => Promise<R>, asked = performance.now()): Promise<R> => {
    for (;;) {
      try {
        const result = await work()
        lastThrough = performance.now()
        return result
      } catch (error) {
        const unwritable = whyUnwritable(error)
        if (unwritable) throw new DatabaseUnwritable(unwritable, { cause: error })
        if (!anotherProcessWasInTheWay(error) || closed()) throw error
        await retry()
        const now = performance.now()
        const stuck = now - Math.max(asked, lastThrough) > limits.nothingGotThrough
        if (stuck || now - asked > limits.longest) throw new DatabaseBusy(whyNoAnswer(error))
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

/** It holds the lock; or the server is gone, or starts anew; or it wrote the next row of the audit trail, or migrated, between our look and our write. */
function anotherProcessWasInTheWay(error: unknown): boolean {
  return (
    causes(error).some((cause) => cause.code === 'SQLITE_BUSY') ||
    whyNoAnswer(error) !== undefined ||
    wasThereAlready(error, 'audit.chain, audit.seq')
  )
}
