import { type Client, createClient } from '@libsql/client'
import { DatabaseRefused } from './database-file'
import { ANOTHER, DatabaseBusy, DatabaseUnwritable, NoAnswer } from './database-trouble'
import { batch, type Drizzle, withSchema } from './drizzle'
import { held } from './held'
import type { Options, Place } from './place'
import { stamp } from './schema'
import { together } from './together'
import { patience } from './write-door'

/** So long may a server be silent before it is taken for gone, in milliseconds. */
const SILENCE = 8000

/**
 * A database on a libSQL server, with other processes of ours. The same door as to a file: a process's writes go in
 * turn, so that those who wait at it go together (`looks.ts`), and one that did not get through is tried again, whole.
 * The server keeps the disk's promise (docs/scale.md) and its own key.
 */
export async function onServer({ url, authToken, key, random, limits }: Options): Promise<Place> {
  if (key)
    throw new DatabaseRefused('DATABASE_KEY is for a database file; a server has its own: start without the key.')
  const open = () => createClient({ url, authToken })
  const [writer, reader] = [open(), open()]
  for (const client of [writer, reader]) {
    together(client)
    notForEver(client)
  }
  // A server that starts anew is away for a moment, which a reader need not see.
  const door = patience({ retry, closed: () => reader.closed }, random, limits)
  around(reader, (ask) => door(ask))
  const mark = (db: Pick<Drizzle, 'select'>) => db.select({ madeAt: stamp.madeAt }).from(stamp)
  let ours: { held: ReturnType<typeof held>; madeAt: string | undefined } | undefined
  return {
    ...{ isFile: false, writer, reader, retry, refusal },
    hold: async (told) => {
      const [found] = await mark(withSchema(reader))
      ours = { held: held(told), madeAt: found?.madeAt }
      return { ...ours.held, holds: () => false }
    },
    batch: async (db, statements) => {
      const [found, ...results] = (await batch(db, [mark(db), ...statements])) as [{ madeAt: string }[], ...unknown[]]
      if (ours && found[0]?.madeAt !== ours.madeAt) throw ours.held.lose(ANOTHER)
      return results as never
    },
    close: async () => {
      reader.close()
      writer.close()
    },
  }
}

/** The client opens a new connection by itself. */
const retry = async () => undefined

type Ask = () => Promise<never>

/** Puts something between us and what a client is asked. */
function around(client: Client, put: (ask: Ask) => Promise<never>) {
  for (const method of ['execute', 'batch'] as const) {
    const asks = client[method].bind(client) as (...asked: unknown[]) => Promise<never>
    client[method] = (...asked: unknown[]) => put(() => asks(...asked))
  }
}

/** What is not answered is given up, and its connection with it: a machine that lost its power closes none. */
function notForEver(client: Client) {
  around(client, async (ask) => {
    let late: NodeJS.Timeout | undefined
    const silent = new Promise<never>((_, reject) => {
      late = setTimeout(() => reject(new NoAnswer()), SILENCE)
    })
    try {
      return await Promise.race([ask(), silent])
    } catch (error) {
      if (error instanceof NoAnswer && !client.closed) Promise.resolve(client.reconnect()).catch(() => undefined)
      throw error
    } finally {
      clearTimeout(late)
    }
  })
}

/** Why it could not be opened, in a sentence for the operator. */
function refusal(error: unknown): unknown {
  if (error instanceof DatabaseUnwritable) return new DatabaseRefused(error.message)
  if (!(error instanceof DatabaseBusy)) return error
  return new DatabaseRefused(`${error.message} Does it run at DATABASE_URL, and is DATABASE_AUTH_TOKEN one it takes?`)
}
