import { and, asc, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import { openDraftOf } from '#app/domain/council/open-draft'
import type { Id } from '#app/domain/plan/case-file'
import { type Changing, change } from '#app/domain/plan/draft/change'
import { itemsIn } from '#app/domain/plan/draft/loose'
import type { Change, Outcome, Step, Writing } from '#app/domain/plan/draft/writing'
import { oweOwnItems } from '#app/domain/plan/people-faults'
import type { AuditedWrite } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { wasThereAlready } from '#db/client.server'
import { draftChanges, drafts } from '#db/schema'
import { newItemId } from './item-id'
import { onceAMinute } from './once-a-minute'

/** `revision`: of the draft afterwards. */
export type Saved = { revision: number; outcomes: Outcome[] }

/** A change, or what it is worked out to be once it is known what stands in the draft and what stood there then. */
type Asked = Change[] | ((writing: Writing, valueThen: (item: Id, field: string) => unknown) => Change[])

/**
 * Does changes to a family's open draft in one write, each once however often it comes. `seen` is the revision their
 * writer had read. Undefined when no draft is open any more: nothing was saved. What is not theirs to write the caller
 * has turned away.
 */
export async function saveDraft(
  world: World,
  { familyId, by, seen }: { familyId: string; by: string; seen: number },
  asked: Asked,
  writeAs: AuditedWrite = onceAMinute(world, { familyId, by }),
): Promise<Saved | undefined> {
  for (;;) {
    const found = await openDraftOf(world, familyId)
    if (!found) return undefined
    const done = await workedOut(world, found, { by, seen }, asked)
    if (done.rows.length === 0) return { revision: found.revision, outcomes: done.outcomes }
    const revision = found.revision + done.rows.length
    try {
      await writeAs({ who: `staff:${by}`, familyId, did: 'draft changed', about: found.id }, async (db) => {
        const open = and(eq(drafts.id, found.id), eq(drafts.revision, found.revision), isNull(drafts.closedAt))
        if ((await db.$count(drafts, open)) === 0) throw new Newer()
        return [
          db.insert(draftChanges).values(done.rows),
          db.update(drafts).set({ state: done.writing, revision }).where(open),
        ]
      })
      return { revision, outcomes: done.outcomes }
    } catch (error) {
      // Somebody else saved in between: what they wrote is looked at first.
      const isNewer = error instanceof Newer || wasThereAlready(error, 'draft_changes.draft_id, draft_changes.seq')
      if (!isNewer) throw error
    }
  }
}

class Newer extends Error {}

type Draft = NonNullable<Awaited<ReturnType<typeof openDraftOf>>>

async function workedOut(world: World, draft: Draft, { by, seen }: { by: string; seen: number }, asked: Asked) {
  const since = await world.db.read
    .select()
    .from(draftChanges)
    .where(and(eq(draftChanges.draftId, draft.id), gt(draftChanges.seq, seen)))
    .orderBy(asc(draftChanges.seq))
  const writing = draft.writing
  const items = itemsIn(writing.document)
  const valueThen = (item: Id, field: string) => {
    const first = since.find(
      (row) => row.itemId === item && row.field === field && row.did !== 'add' && row.became === 'taken',
    )
    return first ? first.before : items.get(item)?.item[field]
  }
  const changes = Array.isArray(asked) ? asked : asked(writing, valueThen)
  const known = await cameBefore(world, draft.id, changes)
  const touched = new Set(since.filter((row) => row.by !== by).map(({ itemId }) => itemId))
  const writers = await writersOf(world, draft.id, changes)
  const at = world.now().toISOString()
  const who = {
    ...{ by, at, newId: () => newItemId(world) },
    touched: (ids: Id[]) => ids.some((id) => touched.has(id)),
    writerOf: (item: Id, field: string) => writers.get(`${item} ${field}`),
  }
  const outcomes: Outcome[] = []
  const rows: (typeof draftChanges.$inferInsert)[] = []
  for (const one of changes) {
    if (known.has(one.id)) {
      outcomes.push({ id: one.id, is: 'same' })
      continue
    }
    const { outcome, steps } = change(writing, one, who)
    outcomes.push(outcome)
    known.add(one.id)
    const row = (step: Step, n: number) => ({
      ...{ draftId: draft.id, seq: draft.revision + rows.length + 1 + n, by, at, did: one.do },
      changeId: n === 0 ? one.id : `${one.id}/${n}`,
      ...{ itemId: step.itemId, field: step.field, became: step.became },
      ...{ before: step.before ?? null, after: step.after ?? null },
    })
    rows.push(...steps.map(row))
  }
  if (rows.length > 0) rows.push(...narrowed(draft, writing, who, `${changes.at(-1)?.id}`, rows.length))
  return { writing, outcomes, rows }
}

/** Whoever an order is against, or from whom somebody is hidden, sees own items alone from then on: no worker has to know of that. */
function narrowed(
  draft: Draft,
  writing: Writing,
  who: Changing,
  by: string,
  after: number,
): (typeof draftChanges.$inferInsert)[] {
  return [...oweOwnItems(writing.document).keys()].map((itemId, n) => {
    const [field, to] = ['planView', 'own-items']
    const changeId = `${by}~${itemId}`
    const from = itemsIn(writing.document).get(itemId)?.item[field]
    change(writing, { id: changeId, do: 'set', item: itemId, field, from, to }, who)
    return {
      ...{ draftId: draft.id, seq: draft.revision + after + 1 + n, by: who.by, at: who.at, did: 'set' as const },
      ...{ changeId, itemId, field, became: 'taken' as const, before: from ?? null, after: to },
    }
  })
}

async function cameBefore(world: World, draftId: string, changes: Change[]): Promise<Set<string>> {
  const ids = JSON.stringify(changes.map(({ id }) => id))
  const rows = await world.db.read
    .select({ id: draftChanges.changeId })
    .from(draftChanges)
    .where(
      and(eq(draftChanges.draftId, draftId), sql`${draftChanges.changeId} in (select value from json_each(${ids}))`),
    )
  return new Set(rows.map(({ id }) => id))
}

/** Who last wrote what stands in the fields these are about. */
async function writersOf(world: World, draftId: string, changes: Change[]) {
  const items = JSON.stringify(changes.flatMap((one) => ('item' in one ? [one.item] : [])))
  const rows = await world.db.read
    .select({ item: draftChanges.itemId, field: draftChanges.field, by: draftChanges.by, at: draftChanges.at })
    .from(draftChanges)
    .where(
      and(
        eq(draftChanges.draftId, draftId),
        eq(draftChanges.became, 'taken'),
        sql`${draftChanges.itemId} in (select value from json_each(${items}))`,
      ),
    )
    .orderBy(desc(draftChanges.seq))
  return new Map(rows.toReversed().map(({ item, field, by, at }) => [`${item} ${field}`, { by, at }]))
}
