import { eq } from 'drizzle-orm'
import { newSession } from '#app/domain/coming-in/sessions'
import { newToken } from '#app/domain/tokens'
import { families, invitations, memberships, sessions } from '#db/schema'
import type { CastMember } from './cast'
import { browserOf } from './coming-in'
import type { TestWorld } from './world'

/** Somebody of the cast who joined and is signed in on a phone others use too: the cookie, and where their plan is. */
export async function signedIn(world: TestWorld, who: CastMember): Promise<{ cookie: string; plan: string }> {
  const [family] = await world.db.read.select().from(families).where(eq(families.reference, who.family))
  if (!family) throw new Error(`${who.family} is not there`)
  const now = world.now().toISOString()
  const [invitationId, membershipId, value] = [newToken(world), newToken(world), newToken(world)]
  const them = { familyId: family.id, personId: who.id }
  await world.db.write((db) => [
    db.insert(invitations).values({
      ...them,
      id: invitationId,
      invitedAt: now,
      invitedBy: 'joan',
      phone: who.phone,
      language: 'en',
    }),
    db.insert(memberships).values({
      ...them,
      id: membershipId,
      invitationId,
      toldBy: 'joan',
      toldOn: now.slice(0, 10),
      joinedAt: now,
      notToRing: [],
    }),
    db.insert(sessions).values(
      newSession(world, value, {
        ...them,
        stage: 'member',
        invitationId,
        membershipId,
        browserHash: browserOf(who.id),
      }),
    ),
  ])
  return { cookie: `__Host-session=${value}`, plan: `/p/${family.publicId}` }
}
