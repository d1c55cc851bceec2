import { sql } from 'drizzle-orm'
import { familiesOf } from '#app/domain/council/families'
import type { World } from '#app/domain/world'
import { prepared } from '#db/prepared'
import { incomingTexts, said, seen } from '#db/schema'
import { unseenReplies } from './replies-for-staff'

/** Changes with everything that is said, sent in or read in any family: cheap enough to be asked every second. */
export async function newestHeard(world: World): Promise<string> {
  const [found] = await query(world.db).all()
  return JSON.stringify(found)
}

/** How much waits to be read by this member of staff: what the desk says on top. */
export async function waitingNow(world: World, staffId: string): Promise<number> {
  const families = (await familiesOf(world, staffId)).filter(({ published }) => published)
  const replies = await unseenReplies(
    world,
    families.map(({ familyId }) => familyId),
  )
  return families.reduce((sum, { waiting }) => sum + waiting, replies.length)
}

/** Each the end of its table, found without reading it. */
const query = prepared((read) =>
  read
    .select({
      said: sql<number | null>`max(${said.seq})`,
      texts: sql<number | null>`(select max(rowid) from ${incomingTexts})`,
      seen: sql<number | null>`(select max(rowid) from ${seen})`,
    })
    .from(said)
    .prepare(),
)
