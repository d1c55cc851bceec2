/**
 * Whether the files a database holds open are still those at their place. Somebody may move, replace or delete them
 * under a running portal, which would then write where nobody ever reads.
 *
 * Asked by inode number: `stat` opens nothing, and so drops no lock (see `database-file.ts`).
 */
import { realpathSync, statSync } from 'node:fs'
import type { Client } from '@libsql/client'
import { DatabaseLost, lossIn } from './database-trouble'

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

/** Of a database whose connections are open, so that all its files are there. `told` hears why, once, when it is lost. */
export function stillOurs(path: string, told: (why: string) => void): Held {
  // SQLite keeps the other two beside the file itself, wherever a link to it lies.
  const real = realpathSync(path)
  const files = Object.entries({ 'main file': path, 'file -wal': `${real}-wal`, 'file -shm': `${real}-shm` }).map(
    ([name, file]) => ({ name, file, is: identity(file) }),
  )
  let lost: DatabaseLost | undefined
  const lose = (why: string) => {
    if (!lost) {
      lost = new DatabaseLost(why)
      told(why)
    }
    return lost
  }
  const gone = () => files.find(({ file, is }) => is && identity(file) !== is)
  return {
    check: () => {
      const missing = lost ? undefined : gone()
      if (missing) lose(`The ${missing.name} of the database was moved, deleted or replaced under the portal.`)
      if (lost) throw lost
    },
    lose,
    lost: () => lost?.message,
    holds: (other) => files.some(({ is }) => is && is === identity(other)),
  }
}

/** As `stillOurs`, of a server's database, whose files are the server's affair. */
export const theServers: Held = {
  check: () => undefined,
  lose: (why) => new DatabaseLost(why),
  lost: () => undefined,
  holds: () => false,
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

function identity(file: string): string | undefined {
  const is = statSync(file, { bigint: true, throwIfNoEntry: false })
  return is && `${is.dev}:${is.ino}`
}
