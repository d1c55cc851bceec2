import type { BatchResponse } from 'drizzle-orm/batch'
import { copyInto } from './copies'
import { DatabaseRefused } from './database-file'
import { DatabaseBusy, DatabaseLost, DatabaseUnwritable } from './database-trouble'
import { type Drizzle, type Statement, withSchema } from './drizzle'
import { watch } from './held'
import { inFile } from './in-file'
import { onServer } from './on-server'
import { overhear } from './overheard'
import type { Options } from './place'
import { bringUpToDate } from './up-to-date'
import { withoutNul } from './without-nul'
import { inTurn, patience } from './write-door'

export { DatabaseRefused } from './database-file'
export { DatabaseBusy, DatabaseLost, DatabaseUnwritable } from './database-trouble'
export type { Drizzle, Statement } from './drizzle'
export type { DatabaseNews } from './place'
export { wasThereAlready } from './write-door'

export type Database = {
  /** Only reads: no write compiles here. A reader is never kept waiting by a lock, because the file is in WAL mode. */
  read: Pick<Drizzle, 'select' | 'selectDistinct' | 'query' | '$count'>
  /**
   * The one way to write: all the statements or none, on disk when it resolves. `build` runs when its turn has come,
   * and again for every new try, so it reads with the `db` it is given and does nothing else. Rejects with
   * `DatabaseBusy` when another process kept the file locked too long, or the server did not answer: then it may be
   * written after all, and what may not stand twice has a key of its own. With `DatabaseUnwritable` when it can only be read,
   * `DatabaseLost` when it may not be found again where it was written.
   */
  write<const T extends readonly Statement[]>(build: (db: Drizzle) => T | Promise<T>): Promise<BatchResponse<T>>
  /** A file holds everything by then, and needs no WAL beside it: whoever copies it copies it whole. */
  close(): Promise<void>
  /** Why it is not the database any more that was opened, as a sentence for the operator: all else then rejects. */
  lost(): string | undefined
  /** Takes it for lost, because another of this process's threads does. */
  giveUp(why: string): void
  /** Has SQLite write a copy of what stands now to a new file, under this key or none. A server makes its own. */
  copyTo(path: string, key: string | undefined): Promise<void>
  /** Whether a path leads to one of its own files, which nobody but SQLite may open. */
  holds(path: string): boolean
}

/** Reading, inside a write or outside. */
export type ReadOnly = Pick<Database['read'], 'select' | '$count'>

/** How often it is looked after that nobody writes to, in milliseconds. */
const LOOK_PAUSE = 1000

/**
 * Opens the database, makes it when there is none, and brings its tables up to date. Every connection to a file has
 * `journal_mode=WAL`, `synchronous=FULL` and `foreign_keys=ON`: the last two are libSQL's defaults, which a test holds
 * it to; what a server does is said in `on-server.ts`. Rejects with `DatabaseRefused`.
 */
export async function openDatabase(options: Options): Promise<Database> {
  const { url, mode, now, random, limits, told = () => undefined, waited, asked } = options
  if (!/^(file|wss?|https?|libsql):/.test(url)) {
    throw new DatabaseRefused('DATABASE_URL must start with file:, ws:// or wss://.')
  }
  const place = await (url.startsWith('file:') ? inFile : onServer)(options)
  const { writer, reader } = place
  const db = withSchema(writer)
  const patiently = patience({ retry: place.retry, closed: () => writer.closed }, random, limits)
  const inOrder = inTurn()
  try {
    await patiently(() => bringUpToDate(writer, db, { embedded: place.isFile, mode, now }))
    await patiently(() => reader.execute('select 1 from stamp'))
  } catch (error) {
    for (const client of [writer, reader]) client.close()
    throw place.refusal(error)
  }

  const held = await place.hold((why) => told({ is: 'lost', why }))
  for (const client of [writer, reader]) {
    withoutNul(client)
    watch(client, held)
    if (asked) overhear(client, asked)
  }
  const check = () => {
    if (!writer.closed) held.check()
  }
  const looks = setInterval(() => quietly(check), LOOK_PAUSE).unref()
  let unwritable = false
  const note = (trouble: unknown) => {
    const why = trouble instanceof DatabaseBusy || trouble instanceof DatabaseUnwritable ? trouble.message : undefined
    if (why && !unwritable) told({ is: 'unwritable', why })
    if (!why && unwritable) told({ is: 'fine' })
    unwritable = why !== undefined
  }
  return {
    read: withSchema(reader),
    write: async (build) => {
      const since = performance.now()
      const attempt = async () => {
        check()
        const results = await place.batch(db, await build(db))
        // Only now is it on the disk, and at its place.
        check()
        return results
      }
      try {
        const results = await inOrder(() => {
          waited?.(performance.now() - since)
          return patiently(attempt, since)
        })
        note(undefined)
        return results
      } catch (error) {
        if (error instanceof DatabaseBusy || error instanceof DatabaseUnwritable) note(error)
        throw error
      }
    },
    close: async () => {
      clearInterval(looks)
      quietly(check)
      // To close it would be to write into a file that is not ours any more.
      if (held.lost()) return
      await place.close()
    },
    lost: () => {
      quietly(check)
      return held.lost()
    },
    giveUp: (why) => void held.lose(why),
    copyTo: async (path, key) => {
      if (!place.isFile) throw new DatabaseRefused('A libSQL server copies its own database: docs/backup.md says how.')
      await copyInto(reader, path, key)
    },
    holds: held.holds,
  }
}

/** The loss has been told already; whoever asks next hears of it. */
function quietly(check: () => void) {
  try {
    check()
  } catch (error) {
    if (!(error instanceof DatabaseLost)) throw error
  }
}
