/** A database that was put back to how it stood before: nothing in it may open a door or send a text by itself. */
import { and, desc, eq, isNull } from 'drizzle-orm'
import { writeAudited } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import type { Drizzle } from '#db/client.server'
import { audit, invitations, sessions, signIns, staffSessions, texts } from '#db/schema'

const MADE = 'backup.made'

/** A row of the trail, in the copy that is made next: from when it is. */
export async function noteBackup(world: World): Promise<void> {
  await writeAudited(world, { who: 'system', did: MADE }, () => [])
}

/** When a copy was made, as it says itself. */
export async function madeAt(read: Pick<Drizzle, 'select'>): Promise<string | undefined> {
  const [last] = await read
    .select({ at: audit.at })
    .from(audit)
    .where(eq(audit.did, MADE))
    .orderBy(desc(audit.id))
    .limit(1)
  return last?.at
}

/** What a restore ended. `texts` waited, or were being handed over, when the copy was made: they may have gone since. */
export type Voided = {
  sessions: number
  staffSessions: number
  links: number
  texts: { id: string; kind: string; queuedAt: string }[]
}

/**
 * Ends every session and link, and calls back every text that had not surely gone: it may have gone after the copy was
 * made, and is not sent twice. The worker reads of each that it did not go, and asks. A form kept for somebody stays:
 * they are shown it and asked.
 */
export async function voidAfterRestore(world: World): Promise<Voided> {
  const at = world.now().toISOString()
  const open = and(isNull(texts.sentAt), isNull(texts.failedAt), isNull(texts.cancelledAt))
  const [ended, staffEnded, links, asks, called] = await writeAudited(
    world,
    { who: 'system', did: 'backup.restored' },
    (db) => [
      db.update(sessions).set({ endedAt: at }).where(isNull(sessions.endedAt)),
      db.update(staffSessions).set({ endedAt: at }).where(isNull(staffSessions.endedAt)),
      db
        .update(invitations)
        .set({ expiredAt: at, expiresAt: at })
        .where(and(isNull(invitations.expiredAt), isNull(invitations.openedAt), isNull(invitations.voidedAt))),
      db
        .update(signIns)
        .set({ handledAt: at, expiredAt: at, expiresAt: at })
        .where(and(isNull(signIns.expiredAt), isNull(signIns.usedAt), isNull(signIns.voidedAt))),
      db
        .update(texts)
        .set({ cancelledAt: at, reason: 'restored', leaseUntil: null, lookUpAt: null })
        .where(open)
        .returning({ id: texts.id, kind: texts.kind, queuedAt: texts.queuedAt }),
    ],
  )
  return {
    ...{ sessions: ended.rowsAffected, staffSessions: staffEnded.rowsAffected },
    ...{ links: links.rowsAffected + asks.rowsAffected, texts: called },
  }
}
