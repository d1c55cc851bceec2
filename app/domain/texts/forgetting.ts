/** Words do not stay with the provider: of texts that have got where they could, and of those that came in. */
import { and, eq, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import type { World } from '#app/domain/world'
import { incomingTexts, texts } from '#db/schema'

/** After so long nothing more happens to a text, whatever the provider still says of it. */
const SETTLED_MS = 72 * 60 * 60_000
const AT_A_TIME = 50

/**
 * Has the provider forget what it no longer needs. What could not be done now is done another time, and the operator
 * hears of it: rejects then, once everything else is done.
 */
export async function forgetDue(world: World, stopping?: AbortSignal): Promise<void> {
  const { provider, db } = world
  if (!provider.forget) return
  const settled = new Date(world.now().getTime() - SETTLED_MS).toISOString()
  const done = or(isNotNull(texts.deliveredAt), isNotNull(texts.failedAt), lte(texts.sentAt, settled))
  // In any order, so that some it will not forget do not stand in the way of the others.
  const [out, back] = await Promise.all([
    db.read
      .select({ id: texts.id, providerId: texts.providerId })
      .from(texts)
      .where(and(isNotNull(texts.providerId), isNull(texts.forgottenAt), done))
      .orderBy(sql`random()`)
      .limit(AT_A_TIME),
    db.read
      .select({ id: incomingTexts.id, providerId: incomingTexts.id })
      .from(incomingTexts)
      .where(isNull(incomingTexts.forgottenAt))
      .orderBy(sql`random()`)
      .limit(AT_A_TIME),
  ])
  const troubles: unknown[] = []
  for (const [which, table, rows] of [['sent', texts, out] as const, ['came-in', incomingTexts, back] as const]) {
    for (const { id, providerId } of rows) {
      if (stopping?.aborted) return
      try {
        await provider.forget(providerId ?? '', which)
      } catch (error) {
        troubles.push(error)
        continue
      }
      const forgottenAt = world.now().toISOString()
      await db.write((write) => [write.update(table).set({ forgottenAt }).where(eq(table.id, id))])
    }
  }
  if (troubles.length === 0) return
  world.alarm('words-not-forgotten', { texts: troubles.length })
  throw troubles[0]
}
