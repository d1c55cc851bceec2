import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { DateTime, type DurationLike } from 'luxon'
import { inject } from 'vitest'
import type { World } from '#app/domain/world'
import { databaseWatch } from '#app/edge/database-watch.server'
import { seedDemo } from '#app/edge/seed.server'
import { openDatabase } from '#db/client.server'
import type { Limits } from '#db/write-door'
import { atTheEnd } from './at-the-end'

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
  /** Where the database file is. */
  file: string
}

/**
 * A world of its own: a real database file, a clock that stands until it is moved, the same chance every time.
 * With `families` the three families are in and published, and the demo's staff are there.
 */
export async function testWorld({
  at = '2026-11-23T10:00:00Z',
  families = false,
  limits,
}: {
  at?: string
  families?: boolean
  /** How long a write waits for a lock; as in life when not given. */
  limits?: Limits
} = {}): Promise<TestWorld> {
  const base = families ? await baseFile('families') : await baseFile('empty')
  const folder = mkdtempSync(join(inject('runFolder'), 'world-'))
  const file = join(folder, 'portal.db')
  copyFileSync(base, file)
  const world = await worldOn(file, at, 'test', limits)
  atTheEnd(async () => {
    await world.db.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return world
}

/** Made by whoever needs it first, once a run; moved into place in one step, since test files run side by side. */
async function baseFile(kind: 'empty' | 'families'): Promise<string> {
  const base = join(inject('runFolder'), `${kind}.db`)
  if (existsSync(base)) return base
  const making = join(inject('runFolder'), `${kind}-${process.pid}.db`)
  const world = await worldOn(making, '2026-11-23T08:00:00Z', kind)
  if (kind === 'families') await seedDemo(world)
  const copier = createClient({ url: `file:${making}` })
  await copier.execute({ sql: 'VACUUM INTO ?', args: [`${making}.whole`] })
  copier.close()
  await world.db.close()
  renameSync(`${making}.whole`, base)
  return base
}

async function worldOn(file: string, at: string, seed: string, limits?: Limits): Promise<TestWorld> {
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
      url: `file:${file}`,
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
      senderName: 'My week',
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
    file,
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
