import { inArray } from 'drizzle-orm'
import type { World } from '#app/domain/world'
import { incomingTexts } from '#db/schema'
import { takeIncoming } from './incoming'

/** So far back it is looked: longer than the portal is ever away, one hopes. */
const BACK_MS = 48 * 60 * 60_000

/**
 * Takes in what came in by text and never reached us, because we did not answer when the provider called: somebody may
 * have written that they are in danger. Rejects when the provider could not tell.
 */
export async function collectMissed(world: World): Promise<void> {
  const since = new Date(world.now().getTime() - BACK_MS)
  const came = (await world.provider.cameIn?.(since)) ?? []
  if (came.length === 0) return
  const ids = came.map(({ id }) => id)
  const here = await world.db.read
    .select({ id: incomingTexts.id })
    .from(incomingTexts)
    .where(inArray(incomingTexts.id, ids))
  const known = new Set(here.map(({ id }) => id))
  const missed = came.filter(({ id }) => !known.has(id))
  for (const text of missed.toSorted((a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0)))
    await takeIncoming(world, text)
}
