import { and, desc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm'
import { withContactFacts } from '#app/domain/plan/contact-facts'
import { looseOf } from '#app/domain/plan/draft/loose'
import type { Writing } from '#app/domain/plan/draft/writing'
import { randomId } from '#app/domain/plan/version'
import { type AuditedWrite, plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { wasThereAlready } from '#db/client.server'
import { drafts, people, versions } from '#db/schema'
import { Moved } from '../moved'
import { newItemId } from './item-id'

/**
 * Opens a draft of a family's newest version, for whoever works with it: what is shown stays as it is. What was left
 * over in the draft before goes on waiting. Nothing is done when one is open already; false when there is no version.
 */
export async function beginDraft(
  world: World,
  of: { familyId: string; by: string },
  writeAs: AuditedWrite = plainly(world),
): Promise<boolean> {
  for (;;) {
    try {
      return await begun(world, of, writeAs)
    } catch (error) {
      // Another version was made at this moment: it is begun from that one.
      if (!(error instanceof Moved)) throw error
    }
  }
}

async function begun(
  world: World,
  { familyId, by }: { familyId: string; by: string },
  writeAs: AuditedWrite,
): Promise<boolean> {
  const { read } = world.db
  const [newest] = await read
    .select()
    .from(versions)
    .where(eq(versions.familyId, familyId))
    .orderBy(desc(versions.number))
    .limit(1)
  if (!newest) return false
  const [known, [last]] = await Promise.all([
    read.select().from(people).where(eq(people.familyId, familyId)),
    read
      .select({ state: drafts.state })
      .from(drafts)
      .where(and(eq(drafts.familyId, familyId), isNotNull(drafts.closedAt)))
      .orderBy(desc(drafts.madeAt), desc(sql`rowid`))
      .limit(1),
  ])
  const file = withContactFacts(newest.document, known)
  const state: Writing = {
    document: looseOf(file, () => newItemId(world)),
    ...{ beside: [], gone: [] },
    leftOver: last?.state.leftOver ?? [],
  }
  const row = {
    id: randomId(world),
    familyId,
    basedOn: newest.id,
    state,
    madeAt: world.now().toISOString(),
    madeBy: by,
  }
  const did = { who: `staff:${by}`, familyId, did: 'draft begun', about: row.id } as const
  const later = and(eq(versions.familyId, familyId), gt(versions.number, newest.number))
  try {
    await writeAs(did, async (db) => {
      if ((await db.$count(versions, later)) > 0) throw new Moved()
      const open = await db.$count(drafts, and(eq(drafts.familyId, familyId), isNull(drafts.closedAt)))
      return open > 0 ? [] : [db.insert(drafts).values(row)]
    })
  } catch (error) {
    // Another process opened one at this moment.
    if (!wasThereAlready(error, 'drafts.family_id')) throw error
  }
  return true
}
