import { randomBytes } from 'node:crypto'
import type { World } from '#app/domain/world'
import { openDatabase } from '#db/client.server'
import { seedDemo } from '#db/seed/demo'
import { demoClock } from './demo-clock.server'
import { demoPhones } from './demo-phone.server'
import type { Environment } from './environment.server'

/** Builds the one world of a process: the database opened and up to date, the clock, chance, the texts, the settings. */
export async function buildWorld(environment: Environment): Promise<World> {
  const clock = demoClock(environment.now)
  const random = (bytes: number) => randomBytes(bytes)
  const { mode, publicUrl, port, serviceName, sessionSecret, database } = environment
  const db = await openDatabase({ ...database, mode, now: clock.now, random })
  const settings = {
    mode,
    publicUrl: publicUrl ?? `http://127.0.0.1:${port}`,
    serviceName,
    sessionSecret,
    wordRounds: 5,
  }
  const world: World = { db, now: clock.now, random, sendText: demoPhones(db, clock.now), settings }
  await clock.continueFrom(world)
  await seedDemo(world)
  return world
}
