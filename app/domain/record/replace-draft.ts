import { type Before, mayDo } from '#app/domain/council/turns'
import type { FamilyFile } from '#app/domain/plan/case-file'
import type { Listed } from '#app/domain/plan/faults'
import { type AuditedWrite, plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { type BeingWritten, faultsFor, nextVersion } from './next-version'

/**
 * Puts a changed file in the place of a family's draft, as its next version, which needs its hands anew. What people
 * said stays as it is, and the file has to fit it. Refused while a draft is open in the editor. Gives the faults
 * instead, and writes nothing; undefined when there is no draft or it is not theirs.
 */
export async function replaceDraft(
  world: World,
  before: Before,
  familyId: string,
  json: unknown,
  writeAs: AuditedWrite = plainly(world),
): Promise<{ versionId: string } | BeingWritten | Listed | undefined> {
  return nextVersion(
    world,
    { familyId, by: before.staffId },
    async ({ draft }) => {
      if (!draft || !mayDo(draft, before).replace) return undefined
      const wrong = await faultsFor(world, familyId, json)
      if (wrong) return wrong
      const { said: _, ...document } = Object(json)
      const another = `This family is “${draft.reference}”. Another one is added by itself.`
      if (document.reference !== draft.reference) return { faults: [{ path: '$.reference', message: another }] }
      return { document: document as FamilyFile, did: 'draft replaced' }
    },
    writeAs,
  )
}
