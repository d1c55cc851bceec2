import { desc } from 'drizzle-orm'
import type { World } from '#app/domain/world'
import { audit } from '#db/schema'

/** When somebody last did or looked at anything, by the trail. */
export async function lastRecordedAt(world: World): Promise<Date | undefined> {
  const [last] = await world.db.read.select({ at: audit.at }).from(audit).orderBy(desc(audit.id)).limit(1)
  return last && new Date(last.at)
}
