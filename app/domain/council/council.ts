import type { World } from '#app/domain/world'
import { prepared } from '#db/prepared'
import { council } from '#db/schema'

const query = prepared((read) => read.select().from(council).limit(1).prepare())

export type Council = Omit<typeof council.$inferSelect, 'id'>

/** What the council calls itself, when it reads, and whom to ring; undefined when it is not set up. */
export async function councilIfSet(world: World): Promise<Council | undefined> {
  const [found] = await query(world.db).all()
  return found
}

/** As `councilIfSet`. Rejects when the database holds none. */
export async function councilOf(world: World): Promise<Council> {
  const found = await councilIfSet(world)
  if (!found) throw new Error('The council’s settings are missing.')
  return found
}
