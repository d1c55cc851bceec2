import type { World } from '#app/domain/world'
import { council } from '#db/schema'

/** What the council calls itself, when it reads, and whom to ring. Rejects when the database holds none: it is not set up. */
export async function councilOf(world: World): Promise<Omit<typeof council.$inferSelect, 'id'>> {
  const [found] = await world.db.read.select().from(council).limit(1)
  if (!found) throw new Error('The council’s settings are missing.')
  return found
}
