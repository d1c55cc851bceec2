/** Who may have a member's number: said when joining, and changed at any time. */
import { and, eq, isNull } from 'drizzle-orm'
import type { MemberSession } from '#app/domain/forms/session'
import { type Form, type Sent, sendOnce } from '#app/domain/forms/tickets'
import type { Id } from '#app/domain/plan/case-file'
import type { World } from '#app/domain/world'
import { memberships } from '#db/schema'

/** Whether somebody of this case-file id may have the member's number now, as far as it is the member's to say. */
export async function ringersOf(world: World, { membershipId }: MemberSession): Promise<(id: Id) => boolean> {
  const [found] = await world.db.read
    .select({ mayRing: memberships.mayRing, notToRing: memberships.notToRing })
    .from(memberships)
    .where(eq(memberships.id, membershipId))
  return (id) => !found?.notToRing.includes(id) && (found?.mayRing?.includes(id) ?? true)
}

/** From now on these people of the ones a member may know of may have their number, and nobody else. */
export function setRingers(world: World, member: MemberSession, form: Form, mayRing: Id[]): Promise<Sent<unknown>> {
  const { membershipId, familyId, personId } = member
  const did = { who: `person:${personId}`, familyId, did: 'ringing.changed', about: membershipId } as const
  return sendOnce(world, member, form, did, (db) => [
    db
      .update(memberships)
      .set({ mayRing, notToRing: [] })
      .where(and(eq(memberships.id, membershipId), isNull(memberships.endedAt))),
  ])
}
