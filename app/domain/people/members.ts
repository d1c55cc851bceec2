import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Who } from '#app/domain/whose'
import type { World } from '#app/domain/world'
import type { Reads } from '#db/client.server'
import { memberships, people } from '#db/schema'
import { type Contact, reachIn } from './contact'
import { whyNotThisNumber } from './refusals'

/** Who has joined with this number and may be texted on it, as they are reached now; whoever joined last first. */
export async function membersWith(
  world: World,
  read: Pick<Reads, 'select'>,
  phone: string,
): Promise<(Who & Contact & { membershipId: string })[]> {
  const rows = await read
    .select({ membershipId: memberships.id, familyId: people.familyId, personId: people.personId })
    .from(people)
    .innerJoin(
      memberships,
      and(
        eq(memberships.familyId, people.familyId),
        eq(memberships.personId, people.personId),
        isNull(memberships.endedAt),
      ),
    )
    .where(eq(people.phone, phone))
    .orderBy(desc(memberships.joinedAt))
  const reached = rows.map(async (member) => {
    const contact = (await reachIn(world, member.familyId))?.contactOf(member.personId)
    return contact && !whyNotThisNumber(contact, phone) ? [{ ...member, ...contact }] : []
  })
  return (await Promise.all(reached)).flat()
}
