import type { Database } from '#db/client.server'

/** Everything outside the rules, built once in `edge/world.server.ts` and handed down as the first argument. */
export type World = {
  db: Database
  /** The only clock. */
  now: () => Date
  /** The only source of chance: `bytes` random bytes. */
  random: (bytes: number) => Buffer
  /** Hands one text to the provider. Rejects when it was not taken. */
  sendText: (text: { id: string; to: string; body: string }) => Promise<{ providerId: string }>
  settings: Settings
}

export type Settings = {
  mode: 'demo' | 'live'
  /** Origin of every link we make, without a slash at the end. */
  publicUrl: string
  /** The discreet public name: title, header, nothing about what it is for. */
  serviceName: string
  sessionSecret: string
  /** How often scrypt goes over a word agreed face to face; kept with each hash, so that it can be raised. */
  wordRounds: number
}
