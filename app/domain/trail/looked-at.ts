import { and, eq, gt, gte, inArray, max, sql } from 'drizzle-orm'
import type { World } from '#app/domain/world'
import { audit } from '#db/schema'

/**
 * What somebody looked at in this very version of a family's plan, by the trail: what it was about, and when last (ISO,
 * UTC). A look at what stood there before does not count, not even one of the same moment.
 */
export async function lookedAt(
  world: World,
  { who, did }: { who: `staff:${string}`; did: string },
  { familyId, versionId, madeAt }: { familyId: string; versionId: string; madeAt: string },
): Promise<Map<string, string>> {
  const { read } = world.db
  const ofFamily = eq(audit.familyId, familyId)
  const ways = ['draft begun', 'draft replaced', 'version restored']
  const replaced = and(ofFamily, inArray(audit.did, ways), eq(audit.about, versionId))
  const [made] = await read
    .select({ id: max(audit.id) })
    .from(audit)
    .where(replaced)
  const rows = await read
    .select({ about: audit.about, at: sql<string>`max(${audit.at})` })
    .from(audit)
    .where(and(ofFamily, eq(audit.who, who), eq(audit.did, did), gte(audit.at, madeAt), gt(audit.id, made?.id ?? 0)))
    .groupBy(audit.about)
  return new Map(rows.map(({ about, at }) => [about ?? '', at]))
}
