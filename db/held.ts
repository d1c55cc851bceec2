import type { Client } from '@libsql/client'
import { DatabaseLost, lossIn } from './database-trouble'

/** Whether a database is still the one that was opened. */
export type Held = {
  /** Throws `DatabaseLost` from the moment on at which the database is not ours any more. */
  check: () => void
  /** From now on it is lost, because of this; the first reason stays. Gives what is to be thrown. */
  lose: (why: string) => DatabaseLost
  /** Why it is lost. */
  lost: () => string | undefined
  /** Whether a path leads to one of its files. */
  holds: (path: string) => boolean
}

/** Held until it is lost. `told` hears why, once; `aside` does what can be done then, and says it. */
export function held(told: (why: string) => void, aside: () => string = () => ''): Omit<Held, 'holds'> {
  let lost: DatabaseLost | undefined
  return {
    check: () => {
      if (lost) throw lost
    },
    lose: (reason) => {
      if (!lost) {
        const why = reason + aside()
        lost = new DatabaseLost(why)
        told(why)
      }
      return lost
    },
    lost: () => lost?.message,
  }
}

/** After an error that tells of a loss nothing more is asked of the client: all that comes rejects with `DatabaseLost`. */
export function watch(client: Client, held: Held): void {
  for (const method of ['execute', 'batch'] as const) {
    const ask = client[method].bind(client) as (...asked: unknown[]) => Promise<never>
    client[method] = async (...asked: unknown[]) => {
      const lost = held.lost()
      if (lost) throw held.lose(lost)
      try {
        return await ask(...asked)
      } catch (error) {
        const why = lossIn(error)
        throw why ? held.lose(why) : error
      }
    }
  }
}
