import { createClient } from '@libsql/client'
import { checkDatabaseFile, pathOf } from './database-file'
import { batch } from './drizzle'
import type { Options, Place } from './place'
import { stillOurs } from './still-ours'
import { patience } from './write-door'

/**
 * A file of this machine. Two clients on it, so that the writer's reconnecting cuts off no reader; one connection each,
 * since every call to a file is synchronous and more would only mean more caches.
 */
export async function inFile({ url, key, random, limits }: Options): Promise<Place> {
  const looking = patience({ retry: async () => undefined, closed: () => false }, random, limits)
  await looking(async () => checkDatabaseFile(url, key))
  const open = () => createClient({ url, encryptionKey: key, timeout: 0, concurrency: 1 })
  const [writer, reader] = [open(), open()]
  return {
    ...{ isFile: true, writer, reader, batch },
    retry: async () => writer.reconnect(),
    refusal: (error) => error,
    hold: (told) => stillOurs(pathOf(url), told),
    // It holds everything by then, and needs no WAL beside it. SQLite's own tidying waits for statements that only the
    // garbage collector lets go.
    close: async () => {
      reader.close()
      if (!writer.closed) await writer.execute('PRAGMA wal_checkpoint(TRUNCATE)')
      writer.close()
    },
  }
}
