import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { FamilyFile } from '#app/domain/plan/case-file'
import { versionRows, writeVersion } from '#app/domain/plan/version'
import type { AuditedWrite } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { families, people, versions } from '#db/schema'
import { unlessMoved } from './moved'

type Next = {
  familyId: string
  document: FamilyFile
  by: string
  did: 'draft replaced' | 'version restored'
  /** What the family stood at when this was worked out; rejects with `Moved` when it stands at another now. */
  revision: number | undefined
}

/** The number the family's revision stands at: what is worked out afterwards holds while it is the same. */
export async function revisionOf({ db }: World, familyId: string): Promise<number | undefined> {
  const [family] = await db.read.select().from(families).where(eq(families.id, familyId))
  return family?.revision
}

/**
 * Makes a document the family's next version, which nobody is shown until it has its hands. How people are reached is
 * the document's only as long as nothing was ever published, since nobody can have been invited.
 */
export async function writeNextVersion(
  world: World,
  { familyId, document, by, did, revision }: Next,
  writeAs: AuditedWrite,
): Promise<{ versionId: string }> {
  const ofFamily = eq(versions.familyId, familyId)
  const rows = versionRows(world, { familyId, document, by })
  const number = sql<number>`(select max(${versions.number}) + 1 from ${versions} where ${ofFamily})`
  await writeAs({ who: `staff:${by}`, familyId, did, about: rows.version.id }, async (db) => {
    // It may have been shown since: then it is no draft any more.
    await unlessMoved(db, familyId, revision)
    const published = await db.$count(versions, and(ofFamily, isNotNull(versions.publishedAt)))
    return [
      ...(published > 0 ? [] : [db.delete(people).where(eq(people.familyId, familyId))]),
      ...writeVersion(db, rows, number),
    ]
  })
  return { versionId: rows.version.id }
}
