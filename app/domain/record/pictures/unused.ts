import { and, eq, lt, type SQL, sql } from 'drizzle-orm'
import type { World } from '#app/domain/world'
import { pictures } from '#db/schema'

/** So long a picture stays that nothing names, for whoever took it out too quickly. */
const DAYS = 30

/** A family's pictures that no version of its plan names, and no draft that is open: for a `delete`. */
export function unusedPictures(world: World, familyId: string): SQL | undefined {
  const since = new Date(world.now().getTime() - DAYS * 24 * 60 * 60 * 1000).toISOString()
  return and(
    eq(pictures.familyId, familyId),
    lt(pictures.madeAt, since),
    sql`not exists (select 1 from versions v where v.family_id = pictures.family_id and instr(v.document, pictures.hash))`,
    sql`not exists (select 1 from drafts d where d.family_id = pictures.family_id and d.closed_at is null
      and instr(d.state, pictures.hash))`,
  )
}
