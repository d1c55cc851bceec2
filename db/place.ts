import type { Client } from '@libsql/client'
import type { batch } from './drizzle'
import type { Held } from './held'
import type { Limits } from './write-door'

/** How a database fares, said when it changes: to read and to write; only to read; lost, and nothing brings it back. */
export type DatabaseNews = { is: 'fine' } | { is: 'unwritable' | 'lost'; why: string }

/** How a database is opened. */
export type Options = {
  /** `file:…`, or `ws(s)://…` of a libSQL server. */
  url: string
  authToken?: string
  /** Encrypts a file, on the disk and in its WAL. */
  key?: string
  mode: 'demo' | 'live'
  now: () => Date
  random: (bytes: number) => Buffer
  /** How long a write waits for a lock; five and twenty seconds when not given. */
  limits?: Limits
  told?: (news: DatabaseNews) => void
  /** Hears how long each write waited for its turn, in milliseconds. */
  waited?: (ms: number) => void
  /** Hears every statement: for tests of what a page costs. */
  asked?: (sql: string) => void
}

/** Where a database is, and what is different there. */
export type Place = {
  isFile: boolean
  writer: Client
  reader: Client
  /** Readies the writer for the next try. */
  retry: () => Promise<void>
  /** The statements of one write, all or none. */
  batch: typeof batch
  /** What to tell who could not open it. */
  refusal: (error: unknown) => unknown
  /** Of a database that is up to date. `told` hears why, once, when it is not ours any more. */
  hold: (told: (why: string) => void) => Held | Promise<Held>
  close: () => Promise<void>
}
