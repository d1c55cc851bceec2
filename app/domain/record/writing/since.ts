import { and, asc, desc, eq, gt } from 'drizzle-orm'
import { openDraftOf } from '#app/domain/council/open-draft'
import { controlOf } from '#app/domain/plan/draft/kinds'
import { itemsIn } from '#app/domain/plan/draft/loose'
import { valueFor } from '#app/domain/plan/draft/shown'
import type { World } from '#app/domain/world'
import { draftChanges, staff } from '#db/schema'
import { draftHandles } from './handles'

export type Since = {
  revision: number
  /** The last change of all. */
  saved?: { by: string; at: string }
  /** What stands now in the fields that were written in. */
  fields: { name: string; value: string[] }[]
  /** Something was added, moved, taken out or put beside, or somebody sees less by it. */
  moved: boolean
}

/** What happened to a family's open draft after this revision, but for these changes; undefined when none is open. */
export async function sinceThen(
  world: World,
  familyId: string,
  seen: number,
  but: string[] = [],
): Promise<Since | undefined> {
  const draft = await openDraftOf(world, familyId)
  if (!draft) return undefined
  const { handle } = await draftHandles(world, draft)
  const rows = await world.db.read
    .select()
    .from(draftChanges)
    .where(and(eq(draftChanges.draftId, draft.id), gt(draftChanges.seq, seen)))
    .orderBy(asc(draftChanges.seq))
  const [last] = await world.db.read
    .select({ by: staff.name, at: draftChanges.at })
    .from(draftChanges)
    .innerJoin(staff, eq(staff.id, draftChanges.by))
    .where(eq(draftChanges.draftId, draft.id))
    .orderBy(desc(draftChanges.seq))
    .limit(1)
  const others = rows.filter((row) => !but.some((id) => row.changeId === id || row.changeId.startsWith(`${id}/`)))
  const items = itemsIn(draft.writing.document)
  const fields = others.flatMap(({ itemId, field, did, became }) => {
    const found = items.get(itemId)
    const control = found && field ? controlOf(found.key, field) : undefined
    if (!found || !field || !control || did === 'add' || became !== 'taken') return []
    return [{ name: `${handle(itemId)}.${field}`, value: asTyped(valueFor(found.item[field], control, handle)) }]
  })
  return {
    revision: draft.revision,
    ...(last && { saved: { by: last.by.split(' ')[0] ?? '', at: last.at } }),
    fields,
    moved: others.some(({ did, became, field }) => did !== 'set' || became !== 'taken' || field === 'planView'),
  }
}

/** As a browser has it in a field: nothing, one value, or those that are pressed. */
export function asTyped(value: string | boolean | string[]): string[] {
  if (Array.isArray(value)) return value
  return typeof value === 'boolean' ? (value ? ['yes'] : []) : [value]
}
