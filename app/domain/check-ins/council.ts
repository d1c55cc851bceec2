import type { World } from '#app/domain/world'
import { prepared } from '#db/prepared'
import { council } from '#db/schema'

const query = prepared((read) => read.select().from(council).limit(1).prepare())

/** What the council calls itself, when it reads, and whom to ring. Rejects when the database holds none: it is not set up. */
export async function councilOf(world: World): Promise<Omit<typeof council.$inferSelect, 'id'>> {
  const [found] = await query(world.db).all()
  if (!found) throw new Error('The council’s settings are missing.')
  return found
}
