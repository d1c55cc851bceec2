import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import { draftOf } from '#app/domain/council/drafts'
import { type Before, mayDo } from '#app/domain/council/turns'
import type { FamilyFile } from '#app/domain/plan/case-file'
import { faultsIn, type Listed } from '#app/domain/plan/faults'
import { versionRows, writeVersion } from '#app/domain/plan/version'
import { staffOf } from '#app/domain/plan/who-publishes'
import { type AuditedWrite, plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { families, people, said, versions } from '#db/schema'
import { saidOf } from './export'
import { Moved, unlessMoved } from './moved'

/**
 * Puts a changed file in the place of a family's draft, as its next version, which needs its hands anew. What people
 * said stays as it is, and the file has to fit it. How people are reached is the file's as long as nothing was ever
 * published, since nobody can have been invited. Gives the faults instead, and writes nothing; undefined when there
 * is no draft or it is not theirs.
 */
export async function replaceDraft(
  world: World,
  before: Before,
  familyId: string,
  json: unknown,
  writeAs: AuditedWrite = plainly(world),
): Promise<{ versionId: string } | Listed | undefined> {
  const [family] = await world.db.read.select().from(families).where(eq(families.id, familyId))
  const draft = await draftOf(world, familyId)
  if (!draft || !mayDo(draft, before).replace) return undefined
  const { read } = world.db
  const spoken = saidOf(await read.select().from(said).where(eq(said.familyId, familyId)).orderBy(asc(said.seq)))
  const { said: _, ...document } = Object(json)
  const staff = (await staffOf(world)).map(({ id }) => id)
  const whole = faultsIn(spoken ? { ...document, said: spoken } : json, {
    staff,
  })
  if ('faults' in whole) return whole
  if (document.reference !== draft.reference)
    return {
      faults: [
        { path: '$.reference', message: `This family is “${draft.reference}”. Another one is added by itself.` },
      ],
    }

  const ofFamily = eq(versions.familyId, familyId)
  const rows = versionRows(world, { familyId, document: document as FamilyFile, by: before.staffId })
  const number = sql<number>`(select max(${versions.number}) + 1 from ${versions} where ${ofFamily})`
  const did = { who: `staff:${before.staffId}`, familyId, did: 'draft replaced', about: rows.version.id } as const
  try {
    await writeAs(did, async (db) => {
      // It may have been shown since: then it is no draft any more.
      await unlessMoved(db, familyId, family?.revision)
      const published = await db.$count(versions, and(ofFamily, isNotNull(versions.publishedAt)))
      return [
        ...(published > 0 ? [] : [db.delete(people).where(eq(people.familyId, familyId))]),
        ...writeVersion(db, rows, number),
      ]
    })
  } catch (error) {
    if (error instanceof Moved) return replaceDraft(world, before, familyId, json, writeAs)
    throw error
  }
  return { versionId: rows.version.id }
}
