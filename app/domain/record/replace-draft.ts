import { asc, eq } from 'drizzle-orm'
import { draftOf } from '#app/domain/council/drafts'
import { type Before, mayDo } from '#app/domain/council/turns'
import type { FamilyFile } from '#app/domain/plan/case-file'
import { faultsIn, type Listed } from '#app/domain/plan/faults'
import { staffOf } from '#app/domain/plan/who-publishes'
import { type AuditedWrite, plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { said } from '#db/schema'
import { saidOf } from './export'
import { Moved } from './moved'
import { revisionOf, writeNextVersion } from './next-version'

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
  const revision = await revisionOf(world, familyId)
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

  const next = {
    ...{ familyId, revision, document: document as FamilyFile, by: before.staffId },
    did: 'draft replaced' as const,
  }
  try {
    return await writeNextVersion(world, next, writeAs)
  } catch (error) {
    if (error instanceof Moved) return replaceDraft(world, before, familyId, json, writeAs)
    throw error
  }
}
