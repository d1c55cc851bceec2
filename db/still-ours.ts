/**
 * Whether the files a database holds open are still those at their place. Somebody may move, replace or delete them
 * under a running portal, which would then write where nobody ever reads.
 *
 * Asked by inode number: `stat` and `rename` open nothing, and so drop no lock (see `database-file.ts`).
 */
import { realpathSync, renameSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { type Held, held } from './held'

/** Of a database whose connections are open, so that all its files are there. `told` hears why, once, when it is lost. */
export function stillOurs(path: string, told: (why: string) => void): Held {
  // SQLite keeps the other two beside the file itself, wherever a link to it lies.
  const real = realpathSync(path)
  const files = Object.entries({ 'main file': path, 'file -wal': `${real}-wal`, 'file -shm': `${real}-shm` }).map(
    ([name, file]) => ({ name, file, is: identity(file) }),
  )
  const { check, lose, lost } = held(told, () => putAside(real, files))
  const gone = () => files.find(({ file, is }) => is && identity(file) !== is)
  return {
    check: () => {
      const missing = lost() ? undefined : gone()
      if (missing) lose(`The ${missing.name} of the database was moved, deleted or replaced under the portal.`)
      check()
    },
    lose,
    lost,
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

function identity(file: string): string | undefined {
  const is = statSync(file, { bigint: true, throwIfNoEntry: false })
  return is && `${is.dev}:${is.ino}`
}
