import type { FamilyOfStaff } from '#app/domain/council/families'
import type { OpenDraft } from '#app/domain/council/open-draft'
import { addedBy, changesIn, type Fields } from '#app/domain/plan/draft/from-form'
import type { Part } from '#app/domain/plan/draft/parts'
import { sortingIn } from '#app/domain/plan/draft/sort-lines'
import { keyed } from '#app/domain/tokens'
import type { World } from '#app/domain/world'
import { draftHandles } from './handles'
import { newItemId } from './item-id'
import { reachesOf } from './reaches'
import { saveDraft } from './save'

type Page = { family: Pick<FamilyOfStaff, 'familyId' | 'published'>; draft: OpenDraft; by: string; part: Part | 'left' }

/**
 * Saves a page of the editor that was sent whole. The same page sent twice is one; sent again with other words, those are
 * changes of what it had been read with. `isChanged`: something was not taken out, because somebody had changed it; `at`: the handle of what was pressed on, or added.
 * Undefined when no draft is open.
 */
export async function savePage(
  world: World,
  { family, draft, by, part }: Page,
  { ticket, fields }: { ticket: string; fields: Fields },
): Promise<{ isChanged: boolean; at?: string } | undefined> {
  const handles = await draftHandles(world, draft)
  const reaches = await reachesOf(world, family)
  const seen = Number(fields.find(([name]) => name === 'seen')?.[1] ?? 0)
  const press = keyed(world, 'draft', ticket, JSON.stringify(fields)).slice(0, 22)
  const saved = await saveDraft(world, { familyId: family.familyId, by, seen }, (writing, valueThen) =>
    part === 'left'
      ? sortingIn(fields, press, handles, writing, () => newItemId(world))
      : changesIn(fields, press, handles, writing, valueThen).filter((one) => !reaches(one)),
  )
  if (!saved) return undefined
  const [what, of] = fields.find(([name]) => name === 'do')?.[1].split('|') ?? []
  return { isChanged: saved.outcomes.some(({ is }) => is === 'changed'), at: what === 'add' ? addedBy(press) : of }
}
