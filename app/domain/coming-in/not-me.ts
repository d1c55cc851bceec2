/** "Not for me": whoever has the phone says so, by a press on a link's page or by text. The number gets no more texts until a worker has made sure of it. */
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { stands } from '#app/domain/network/open-invitation'
import { membersWith } from '#app/domain/people/members'
import { stopStatement } from '#app/domain/texts/number-stops'
import { cancelStatement } from '#app/domain/texts/outbox'
import type { World } from '#app/domain/world'
import type { Drizzle, Statement } from '#db/client.server'
import { invitations, sessions, signIns, texts } from '#db/schema'
import { endStatement } from './sessions'

/**
 * The statements that follow. Nobody who has joined loses their way in: for them texts pause, and a paper card still
 * works. Of who has not joined, the open invitations to this number are void.
 */
export async function notMeStatements(world: World, db: Drizzle, phone: string): Promise<Statement[]> {
  const at = world.now().toISOString()
  const joined = (await membersWith(world, db, phone)).length > 0
  const open = await db
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(eq(invitations.phone, phone), stands(db)))
  const ids = open.map(({ id }) => id)
  return [
    stopStatement(world, db, { phone, why: joined ? 'pause' : 'not-me' }),
    db
      .update(invitations)
      .set({ voidedAt: at, voidedBy: 'system', voidedWhy: 'not-for-me' })
      .where(inArray(invitations.id, ids)),
    endStatement(db, at, inArray(sessions.invitationId, ids)),
    db
      .update(signIns)
      .set({ voidedAt: at })
      .where(and(eq(signIns.phone, phone), isNull(signIns.usedAt), isNull(signIns.voidedAt))),
    cancelStatement(db, at, 'not-for-me', eq(texts.to, phone)),
  ]
}
