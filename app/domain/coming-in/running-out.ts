import { and, eq, gte, isNull, lte, ne, or } from 'drizzle-orm'
import { ranOut } from '#app/domain/forms/sealed-forms'
import type { World } from '#app/domain/world'
import { invitations, sealedForms, sessions, signIns } from '#db/schema'
import { seenWithin } from './sessions'

/**
 * Writes down what has run out by now: links, codes, sessions nobody uses, forms shown an hour ago. From then on it is
 * over whatever the clock says, so setting the clock back brings nothing back. Writes nothing when nothing has.
 */
export async function stampWhatRanOut(world: World): Promise<void> {
  const now = world.now()
  const at = now.toISOString()
  const invitation = and(
    ...[isNull(invitations.expiredAt), isNull(invitations.openedAt), isNull(invitations.voidedAt)],
    lte(invitations.expiresAt, at),
  )
  const signIn = and(
    ...[isNull(signIns.expiredAt), isNull(signIns.usedAt), isNull(signIns.voidedAt)],
    lte(signIns.expiresAt, at),
  )
  const inUse = and(isNull(sessions.endedAt), isNull(sessions.idleAt))
  const entry = and(inUse, ne(sessions.stage, 'member'), lte(sessions.endsAt, at))
  const { from, to } = seenWithin(now)
  const idle = and(
    inUse,
    eq(sessions.stage, 'member'),
    or(lte(sessions.seenAt, from), gte(sessions.seenAt, to), lte(sessions.endsAt, at)),
  )
  const { read } = world.db
  const sealed = ranOut(read, now)
  const found = await Promise.all([
    read.$count(invitations, invitation),
    read.$count(signIns, signIn),
    read.$count(sessions, or(entry, idle)),
    read.$count(sealedForms, sealed),
  ])
  if (found.every((count) => count === 0)) return
  await world.db.write((db) => [
    db.update(invitations).set({ expiredAt: at }).where(invitation),
    db.update(signIns).set({ expiredAt: at }).where(signIn),
    db.update(sessions).set({ endedAt: at }).where(entry),
    db.update(sessions).set({ idleAt: at }).where(idle),
    db.delete(sealedForms).where(sealed),
  ])
}
