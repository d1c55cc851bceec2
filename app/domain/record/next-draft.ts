import { asc, desc, eq } from 'drizzle-orm'
import { draftOf } from '#app/domain/council/drafts'
import { type Before, mayDo } from '#app/domain/council/turns'
import type { FamilyFile } from '#app/domain/plan/case-file'
import { faultsIn, type Listed } from '#app/domain/plan/faults'
import { versionRows, writeVersion } from '#app/domain/plan/version'
import { staffOf } from '#app/domain/plan/who-publishes'
import { type AuditedWrite, plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { families, said, versions } from '#db/schema'
import { saidOf } from './export'
import { Moved, unlessMoved } from './moved'

/** How a document becomes another; undefined when it can no longer be changed in this way. */
export type Change = (document: FamilyFile, versionId: string) => FamilyFile | undefined

/**
 * Changes the newest document of a family into its draft: in the place of the one there is, or, behind a published
 * plan, as a new one; it needs its hands anew. How people are reached is not the document's, and stays. Gives the faults instead, and writes nothing; undefined when it is not
 * theirs, when there is no plan, or when `change` gives none.
 */
export async function nextDraft(
  world: World,
  before: Before,
  familyId: string,
  change: Change,
  writeAs: AuditedWrite = plainly(world),
): Promise<{ versionId: string } | Listed | undefined> {
  const { read } = world.db
  const ofFamily = eq(versions.familyId, familyId)
  const [family] = await read.select().from(families).where(eq(families.id, familyId))
  const [newest] = await read.select().from(versions).where(ofFamily).orderBy(desc(versions.number)).limit(1)
  const document = newest && change(newest.document, newest.id)
  if (!newest || !document) return undefined
  const draft = await draftOf(world, familyId)
  // As with a draft that stands: a manager does not write the plan they endorse.
  const may = draft ? mayDo(draft, before).replace : before.as && before.as !== 'manager'
  if (!may) return undefined

  const staff = (await staffOf(world)).map(({ id }) => id)
  const spoken = saidOf(await read.select().from(said).where(eq(said.familyId, familyId)).orderBy(asc(said.seq)))
  const whole = faultsIn({ ...document, ...(spoken && { said: spoken }) }, { staff })
  if ('faults' in whole) return whole
  const rows = versionRows(world, { familyId, document, by: before.staffId })
  const did = draft ? 'draft replaced' : 'draft begun'
  const by = { who: `staff:${before.staffId}`, familyId, did, about: rows.version.id } as const
  try {
    await writeAs(by, async (db) => {
      await unlessMoved(db, familyId, family?.revision)
      return writeVersion(db, rows, newest.number + 1)
    })
  } catch (error) {
    if (error instanceof Moved) return nextDraft(world, before, familyId, change, writeAs)
    throw error
  }
  return { versionId: rows.version.id }
}
