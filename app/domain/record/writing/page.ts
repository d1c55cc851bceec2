/** All a page of the editor shows of a draft. */
import { desc, eq } from 'drizzle-orm'
import { isApart } from '#app/domain/access/apart'
import { eyesOf } from '#app/domain/access/eyes'
import type { OpenDraft } from '#app/domain/council/open-draft'
import { londonDay } from '#app/domain/london'
import type { FamilyFile, Id } from '#app/domain/plan/case-file'
import { finished } from '#app/domain/plan/draft/finished'
import { isItem, itemsIn, type Loose } from '#app/domain/plan/draft/loose'
import type { Part } from '#app/domain/plan/draft/parts'
import { type ShownBlock, type ShownValue, shownBeside, shownPart, valueFor } from '#app/domain/plan/draft/shown'
import { PLAN_LISTS, WORRY_LISTS, worriesIn } from '#app/domain/plan/draft/sort-lines'
import type { World } from '#app/domain/world'
import { draftChanges, people, staff } from '#db/schema'
import type { DraftHandles } from './handles'
import { newItemId } from './item-id'

type Named = { id: string; name: string }
export type EditorNames = { people: Named[]; children: Named[]; sides: Named[]; rules: Named[] }
export type GoneLine = { id: string; words: string; by: string; on: string; beside: ReturnType<typeof shownBeside>[] }

export type EditorPart = {
  blocks: ShownBlock[]
  names: EditorNames
  gone: GoneLine[]
  /** Who would have a view of it, for looking at it as each. */
  viewers: Named[]
  saved?: { by: string; at: string }
  leftOver: number
  waiting: number
}

/** One part of the editor. `open`: the handle of the thing whose details stand open; `published`: people are reached as they say themselves. */
export async function editorPart(
  world: World,
  draft: OpenDraft,
  part: Part,
  { handles, open, published }: { handles: DraftHandles; open?: string; published: boolean },
): Promise<EditorPart> {
  const { writing, familyId } = draft
  const [everyone, known, [last]] = await Promise.all([
    world.db.read.select({ id: staff.id, name: staff.name }).from(staff),
    published ? world.db.read.select().from(people).where(eq(people.familyId, familyId)) : [],
    world.db.read
      .select({ by: draftChanges.by, at: draftChanges.at })
      .from(draftChanges)
      .where(eq(draftChanges.draftId, draft.id))
      .orderBy(desc(draftChanges.seq))
      .limit(1),
  ])
  const nameOf = (id: string) => everyone.find((one) => one.id === id)?.name.split(' ')[0] ?? id
  const { handle } = handles
  const facts = new Map(known.map((row) => [row.personId, row]))
  const fixed = (item: Id, field: string): { value: ShownValue } | undefined => {
    const row = facts.get(item)
    if (!row || !OF_REACH.has(field)) return undefined
    if (field === 'safeToText') return { value: valueFor(row.safeToText, 'times', handle) }
    const value = row[field as 'phone']
    return { value: Array.isArray(value) ? (value as string[]).join('\n') : (value ?? '') }
  }
  const newId = () => newItemId(world)
  return {
    blocks: shownPart(writing, part, { handle, newId, open, nameOf, fixed }),
    names: namesIn(writing.document, handle),
    gone: goneIn(draft, handle, nameOf),
    viewers: viewersIn(writing.document, londonDay(world.now().toISOString())).map((one) => ({
      ...one,
      id: handle(one.id),
    })),
    ...(last && { saved: { by: nameOf(last.by), at: last.at } }),
    leftOver: writing.leftOver.length,
    waiting: writing.beside.length,
  }
}

/** How somebody is reached is changed with them, at once, and not with a plan. */
export const OF_REACH = new Set(['phone', 'landline', 'unsafePhones', 'language', 'noTexts', 'safeToText'])

function namesIn(document: Loose, handle: (id: Id) => string): EditorNames {
  const list = (parent: unknown, key: string, name: string) =>
    isItem(parent) && Array.isArray(parent[key])
      ? parent[key].filter(isItem).flatMap((one) => {
          const words = String(one[name] ?? '').trim()
          return words ? [{ id: handle(one.id), name: words }] : []
        })
      : []
  return {
    people: list(document, 'people', 'name'),
    children: list(document, 'children', 'firstName'),
    sides: list(document, 'sides', 'name'),
    rules: list(document.plan, 'rules', 'text'),
  }
}

function goneIn({ writing }: OpenDraft, handle: (id: Id) => string, nameOf: (id: string) => string): GoneLine[] {
  const { gone, beside } = writing
  return gone.toReversed().map(({ item, by, on }) => {
    const within = itemsIn({ id: '', only: item })
    const waits = beside.filter((one) => within.has(one.item)).map((one) => shownBeside(one, { nameOf }))
    return { ...{ id: handle(item.id), words: firstWords(item), by: nameOf(by), on }, beside: waits }
  })
}

/** By what something is known once it is gone. */
function firstWords(item: Loose): string {
  for (const key of ['text', 'name', 'firstName', 'object', 'kind', 'how', 'part'])
    if (typeof item[key] === 'string' && item[key].trim()) return item[key] as string
  const inner = Object.values(item)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isItem)
  return inner.map(firstWords).find((words) => words !== '') ?? ''
}

/** Who would have a view of it, by the rule itself; first whoever stands apart, also without one. */
function viewersIn(document: Loose, today: string): { id: Id; name: string }[] {
  const file: FamilyFile = finished(document)
  const all = [
    ...file.people.map(({ id, name }) => ({ id, name })),
    ...file.children.map(({ id, firstName }) => ({ id, name: firstName })),
  ]
  const isKeptApart = (id: Id) => isApart({ file, today }, id)
  return all
    .filter(({ id, name }) => name && (isKeptApart(id) || eyesOf({ file, narrowings: [] }, id)))
    .sort((a, b) => Number(isKeptApart(b.id)) - Number(isKeptApart(a.id)))
}

/** Lines that wait for a place, and the places there are. */
export function leftOverIn({ writing }: OpenDraft, handle: (id: Id) => string) {
  return {
    lines: writing.leftOver,
    worries: worriesIn(writing).map(({ id }) => handle(id)),
    lists: { worry: [...WORRY_LISTS], plan: [...PLAN_LISTS] },
  }
}
