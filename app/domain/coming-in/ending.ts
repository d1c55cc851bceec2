import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import type { MemberSession } from '#app/domain/forms/session'
import type { PersonForStaff } from '#app/domain/people/person-for-staff'
import type { Id } from '#app/domain/plan/case-file'
import { cancelStatement } from '#app/domain/texts/outbox'
import { type AuditedWrite, plainly } from '#app/domain/trail/audited-write'
import { isOf } from '#app/domain/whose'
import type { World } from '#app/domain/world'
import type { Drizzle } from '#db/client.server'
import { cards, invitations, memberships, people, sessions, signIns, texts } from '#db/schema'
import { endStatement } from './sessions'

type Ending = { familyId: string; personId: Id; at: string; by: string; why: 'revoked' | 'left' }

/** From this moment the person has no page, link or waiting text; one write. The worker may invite them again. */
export async function revoke(
  world: World,
  { staffId, familyId, personId }: PersonForStaff,
  write = plainly(world),
): Promise<void> {
  const at = world.now().toISOString()
  const by = `staff:${staffId}` as const
  await write({ who: by, familyId, did: 'person.revoked', about: personId }, async (db) =>
    endingOf(db, { familyId, personId, at, by, why: 'revoked' }),
  )
}

/** The person leaves by themselves. The worker sees it, and may invite them again. */
export async function leave(
  world: World,
  { familyId, personId }: MemberSession,
  write: AuditedWrite = plainly(world),
): Promise<void> {
  const at = world.now().toISOString()
  const by = `person:${personId}` as const
  await write({ who: by, familyId, did: 'person.left', about: personId }, async (db) =>
    endingOf(db, { familyId, personId, at, by, why: 'left' }),
  )
}

function endingOf(db: Drizzle, { familyId, personId, at, by, why }: Ending) {
  const who = { familyId, personId }
  const phone = db.select({ phone: people.phone }).from(people).where(isOf(people, who))
  const asks = db.select({ id: signIns.id }).from(signIns).where(inArray(signIns.phone, phone))
  return [
    db
      .update(memberships)
      .set({ endedAt: at, endedBy: by, endedWhy: why })
      .where(and(isOf(memberships, who), isNull(memberships.endedAt))),
    db
      .update(invitations)
      .set({ voidedAt: at, voidedBy: by, voidedWhy: why })
      .where(and(isOf(invitations, who), isNull(invitations.voidedAt))),
    db
      .update(signIns)
      .set({ voidedAt: at })
      .where(and(inArray(signIns.phone, phone), isNull(signIns.usedAt), isNull(signIns.voidedAt))),
    // A sign-in that has only got as far as the word belongs to nobody yet; it goes with the number.
    endStatement(db, at, or(isOf(sessions, who), and(eq(sessions.stage, 'word'), inArray(sessions.signInId, asks)))),
    cancelStatement(db, at, why, or(isOf(texts, who), inArray(texts.signInId, asks))),
    db
      .update(cards)
      .set({ voidedAt: at, voidedWhy: why })
      .where(and(isOf(cards, who), isNull(cards.voidedAt))),
  ] as const
}
