/** The way of a draft to being shown: asked for, endorsed, looked at as each person, or sent back. */
import { and, eq, isNull } from 'drizzle-orm'
import type { Draft } from '#app/domain/council/drafts'
import type { Before } from '#app/domain/council/turns'
import { ownWords } from '#app/domain/forms/own-words'
import { type AuditedWrite, plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { hands, versions } from '#db/schema'
import { type Giving, lookAtDraft, type MayNot } from './look-at-draft'
import { Moved, unlessMoved } from './moved'

/**
 * One act on a family's draft by a member of staff, in one write with its audit row; with the last one that is needed
 * the plan is shown in the same write. Refused, and nothing written: when it is not theirs to give now; when the draft
 * is not the one they read (`versionId`); when they name nobody who can make a second check that is needed; when they
 * make that check without having looked at this version as everybody who would see it; and, but for sending back, when there is a fault in it or it would tell one of its readers what is kept from them.
 */
export async function giveHand(
  world: World,
  before: Before,
  of: { familyId: string; versionId: string },
  giving: Giving,
  writeAs: AuditedWrite = plainly(world),
): Promise<{ is: 'given'; published: boolean } | MayNot> {
  for (;;) {
    const look = await lookAtDraft(world, before, of, giving)
    if (!('draft' in look)) return look
    const { draft, revision, shown } = look
    const did = `plan ${giving.kind}${shown ? ' and published' : ''}`
    try {
      await writeAs(
        { who: `staff:${before.staffId}`, familyId: of.familyId, did, about: draft.versionId },
        async (db) => {
          // Somebody else may have given theirs since, or shut something: then it is looked at again.
          await unlessMoved(db, of.familyId, revision)
          const at = world.now().toISOString()
          const unpublished = and(eq(versions.id, draft.versionId), isNull(versions.publishedAt))
          return [
            db.insert(hands).values(rowOf(draft, before, giving, at)),
            ...(shown
              ? [
                  db
                    .update(versions)
                    .set({ ...shown, publishedAt: at })
                    .where(unpublished),
                ]
              : []),
          ]
        },
      )
      return { is: 'given', published: !!shown }
    } catch (error) {
      if (!(error instanceof Moved)) throw error
    }
  }
}

function rowOf({ familyId, versionId, domesticAbuse }: Draft, { staffId }: Before, giving: Giving, at: string) {
  return {
    ...{ familyId, versionId, kind: giving.kind, by: staffId, at },
    ...(giving.kind === 'asked' && domesticAbuse && { secondCheckBy: giving.checker }),
    ...(giving.kind === 'sent-back' && { words: ownWords(giving.words) }),
  }
}
