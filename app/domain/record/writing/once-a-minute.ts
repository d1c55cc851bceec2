import { and, between, eq } from 'drizzle-orm'
import { auditRows } from '#app/domain/trail/audit'
import type { AuditedWrite } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { audit } from '#db/schema'

const MINUTE = 60_000

/**
 * Saving while somebody types: the first of a minute is a row in the family's trail, the others of it are not, since
 * each of them stands in the draft's own history anyway.
 */
export const onceAMinute =
  (world: World, { familyId, by }: { familyId: string; by: string }): AuditedWrite =>
  (did, build) =>
    world.db.write(async (db) => {
      const now = world.now()
      const at = (ms: number) => new Date(now.getTime() + ms).toISOString()
      // Not later than in a minute: the clock may have been set back since.
      const aboutNow = between(audit.at, at(-MINUTE), at(MINUTE))
      const recent = await db.$count(
        audit,
        and(eq(audit.chain, familyId), aboutNow, eq(audit.who, `staff:${by}`), eq(audit.did, did.did)),
      )
      const rows = recent > 0 ? [] : await auditRows(db, [did], now.toISOString())
      return [...(await build(db)), ...rows]
    })
