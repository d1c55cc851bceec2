import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { authorsAsJson, authorsIn } from '#app/domain/council/authors'
import type { FamilyFile } from '#app/domain/plan/case-file'
import type { Fault } from '#app/domain/plan/faults'
import { versionRows, writeVersion } from '#app/domain/plan/version'
import { type Publishing, publishingFaults } from '#app/domain/plan/who-publishes'
import { writeAudited } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import { drafts, families, versions } from '#db/schema'
import { lookThrough } from './look-through'

/**
 * Makes a new version and shows it from now on: the version, the people and public ids that are new with it, and
 * the audit row, in one write. Gives the faults instead, and writes nothing, when the document has any, when it would
 * tell one of its readers what is kept from them, or when these members of staff may not publish it. The caller has
 * made sure that they work with this family.
 */
export async function publishVersion(
  world: World,
  familyId: string,
  document: FamilyFile,
  { by, endorsedBy, secondCheckBy }: { by: string } & Publishing,
): Promise<{ versionId: string; number: number } | { faults: Fault[] }> {
  const publishing = { by, endorsedBy, secondCheckBy }
  let looked = await lookedThrough(world, familyId, document, publishing)
  if (looked.faults.length > 0) return { faults: looked.faults }

  const rows = versionRows(world, { familyId, document, by, publish: { endorsedBy, secondCheckBy } })
  const number = sql<number>`(select coalesce(max(${versions.number}), 0) + 1 from ${versions} where ${versions.familyId} = ${familyId})`
  try {
    await writeAudited(
      world,
      { who: `staff:${by}`, familyId, did: 'published', about: rows.version.id },
      async (db) => {
        // Somebody may have been shut out of something while the plan was looked through.
        const [family] = await db.select().from(families).where(eq(families.id, familyId))
        if (family?.revision !== looked.revision) looked = await lookedThrough(world, familyId, document, publishing)
        if (looked.faults.length > 0) throw new NotPublished()
        // What is written in the editor would go on from a plan that is no longer the newest.
        if ((await db.$count(drafts, and(eq(drafts.familyId, familyId), isNull(drafts.closedAt)))) > 0) {
          looked = { faults: [{ path: '$', message: 'A new draft of this plan is being written. Finish it first.' }] }
          throw new NotPublished()
        }
        return writeVersion(db, rows, number)
      },
    )
  } catch (error) {
    if (error instanceof NotPublished) return { faults: looked.faults }
    throw error
  }
  const [made] = await world.db.read.select().from(versions).where(eq(versions.id, rows.version.id))
  return { versionId: rows.version.id, number: made?.number ?? 0 }
}

class NotPublished extends Error {}

/** All that keeps the document from being shown by these members of staff, as the family stands at this revision. */
async function lookedThrough(
  world: World,
  familyId: string,
  document: FamilyFile,
  { by, ...publishing }: { by: string } & Publishing,
): Promise<{ revision?: number; faults: Fault[] }> {
  const { revision, faults, everyone } = await lookThrough(world, familyId, document, {
    authors: await writersOf(world, familyId, by),
    ...(document.domesticAbuse && { secondBy: publishing.secondCheckBy }),
  })
  return {
    revision,
    faults: [...faults, ...publishingFaults(everyone, document.domesticAbuse === true, by, publishing)],
  }
}

/** Who publishes, and whoever wrote since a version was last shown: it may have their words. */
async function writersOf(world: World, familyId: string, by: string): Promise<string[]> {
  const [newest] = await world.db.read
    .select({ publishedAt: versions.publishedAt, authors: authorsAsJson() })
    .from(versions)
    .where(eq(versions.familyId, familyId))
    .orderBy(desc(versions.number))
    .limit(1)
  return newest && !newest.publishedAt ? [by, ...authorsIn(newest.authors)] : [by]
}
