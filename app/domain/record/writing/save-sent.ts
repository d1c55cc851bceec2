import type { FamilyOfStaff } from '#app/domain/council/families'
import { openDraftOf } from '#app/domain/council/open-draft'
import { changesSent, type sentByScript } from '#app/domain/plan/draft/from-script'
import { controlOf } from '#app/domain/plan/draft/kinds'
import { itemsIn } from '#app/domain/plan/draft/loose'
import { valueFor } from '#app/domain/plan/draft/shown'
import type { World } from '#app/domain/world'
import { draftHandles } from './handles'
import { reachesOf } from './reaches'
import { saveDraft } from './save'
import { asTyped, type Since, sinceThen } from './since'

type Told = Since & { outcomes: { id: string; is: string; now?: string[] }[] }

/** Saves what the script sent and tells it what became of each change, and what others wrote meanwhile; undefined when no draft is open. */
export async function saveSent(
  world: World,
  { family, by, seen }: { family: Pick<FamilyOfStaff, 'familyId' | 'published'>; by: string; seen: number },
  sent: NonNullable<ReturnType<typeof sentByScript>>,
): Promise<Told | undefined> {
  const { familyId } = family
  const draft = await openDraftOf(world, familyId)
  if (!draft) return undefined
  const handles = await draftHandles(world, draft)
  const reaches = await reachesOf(world, family)
  const saved = await saveDraft(world, { familyId, by, seen }, (writing) =>
    changesSent(sent, handles, writing).filter((one) => !reaches(one)),
  )
  const since =
    saved &&
    (await sinceThen(
      world,
      familyId,
      seen,
      sent.map(({ id }) => id),
    ))
  if (!saved || !since) return undefined
  const items = itemsIn(draft.writing.document)
  const now = (id: string, value: unknown) => {
    const one = sent.find((change) => change.id === id)
    if (one?.do !== 'set') return undefined
    const control = controlOf(items.get(handles.id(one.item))?.key ?? '', one.field)
    return control && asTyped(valueFor(value, control, handles.handle))
  }
  const outcomes = saved.outcomes.map(({ id, is, now: value }) => ({ id, is, now: now(id, value) }))
  return { ...since, outcomes }
}
