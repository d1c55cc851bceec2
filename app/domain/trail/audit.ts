/**
 * The trail: who looked at or did what, never what it said. Every row holds the hash of the one before, so that a
 * row changed, taken out or moved shows. It does not stop someone who rewrites the whole file; a copy kept elsewhere does.
 */
import { createHash } from 'node:crypto'
import { asc, desc, eq, gt, type SQL, sql } from 'drizzle-orm'
import type { BatchResponse } from 'drizzle-orm/batch'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { World } from '#app/domain/world'
import type { Drizzle, Statement } from '#db/client.server'
import { audit } from '#db/schema'

export type Did = {
  who: `person:${string}` | `staff:${string}` | 'system'
  familyId?: string
  /** What was done, in a word or two: never what was said. */
  did: string
  /** A row's id, never a name. */
  about?: string
}

type Row = typeof audit.$inferSelect

/** For `onlyIf`: the statement before the audit row changed something. */
export const ifChanged = sql`changes() > 0`

/**
 * The statement that adds one row, for the end of a write. Only inside the write door, since it reads the last row;
 * when another process adds one in between, `seq` is taken, and the door tries the write again.
 * `at` is an ISO time in UTC. In an array, because a promise of a bare drizzle statement would run it at once.
 */
export async function auditRow(db: Drizzle, did: Did, at: string, onlyIf?: SQL): Promise<[Statement]> {
  const [last] = await db.select({ seq: audit.seq, hash: audit.hash }).from(audit).orderBy(desc(audit.seq)).limit(1)
  const content = {
    seq: (last?.seq ?? 0) + 1,
    at,
    who: did.who,
    familyId: did.familyId ?? null,
    did: did.did,
    about: did.about ?? null,
  }
  const prev = last?.hash ?? ''
  const row: Row = { ...content, prev, hash: hashOf({ ...content, prev }) }
  if (!onlyIf) return [db.insert(audit).values(row)]
  // In the order of the table's columns.
  const values = sql`${row.seq}, ${row.prev}, ${row.hash}, ${row.at}, ${row.who}, ${row.familyId}, ${row.did}, ${row.about}`
  return [db.insert(audit).select(sql`select ${values} where ${onlyIf}`)]
}

/**
 * One write and its audit row: both or neither. With `onlyIf` the row is added only if that holds once the
 * statements have run. Gives the statements' results.
 */
export async function writeAudited<const T extends readonly Statement[]>(
  world: World,
  did: Did,
  build: (db: Drizzle) => T | Promise<T>,
  { onlyIf }: { onlyIf?: SQL } = {},
): Promise<BatchResponse<T>> {
  const results: readonly unknown[] = await world.db.write(async (db) => [
    ...(await build(db)),
    ...(await auditRow(db, did, world.now().toISOString(), onlyIf)),
  ])
  return results.slice(0, -1) as unknown as BatchResponse<T>
}

/** SQLite's own note of the highest `seq` ever given. */
const sequence = sqliteTable('sqlite_sequence', { name: text(), seq: integer() })

/** Reads the whole trail: how many rows, and the `seq` at which it is first not as it was written. */
export async function verifyAudit(world: World): Promise<{ rows: number; brokenAt?: number }> {
  const [highest] = await world.db.read.select().from(sequence).where(eq(sequence.name, 'audit'))
  let rows = 0
  let prev = ''
  for (;;) {
    const some = await world.db.read.select().from(audit).where(gt(audit.seq, rows)).orderBy(asc(audit.seq)).limit(1000)
    for (const row of some) {
      if (row.seq !== rows + 1 || row.prev !== prev || row.hash !== hashOf(row)) return { rows, brokenAt: rows + 1 }
      rows = row.seq
      prev = row.hash
    }
    if (some.length === 0) return rows < (highest?.seq ?? 0) ? { rows, brokenAt: rows + 1 } : { rows }
  }
}

/** SHA-256 over the hash before and the row, its keys always in this order. */
function hashOf({ prev, seq, at, who, familyId, did, about }: Omit<Row, 'hash'>): string {
  return createHash('sha256')
    .update(prev + JSON.stringify({ seq, at, who, familyId, did, about }))
    .digest('base64url')
}
