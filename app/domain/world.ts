import type { Database } from '#db/client.server'
import type { Provider } from './provider'

/** Everything outside the rules, built once in `edge/world.server.ts` and handed down as the first argument. */
export type World = {
  db: Database
  /** The only clock. */
  now: () => Date
  /** The only source of chance: `bytes` random bytes. */
  random: (bytes: number) => Buffer
  /** Who carries the texts. */
  provider: Provider
  /** Tells the operator that somebody has to look: what, and figures; never whose. */
  alarm: (what: Alarm, figures?: Record<string, number | string>) => void
  settings: Settings
}

export type Alarm =
  /** Half of what may be asked for in an hour is used up, or all of it. */
  | 'sign-in-texts-half'
  | 'sign-in-texts-full'
  /** The provider of texts fails us; it is let alone for a while, and texts wait. */
  | 'provider-down'
  /** A text failed over something that is ours to put right: our account, or the words. */
  | 'text-not-allowed'
  /** The provider would not forget the words of so many texts. It is asked again. */
  | 'words-not-forgotten'
  /**
   * A text came in that is on no worker's desk: from a number nobody has, a short code or a name, to a family nobody
   * works with, or one we cannot read.
   */
  | 'text-from-nobody'
  /** Nothing can be written: the database stays locked, is read-only, or the disk is full. Pages are shut but for `/now`. */
  | 'database-unwritable'
  /** As many connections as there are file handles for, and all of them are being answered: who comes now is sent away. */
  | 'no-room'
  /** The database's files went from under the portal, or its disk fails. The portal stops, to be started anew. */
  | 'database-lost'

export type Settings = {
  mode: 'demo' | 'live'
  /** Origin of every link we make, without a slash at the end. */
  publicUrl: string
  /** The discreet public name: in texts, titles, header; nothing about what it is for. An administrator may set another. */
  serviceName: string
  /** What one text costs the council, in pence. */
  pencePerText: number
  sessionSecret: string
  /** What scrypt is to spend on a word agreed face to face; kept with each hash, so that it can be raised. */
  wordCost: { N: number; r: number; p: number }
}
