/**
 * The trail: who looked at or did what, never what it said. One chain a family, so that one can be shown, or end, by
 * itself; one for the council. Every row holds the hash of the one before: one changed, taken out or moved shows. Whoever
 * rewrites the whole file, heads too, is found by heads that were kept elsewhere.
 */
import { createHash } from 'node:crypto'
import { and, asc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm'
import type { BatchResponse } from 'drizzle-orm/batch'
import type { World } from '#app/domain/world'
import type { Database, Drizzle, Statement } from '#db/client.server'
import { audit, auditHeads, families } from '#db/schema'

export type Did = {
  who: `person:${string}` | `staff:${string}` | 'system'
  familyId?: string
  /** What was done, in a word or two: never what was said. */
  did: string
  /** A row's id, never a name. */
  about?: string
}

type Row = Omit<typeof audit.$inferSelect, 'id'>

/** For `onlyIf`: the statement before the audit row changed something. */
export const ifChanged = sql`changes() > 0`

export const COUNCIL = 'council'
/** The one chain there was for all, until each family had its own. */
const BEFORE = 'before'
const chainOf = ({ familyId }: Did) => familyId ?? COUNCIL

/**
 * The statement that adds rows, for the end of a write. Only inside the write door, since it reads the last row of
 * each chain; when another process adds one in between, `seq` is taken, and the door tries the write again.
 * `at` is an ISO time in UTC. In an array, because a promise of a bare drizzle statement would run it at once.
 */
export async function auditRows(db: Drizzle, dids: readonly Did[], at: string, onlyIf?: SQL): Promise<[Statement]> {
  const chains = [...new Set(dids.map(chainOf))]
  const heads = await db.select().from(auditHeads).where(inArray(auditHeads.chain, chains))
  const last = new Map<string, Pick<Row, 'seq' | 'hash'>>(heads.map((head) => [head.chain, head]))
  const rows = dids.map((did) => {
    const chain = chainOf(did)
    const before = last.get(chain) ?? { seq: 0, hash: '' }
    const row = rowAfter(before, chain, did, at)
    last.set(chain, row)
    return row
  })
  if (!onlyIf) return [db.insert(audit).values(rows)]
  // In the order of the table's columns.
  const values = rows.map(
    (row) =>
      sql`(null, ${row.chain}, ${row.seq}, ${row.prev}, ${row.hash}, ${row.at}, ${row.who}, ${row.familyId}, ${row.did}, ${row.about})`,
  )
  return [db.insert(audit).select(sql`select * from (values ${sql.join(values, sql`, `)}) where ${onlyIf}`)]
}

function rowAfter({ seq, hash: prev }: Pick<Row, 'seq' | 'hash'>, chain: string, did: Did, at: string): Row {
  const content = {
    seq: seq + 1,
    at,
    who: did.who,
    familyId: did.familyId ?? null,
    did: did.did,
    about: did.about ?? null,
  }
  return { ...content, chain, prev, hash: hashOf({ ...content, prev }) }
}

/**
 * One write and its audit rows: all or none. With `onlyIf` the rows are added only if that holds once the
 * statements have run. What `build` reads of the family holds when it is written: whatever else is done in it adds a
 * row to its chain, whose end is read first, and then all of this is done again. Gives the statements' results.
 */
export async function writeAudited<const T extends readonly Statement[]>(
  world: World,
  did: Did | readonly Did[],
  build: (db: Drizzle) => T | Promise<T>,
  { onlyIf }: { onlyIf?: SQL } = {},
): Promise<BatchResponse<T>> {
  const results: readonly unknown[] = await world.db.write(async (db) => {
    const rows = await auditRows(db, [did].flat(), world.now().toISOString(), onlyIf)
    return [...(await build(db)), ...rows]
  })
  return results.slice(0, -1) as unknown as BatchResponse<T>
}

/** All that is needed of a world to look at its trail: a copy has no more. */
type Reads = { db: Pick<Database, 'read'> }

/** `brokenAt`: the first row that is not as it was written, in this `chain`: a family's id, or the council's. */
export type Verified = { rows: number; chain?: string; brokenAt?: number }

/** Reads the whole trail, or one family's, and counts its rows up to the first that is not as it was written. */
export async function verifyAudit(world: Reads, { familyId }: { familyId?: string } = {}): Promise<Verified> {
  const heads = await world.db.read
    .select()
    .from(auditHeads)
    .where(familyId === undefined ? undefined : eq(auditHeads.chain, familyId))
    .orderBy(asc(auditHeads.chain))
  const heard = new Set(heads.map(({ chain }) => chain))
  let rows = 0
  for (const head of heads) {
    const { rows: some, broken } = await verifyChain(world, head)
    rows += some
    if (broken) return { rows, chain: head.chain, brokenAt: some + 1 }
  }
  const lost = familyId === undefined ? await chainWithoutHead(world, heard) : undefined
  return lost === undefined ? { rows } : { rows, chain: lost, brokenAt: 1 }
}

/**
 * Whether rows of one chain, newest first, stand as they were written: none altered, none missing between them, the first
 * right before `next`, and where a head is given, its.
 */
export function areAsWritten(rows: readonly Omit<Row, 'chain'>[], next: number, head?: Pick<Row, 'seq' | 'hash'>) {
  const [newest] = rows
  const isLast = !head || (newest?.seq === head.seq && newest.hash === head.hash)
  return (
    isLast &&
    rows.every((row, at) => {
      const before = rows[at + 1]
      return row.seq === next - 1 - at && row.hash === hashOf(row) && (!before || row.prev === before.hash)
    })
  )
}

export type Head = { chain: string; seq: number; hash: string }

/** The last row of each chain, to be kept elsewhere: what is older than these can be changed no more unseen. */
export const headsOf = ({ db }: World): Promise<Head[]> =>
  db.read.select().from(auditHeads).orderBy(asc(auditHeads.chain))

/** The first of these heads, kept elsewhere, that the trail does not hold any more as it was. */
export async function lostSince(world: World, kept: readonly Head[]): Promise<Head | undefined> {
  for (const head of kept) {
    const same = and(eq(audit.chain, head.chain), eq(audit.seq, head.seq), eq(audit.hash, head.hash))
    if ((await world.db.read.$count(audit, same)) === 0) return head
  }
  return undefined
}

/** A chain that lost its head; or a family that has none, though its adding was a row. */
async function chainWithoutHead({ db }: Reads, heard: Set<string>): Promise<string | undefined> {
  const known = await db.read
    .select({ chain: families.id })
    .from(families)
    .union(db.read.selectDistinct({ chain: audit.chain }).from(audit))
  return known.find(({ chain }) => !heard.has(chain))?.chain
}

async function verifyChain(world: Reads, head: typeof auditHeads.$inferSelect) {
  let rows = 0
  let prev = ''
  for (;;) {
    const some = await world.db.read
      .select()
      .from(audit)
      .where(and(eq(audit.chain, head.chain), gt(audit.seq, rows)))
      .orderBy(asc(audit.seq))
      .limit(1000)
    for (const row of some) {
      const isHere = row.chain === BEFORE || row.chain === (row.familyId ?? COUNCIL)
      if (!isHere || row.seq !== rows + 1 || row.prev !== prev || row.hash !== hashOf(row))
        return { rows, broken: true }
      rows = row.seq
      prev = row.hash
    }
    if (some.length === 0) return { rows, broken: rows !== head.seq || prev !== head.hash }
  }
}

/** SHA-256 over the hash before and the row, its keys always in this order. */
function hashOf({ prev, seq, at, who, familyId, did, about }: Omit<Row, 'hash' | 'chain'>): string {
  return createHash('sha256')
    .update(prev + JSON.stringify({ seq, at, who, familyId, did, about }))
    .digest('base64url')
}
