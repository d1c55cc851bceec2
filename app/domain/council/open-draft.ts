/** A family's plan while it is being written. */
import { and, eq, isNull } from 'drizzle-orm'
import type { Id } from '#app/domain/plan/case-file'
import type { Writing } from '#app/domain/plan/draft/writing'
import type { World } from '#app/domain/world'
import { drafts, staff } from '#db/schema'

export type OpenDraft = {
  id: string
  familyId: string
  /** The version it was begun from. */
  basedOn: string | null
  writing: Writing
  revision: number
  madeAt: string
  author: { id: Id; name: string }
}

/** The draft of a family that is open; undefined when nobody is writing. */
export async function openDraftOf({ db }: Pick<World, 'db'>, familyId: string): Promise<OpenDraft | undefined> {
  const [row] = await db.read
    .select({ draft: drafts, name: staff.name })
    .from(drafts)
    .innerJoin(staff, eq(staff.id, drafts.madeBy))
    .where(and(eq(drafts.familyId, familyId), isNull(drafts.closedAt)))
  if (!row) return undefined
  const { id, basedOn, state, revision, madeAt, madeBy } = row.draft
  return { ...{ id, familyId, basedOn, revision, madeAt }, writing: state, author: { id: madeBy, name: row.name } }
}
