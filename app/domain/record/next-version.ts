/** The one way to a family's next version: whoever makes one, the editor, a file, a translator or an older version. */
import { and, asc, desc, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { type Draft, draftOf } from '#app/domain/council/drafts'
import { openDraftOf } from '#app/domain/council/open-draft'
import type { FamilyFile } from '#app/domain/plan/case-file'
import { faultsIn, type Listed } from '#app/domain/plan/faults'
import { versionRows, writeVersion } from '#app/domain/plan/version'
import { staffOf } from '#app/domain/plan/who-publishes'
import { type AuditedWrite, plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import type { Drizzle, Statement } from '#db/client.server'
import { drafts, families, people, said, versions } from '#db/schema'
import { saidOf } from './export'
import { Moved, unlessMoved } from './moved'

/** How things stand: the newest version, and the same as a draft while it is not published. */
export type Standing = { newest: { id: string; document: FamilyFile }; draft: Draft | undefined }
export type Next = {
  document: FamilyFile
  did: 'draft replaced' | 'draft begun' | 'version restored'
  /** How people are reached is not this document's to say, whatever was published. */
  keepsReach?: boolean
  /** The version whose words these are anew. */
  restoredFrom?: string
}

/** Somebody writes in the editor: what is written there would go on from a plan that is no longer the newest. */
export type BeingWritten = { refused: 'being-written' }

/**
 * Makes what `make` gives of how things stand the family's next version, which nobody is shown until it has its hands,
 * and works it out anew when somebody was quicker. Refused while a draft is open in the editor: it is finished first.
 * Gives the faults instead, or undefined when there is no plan or `make` gives none; then nothing is written.
 */
export async function nextVersion(
  world: World,
  { familyId, by }: { familyId: string; by: string },
  make: (now: Standing) => Promise<Next | Listed | undefined>,
  writeAs: AuditedWrite = plainly(world),
): Promise<{ versionId: string } | BeingWritten | Listed | undefined> {
  const { read } = world.db
  for (;;) {
    const [family] = await read.select().from(families).where(eq(families.id, familyId))
    const ofFamily = eq(versions.familyId, familyId)
    const [newest] = await read.select().from(versions).where(ofFamily).orderBy(desc(versions.number)).limit(1)
    const next = newest && (await make({ newest, draft: await draftOf(world, familyId) }))
    if (!next || 'faults' in next) return next
    if (await openDraftOf(world, familyId)) return { refused: 'being-written' }
    const { document, did, keepsReach, restoredFrom } = next
    const rows = versionRows(world, { familyId, document, by, restoredFrom })
    try {
      await writeAs({ who: `staff:${by}`, familyId, did, about: rows.version.id }, (db) =>
        nextVersionIn(db, rows, { revision: family?.revision, keepsReach }),
      )
      return { versionId: rows.version.id }
    } catch (error) {
      if (!(error instanceof Moved)) throw error
    }
  }
}

type Under = { revision: number | undefined; keepsReach?: boolean; finishes?: string }

/**
 * The statements for these rows as the next version, for the one write. Throws `Moved` when the family no longer has the
 * `revision` it was worked out under, or a draft is open in the editor other than the one that `finishes` with it. How
 * people are reached is the document's only as long as nothing was ever published: nobody can have been invited.
 */
export async function nextVersionIn(
  db: Drizzle,
  rows: ReturnType<typeof versionRows>,
  { revision, keepsReach, finishes = '' }: Under,
): Promise<Statement[]> {
  const { familyId } = rows.version
  const ofFamily = eq(versions.familyId, familyId)
  await unlessMoved(db, familyId, revision)
  const isWritten = and(eq(drafts.familyId, familyId), isNull(drafts.closedAt), ne(drafts.id, finishes))
  if ((await db.$count(drafts, isWritten)) > 0) throw new Moved()
  const isKept = keepsReach || (await db.$count(versions, and(ofFamily, isNotNull(versions.publishedAt)))) > 0
  const number = sql<number>`(select coalesce(max(${versions.number}), 0) + 1 from ${versions} where ${ofFamily})`
  return [
    ...(isKept ? [] : [db.delete(people).where(eq(people.familyId, familyId))]),
    ...writeVersion(db, rows, number),
  ]
}

/** What is wrong with a document as this family's, with what its people said; undefined: nothing. */
export async function faultsFor(world: World, familyId: string, json: unknown): Promise<Listed | undefined> {
  const ofFamily = world.db.read.select().from(said).where(eq(said.familyId, familyId)).orderBy(asc(said.seq))
  const spoken = saidOf(await ofFamily)
  const staff = (await staffOf(world)).map(({ id }) => id)
  const whole = faultsIn(spoken ? { ...Object(json), said: spoken } : json, { staff })
  return 'faults' in whole ? whole : undefined
}
