import { and, eq, isNull, sql } from 'drizzle-orm'
import type { World } from '#app/domain/world'
import { publicIds, staff, versions } from '#db/schema'

/**
 * Whether somebody in a family, or a child, goes by this id in any of its versions. Such an id is no member of staff's:
 * what they say would pass for the member of staff's own and reach nobody's desk. A professional may be one of the staff.
 */
export async function isInAFamily(world: World, id: string): Promise<boolean> {
  const among = (list: string) =>
    sql`select value->>'id' from json_each(${versions.document}, ${list}) where coalesce(value->>'kind', '') <> 'professional'`
  const [found] = await world.db.read
    .select({ id: versions.id })
    .from(publicIds)
    .innerJoin(versions, eq(versions.familyId, publicIds.familyId))
    .where(and(eq(publicIds.itemId, id), sql`(${id} in (${among('$.people')}) or ${id} in (${among('$.children')}))`))
    .limit(1)
  return found !== undefined
}

/** The ids of staff who work here that somebody in a family has too: from when that was not refused yet. */
export async function staffInFamilies(world: World): Promise<string[]> {
  const rows = await world.db.read.select({ id: staff.id }).from(staff).where(isNull(staff.leftAt)).orderBy(staff.id)
  const found: string[] = []
  for (const { id } of rows) if (await isInAFamily(world, id)) found.push(id)
  return found
}
