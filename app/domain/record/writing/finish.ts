import { and, eq, isNull } from 'drizzle-orm'
import { openDraftOf } from '#app/domain/council/open-draft'
import type { Fault } from '#app/domain/plan/faults'
import { versionRows } from '#app/domain/plan/version'
import { type AuditedWrite, plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { drafts } from '#db/schema'
import { Moved } from '../moved'
import { nextVersionIn } from '../next-version'
import { lookAtWriting } from './look'

/** `changed`: somebody wrote since; `beside`: words wait beside what is written, and somebody has to choose. */
export type NotFinished = { faults: Fault[]; more?: number } | { refused: 'none' | 'changed' | 'beside' }

/**
 * Makes a family's next version of its open draft, as it was read (`revision`), and closes the draft. The version has
 * whoever does this as its author and needs its hands, like any other; until then what is shown stays as it is.
 */
export async function finishDraft(
  world: World,
  { familyId, by, revision }: { familyId: string; by: string; revision: number },
  writeAs: AuditedWrite = plainly(world),
): Promise<{ versionId: string } | NotFinished> {
  for (;;) {
    const draft = await openDraftOf(world, familyId)
    if (!draft) return { refused: 'none' }
    if (draft.revision !== revision) return { refused: 'changed' }
    if (draft.writing.beside.length > 0) return { refused: 'beside' }
    const { file, faults, more, revision: ofFamily } = await lookAtWriting(world, draft)
    if (faults.length > 0) return { faults, ...(more && { more }) }
    const rows = versionRows(world, { familyId, document: file, by })
    const open = and(eq(drafts.id, draft.id), eq(drafts.revision, revision), isNull(drafts.closedAt))
    const did = { who: `staff:${by}`, familyId, did: 'draft finished', about: rows.version.id } as const
    try {
      await writeAs(did, async (db) => {
        if ((await db.$count(drafts, open)) === 0) throw new Moved()
        return [
          ...(await nextVersionIn(db, rows, { revision: ofFamily, finishes: draft.id })),
          db.update(drafts).set({ closedAt: world.now().toISOString(), became: rows.version.id }).where(open),
        ]
      })
      return { versionId: rows.version.id }
    } catch (error) {
      if (!(error instanceof Moved)) throw error
    }
  }
}
