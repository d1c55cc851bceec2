import { and, eq, gte, sql } from 'drizzle-orm'
import type { World } from '#app/domain/world'
import { audit } from '#db/schema'

/** What somebody looked at in a family since then, by the trail: what it was about, and when last (ISO, UTC). */
export async function lookedAt(
  world: World,
  { who, familyId, did, since }: { who: `staff:${string}`; familyId: string; did: string; since: string },
): Promise<Map<string, string>> {
  const rows = await world.db.read
    .select({ about: audit.about, at: sql<string>`max(${audit.at})` })
    .from(audit)
    .where(and(eq(audit.who, who), gte(audit.at, since), eq(audit.familyId, familyId), eq(audit.did, did)))
    .groupBy(audit.about)
  return new Map(rows.map(({ about, at }) => [about ?? '', at]))
}
