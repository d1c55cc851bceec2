import { documentOf } from '#app/domain/access/documents'
import { draftOf } from '#app/domain/council/drafts'
import { type Before, mayDo } from '#app/domain/council/turns'
import { versionsOf } from '#app/domain/desk/versions-for-staff'
import { type AuditedWrite, plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { type BeingWritten, nextVersion } from './next-version'

/**
 * Makes a version of a family's plan its newest draft again, word for word: an older one, or the one that is shown, to be
 * changed. It takes the place of a draft that is on its way, which stays among the versions, and is shown to nobody until
 * it has its hands. Refused while a draft is open in the editor. Undefined, and nothing written, when there is no such
 * version, when it is the draft that is on its way, or when that draft is not theirs to put aside.
 */
export async function restoreVersion(
  world: World,
  before: Before,
  of: { familyId: string; number: number },
  writeAs: AuditedWrite = plainly(world),
): Promise<{ versionId: string } | BeingWritten | undefined> {
  const made = await nextVersion(
    world,
    { familyId: of.familyId, by: before.staffId },
    async () => {
      const version = await restorable(world, before, of)
      if (!version) return undefined
      const { versionId } = version
      const document = (await documentOf(world, versionId)).file
      return { document, did: 'version restored', restoredFrom: versionId }
    },
    writeAs,
  )
  return made && 'faults' in made ? undefined : made
}

/** The version of this number, if this member of staff may make it the draft; `draft`: one is on its way. */
export async function restorable(
  world: World,
  before: Before,
  { familyId, number }: { familyId: string; number: number },
) {
  if (!before.as) return undefined
  const draft = await draftOf(world, familyId)
  const all = await versionsOf(world, familyId)
  const version = all.find((one) => one.number === number)
  const isTheirs = !draft || mayDo(draft, before).replace
  return version && version.versionId !== draft?.versionId && isTheirs ? { ...version, draft } : undefined
}
