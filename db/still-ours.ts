/**
 * Whether the files a database holds open are still those at their place. Somebody may move, replace or delete them
 * under a running portal, which would then write where nobody ever reads.
 *
 * Asked by inode number: `stat` and `rename` open nothing, and so drop no lock (see `database-file.ts`).
 */
import { realpathSync, renameSync, statSync } from 'node:fs'
import { basename } from 'node:path'
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
  const lose = (reason: string) => {
    if (!lost) {
      const why = reason + putAside(real, files)
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

type Known = { name: string; file: string; is: string | undefined }

/**
 * Whoever opens the file that is there now would find the WAL of the one that was: SQLite would write it into another
 * database, or delete it beside an empty one. So it is moved out of the way, with all that it alone holds. Says where,
 * as a sentence for the operator; nothing when there was no need.
 */
function putAside(real: string, [main, wal]: Known[]): string {
  if (!wal?.is || main?.is === identity(real)) return ''
  const isThere = () => identity(wal.file) === wal.is
  const aside = `${real}-wal-${wal.is.split(':')[1]}`
  try {
    if (isThere()) renameSync(wal.file, aside)
  } catch (error) {
    // Our other thread, or another portal, may have been faster.
    if (isThere()) return ` Its -wal could not be moved away (${codeOf(error)}): do so before anything opens the other.`
  }
  const isAside = identity(aside) === wal.is
  return isAside
    ? ` What was said last is in ${basename(aside)}: put it back as -wal beside the file it belongs to.`
    : ''
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)

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
