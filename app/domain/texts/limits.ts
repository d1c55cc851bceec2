/**
 * How many texts may be asked for, so that nobody is pestered and no money is drained. Everything is counted in the
 * database, so all processes share it. What comes from browsers a person never used has budgets of its own: whatever
 * strangers ask for takes nothing away from who asks as usual.
 */
import { and, between, eq, gt, isNotNull, lte } from 'drizzle-orm'
import type { World } from '#app/domain/world'
import type { ReadOnly } from '#db/client.server'
import { signIns, texts } from '#db/schema'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

type Limit = { texts: number; within: number }
/** Whether whoever asked is somebody's usual browser, or holds a text we sent; or might be anyone. */
export type AskedFrom = 'known' | 'unknown'

/** How many one number may be sent because somebody asked: in a minute, a quarter of an hour, a day. */
export const LIMITS: Record<AskedFrom, Limit[]> = {
  known: [
    { texts: 1, within: MINUTE },
    { texts: 3, within: 15 * MINUTE },
    { texts: 6, within: DAY },
  ],
  unknown: [
    { texts: 1, within: MINUTE },
    { texts: 2, within: DAY },
  ],
}
/** How often strangers may ask from one network address. A mobile network has many people behind one. */
export const PER_ADDRESS = { asks: 10, within: 15 * MINUTE }
/** How often strangers may ask altogether. At half of it, and at all of it, the operator hears. */
export const OVERALL = { asks: 200, within: HOUR }

const since = (world: World, ms: number) => new Date(world.now().getTime() - ms).toISOString()
/** What was counted at a time to come was so by a clock that was set back since, and would shut people out until then. */
const notToCome = (world: World) => since(world, -MINUTE)

/** Whether this number may be sent one more text that somebody asked for. */
export async function mayAsk(world: World, read: ReadOnly, phone: string, from: AskedFrom): Promise<boolean> {
  const sent = await read
    .select({ at: texts.queuedAt })
    .from(texts)
    .where(
      and(eq(texts.to, phone), eq(texts.askedFrom, from), between(texts.queuedAt, since(world, DAY), notToCome(world))),
    )
  return LIMITS[from].every(({ texts, within }) => sent.filter(({ at }) => at > since(world, within)).length < texts)
}

/**
 * Whether strangers may still ask, from this address and at all. Counts what they asked, whether or not anybody has
 * the number: so nobody learns from it which numbers somebody has.
 */
export async function mayStrangersAsk(
  world: World,
  read: ReadOnly,
  addressHash: string | null,
): Promise<{ may: boolean; thisHour: number }> {
  const handled = and(eq(signIns.known, false), isNotNull(signIns.handledAt), lte(signIns.askedAt, notToCome(world)))
  const [here, all] = await Promise.all([
    addressHash === null
      ? 0
      : read.$count(
          signIns,
          and(handled, eq(signIns.addressHash, addressHash), gt(signIns.askedAt, since(world, PER_ADDRESS.within))),
        ),
    read.$count(signIns, and(handled, gt(signIns.askedAt, since(world, OVERALL.within)))),
  ])
  return { may: here < PER_ADDRESS.asks && all < OVERALL.asks, thisHour: all }
}
