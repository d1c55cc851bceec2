import { randomBytes } from 'node:crypto'
import { Refusal } from '#app/domain/refusal'
import { textsFit } from '#app/domain/texts/wording'
import type { World } from '#app/domain/world'
import { type DatabaseNews, openDatabase } from '#db/client.server'
import { demoClock } from './demo-clock.server'
import type { Environment } from './environment.server'
import { type Log, logToStdout } from './log.server'
import { providerOf } from './providers.server'
import { seedDemo } from './seed.server'

/** OWASP's least for scrypt: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html */
const WORD_COST = { N: 2 ** 14, r: 8, p: 5 }

/**
 * Builds the one world of a process: the database opened and up to date, the clock, chance, the texts, the settings.
 * `told` hears how the database fares from then on, `waited` how long each write waits for its turn.
 */
export async function buildWorld(
  environment: Environment,
  log: Log = logToStdout,
  told?: (news: DatabaseNews) => void,
  waited?: (ms: number) => void,
): Promise<World> {
  const clock = environment.mode === 'demo' ? demoClock(environment.now) : undefined
  const now = clock?.now ?? (() => new Date())
  const random = (bytes: number) => randomBytes(bytes)
  const { mode, publicUrl, port, serviceName, pence, sessionSecret, database } = environment
  const settings = {
    ...{ mode, serviceName, pencePerText: pence, sessionSecret },
    publicUrl: publicUrl ?? `http://127.0.0.1:${port}`,
    wordCost: WORD_COST,
  }
  if (!textsFit(settings, serviceName)) {
    throw new Refusal('PUBLIC_URL is so long that a link with it needs more than one text: choose a shorter address.')
  }
  const db = await openDatabase({ ...database, mode, now, random, told, waited })
  const provider = await providerOf(environment, { db, now, publicUrl: () => settings.publicUrl })
  const world: World = { db, now, random, provider, alarm: alarmsOf(log), settings }
  await clock?.continueFrom(world)
  if (mode === 'demo') await seedDemo(world)
  return world
}

/** Alarms are lines of the log. */
export const alarmsOf =
  (log: Log): World['alarm'] =>
  (what, figures = {}) =>
    log({ alarm: what, ...figures })
