import type { MemberSession } from '#app/domain/forms/session'
import { auditRows, type Did } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import type { Database } from '#db/client.server'
import { seenStatement } from './sessions'

/** `about`: what exactly they looked at, as the trail keeps it. */
type Look = { session: MemberSession; did: `${string}.viewed`; about?: string }
type Together = { looks: Look[]; written: Promise<unknown> }

/** So many at the most in one write. */
const MOST = 100
const waiting = new WeakMap<Database, Together>()

/**
 * Notes that a member looked at a page ("plan.viewed"), and that they are here, without content; written when it
 * resolves. All that wait at the write door together go in one write: the disk is flushed once for all of them.
 */
export async function noteLook(world: World, look: Look): Promise<void> {
  const others = waiting.get(world.db)
  if (others && others.looks.length < MOST) {
    others.looks.push(look)
    await others.written
    return
  }
  const looks = [look]
  const written = world.db.write(async (db) => {
    // Their turn has come: whoever comes now waits for the next.
    if (waiting.get(world.db)?.looks === looks) waiting.delete(world.db)
    const now = world.now()
    return [
      ...looks.map(({ session }) => seenStatement(db, session, now)),
      ...(await auditRows(db, looks.map(didOf), now.toISOString())),
    ]
  })
  waiting.set(world.db, { looks, written })
  await written
}

const didOf = ({ session: { personId, familyId }, did, about }: Look): Did => ({
  who: `person:${personId}`,
  ...{ familyId, did, about },
})
