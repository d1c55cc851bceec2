/** When a provider fails us again and again it is let alone for a while, by all processes; texts wait meanwhile. */
import { and, eq, gt, sql } from 'drizzle-orm'
import type { Handed } from '#app/domain/provider'
import type { World } from '#app/domain/world'
import type { Drizzle } from '#db/client.server'
import { breakers } from '#db/schema'

/** So many failures in a row open the breaker; what is under way at that moment may add a few. */
export const FAILURES = 5
const REST_MS = 30_000

export type Breaker = typeof breakers.$inferSelect

/** How the provider has been doing; undefined when it never failed. */
export async function breakerOf(world: World): Promise<Breaker | undefined> {
  const [breaker] = await world.db.read.select().from(breakers).where(eq(breakers.provider, world.provider.name))
  return breaker
}

/** Whether the provider is let alone at this moment. A rest that ends later than any is from a clock that was set back. */
export const isResting = ({ openUntil }: Pick<Breaker, 'openUntil'> = { openUntil: null }, now: Date) =>
  openUntil !== null && openUntil > now.toISOString() && openUntil <= after(now, 2 * REST_MS)

/**
 * After a rest one text, and not all that wait, finds out whether the provider has recovered: this statement takes
 * the turn, and changes nothing when another has. Undefined when no turn is needed.
 */
export function turnStatement(db: Drizzle, breaker: Breaker | undefined, now: Date) {
  if (!breaker?.openUntil) return undefined
  return db
    .update(breakers)
    .set({ openUntil: rested(now) })
    .where(and(eq(breakers.provider, breaker.provider), eq(breakers.openUntil, breaker.openUntil)))
}

/** Counts what became of a call, and gives the row if it changed. A refusal of one text is no fault of the provider's. */
export function countStatement(world: World, db: Drizzle, { is }: Handed, now: Date) {
  const provider = world.provider.name
  if (is === 'taken' || is === 'refused') {
    return db
      .update(breakers)
      .set({ failures: 0, openUntil: null, openedAt: null })
      .where(and(eq(breakers.provider, provider), gt(breakers.failures, 0)))
      .returning()
  }
  const failures = is === 'closed' ? sql`max(${breakers.failures} + 1, ${FAILURES})` : sql`${breakers.failures} + 1`
  const opens = (then: string) => sql<string>`case when ${failures} >= ${FAILURES} then ${then} end`
  const [until, at] = [rested(now), now.toISOString()]
  const first = is === 'closed' ? { failures: FAILURES, openUntil: until, openedAt: at } : { failures: 1 }
  return db
    .insert(breakers)
    .values({ provider, ...first })
    .onConflictDoUpdate({
      target: breakers.provider,
      set: { failures, openUntil: opens(until), openedAt: sql`coalesce(${breakers.openedAt}, ${opens(at)})` },
    })
    .returning()
}

const after = (now: Date, ms: number) => new Date(now.getTime() + ms).toISOString()
const rested = (now: Date) => after(now, REST_MS)
