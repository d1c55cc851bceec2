import type { World } from '#app/domain/world'
import { stamp } from '#db/schema'

/** Whether the database answers now. */
export async function databaseAnswers(world: World): Promise<boolean> {
  return world.db.read
    .select({ id: stamp.id })
    .from(stamp)
    .then(
      (rows) => rows.length === 1,
      () => false,
    )
}
