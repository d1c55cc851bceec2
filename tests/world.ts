import { createHash } from 'node:crypto'
import { type Client, createClient } from '@libsql/client'
import { DateTime, type DurationLike } from 'luxon'
import type { World } from '#app/domain/world'
import { databaseWatch } from '#app/edge/database-watch.server'
import { seedDemo } from '#app/edge/seed.server'
import { openDatabase } from '#db/client.server'
import type { Limits } from '#db/write-door'
import { atTheEnd } from './at-the-end'
import { newPlace, type Where } from './places'

/** For tests of a database that stays locked: they need not wait as long as a family would. */
export const IMPATIENT: Limits = { nothingGotThrough: 150, longest: 1000 }

/** For tests of what does not wait for a lock: longer than any test, so that what does wait never answers. */
export const PATIENT: Limits = { nothingGotThrough: 600_000, longest: 600_000 }

type Text = Parameters<World['provider']['send']>[0]

export type TestWorld = World & {
  clock: { set: (iso: string) => void; forward: (by: DurationLike) => void }
  /** What the provider was handed, first to last. */
  sentTexts: Text[]
  /** What the operator was told. */
  alarms: string[]
  /** Every statement the database was asked, first to last. */
  asked: string[]
  /** Where its database is, for whoever opens it beside the world; the file by itself is its path. */
  at: Pick<Where, 'url' | 'authToken'>
  file: string
  /** The database by itself, past the domain and its write door; whoever takes it closes it. */
  hands: () => Client
}

let shared = 0

/**
 * A world of its own: a real database file, a clock that stands until it is moved, the same chance every time.
 * With `families` the three families are in and published, and the demo's staff are there.
 */
export async function testWorld({
  at = '2026-11-23T10:00:00Z',
  families = false,
  limits,
  on,
}: {
  at?: string
  families?: boolean
  /** How long a write waits for a lock; as in life when not given. */
  limits?: Limits
  /** A database of the test's own, empty until now. */
  on?: TestWorld['at']
} = {}): Promise<TestWorld> {
  if (on) {
    // Several worlds of a test may be on it, and none may draw the ids of another.
    const world = await worldOn({ ...on, file: '' }, at, `test ${shared++}`, limits)
    if (families) await seedDemo(world)
    atTheEnd(() => world.db.close())
    return world
  }
  const { where, remove } = await newPlace(families ? 'families' : 'empty', async (base) => {
    const world = await worldOn(base, '2026-11-23T08:00:00Z', families ? 'families' : 'empty')
    if (families) await seedDemo(world)
    await world.db.close()
  })
  const world = await worldOn(where, at, 'test', limits)
  atTheEnd(async () => {
    await world.db.close()
    await remove()
  })
  return world
}

async function worldOn({ file, ...place }: Where, at: string, seed: string, limits?: Limits): Promise<TestWorld> {
  let time = DateTime.fromISO(at, { zone: 'utc' })
  const now = () => time.toJSDate()
  const random = seededRandom(seed)
  const sentTexts: Text[] = []
  const alarms: string[] = []
  const asked: string[] = []
  // Who loses the database here has it lost, and goes on.
  const heard = databaseWatch(
    (what) => alarms.push(what),
    () => undefined,
  )
  return {
    db: await openDatabase({
      ...place,
      mode: 'demo',
      now,
      random,
      limits,
      told: (news) => heard('pages', news),
      asked: (sql) => asked.push(sql),
    }),
    now,
    random,
    // A provider that takes everything and calls nobody; the real ones stand in tests/providers.test.ts.
    provider: {
      name: 'demo',
      send: async (text) => {
        sentTexts.push(text)
        return { is: 'taken', providerId: `provider-${sentTexts.length}` }
      },
      parseStatus: () => null,
      parseIncoming: () => null,
      lookUp: async () => ({ is: 'not-there' }),
    },
    alarm: (what) => alarms.push(what),
    settings: {
      mode: 'demo',
      publicUrl: 'https://portal.example',
      serviceName: 'My week',
      pencePerText: 4,
      sessionSecret: 'only-for-tests-only-for-tests-00',
      // A word is tried a thousand times in a run, and what it costs in life is nobody's promise here.
      wordCost: { N: 2 ** 8, r: 8, p: 1 },
    },
    clock: {
      set: (iso) => {
        time = DateTime.fromISO(iso, { zone: 'utc' })
      },
      forward: (by) => {
        time = time.plus(by)
      },
    },
    sentTexts,
    alarms,
    asked,
    at: place,
    file,
    hands: () => createClient(place),
  }
}

/** The same bytes in the same order for the same seed, and never the same twice. */
export function seededRandom(seed: string): (bytes: number) => Buffer {
  let drawn = 0
  return (bytes) => {
    const blocks = Array.from({ length: Math.ceil(bytes / 32) }, () =>
      createHash('sha256').update(`${seed} ${drawn++}`).digest(),
    )
    return Buffer.concat(blocks).subarray(0, bytes)
  }
}
