import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { worksWithNow } from '#app/domain/council/working-with'
import { type AuditedWrite, plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { assignments, incomingTexts } from '#db/schema'

type Incoming = typeof incomingTexts.$inferSelect

/** What came back by text in these families and nobody has read yet, newest first. */
export async function unseenReplies(world: World, familyIds: string[]): Promise<Incoming[]> {
  return world.db.read
    .select()
    .from(incomingTexts)
    .where(
      and(
        sql`${incomingTexts.familyId} in (select value from json_each(${JSON.stringify(familyIds)}))`,
        isNull(incomingTexts.seenAt),
      ),
    )
    .orderBy(desc(incomingTexts.at))
}

declare const theirs: unique symbol
/** A text that came in to a family a member of staff works with: only `replyForStaff` gives one out. */
export type ReplyForStaff = { id: string; familyId: string; staffId: string; readonly [theirs]: true }

/** The text of this id, if it came to a family the member of staff works with now; else null. */
export async function replyForStaff(world: World, staffId: string, id: string): Promise<ReplyForStaff | null> {
  const [found] = await world.db.read
    .select({ id: incomingTexts.id, familyId: incomingTexts.familyId })
    .from(incomingTexts)
    .innerJoin(assignments, and(eq(assignments.familyId, incomingTexts.familyId), worksWithNow(world, staffId)))
    .where(eq(incomingTexts.id, id))
    .limit(1)
  return found ? ({ ...found, staffId } as ReplyForStaff) : null
}

/** Notes that somebody has read it: it leaves the desk. */
export async function markReplySeen(
  world: World,
  { id, familyId, staffId }: ReplyForStaff,
  write: AuditedWrite = plainly(world),
): Promise<void> {
  const seen = { seenAt: world.now().toISOString(), seenBy: staffId }
  await write({ who: `staff:${staffId}`, familyId, did: 'text.reply-seen', about: id }, async (db) => [
    db
      .update(incomingTexts)
      .set(seen)
      .where(and(eq(incomingTexts.id, id), isNull(incomingTexts.seenAt))),
  ])
}
