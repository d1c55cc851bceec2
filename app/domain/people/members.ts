import { and, desc, eq, isNull, type SQL } from 'drizzle-orm'
import type { Who } from '#app/domain/whose'
import type { World } from '#app/domain/world'
import type { ReadOnly } from '#db/client.server'
import { memberships, people } from '#db/schema'
import { type Contact, reachIn } from './contact'
import { whyNotThisNumber } from './refusals'

/** Somebody who has joined, with the hash of their word. */
export type Joined = Who & { membershipId: string; wordHash: string | null }

/** Of the people a condition finds, those who have joined; whoever joined last first. */
export function joinedWhere(read: Pick<ReadOnly, 'select'>, found: SQL | undefined): PromiseLike<Joined[]> {
  const { familyId, personId, wordHash } = people
  const theirs = and(eq(memberships.familyId, familyId), eq(memberships.personId, personId))
  return read
    .select({ membershipId: memberships.id, familyId, personId, wordHash })
    .from(people)
    .innerJoin(memberships, and(theirs, isNull(memberships.endedAt)))
    .where(found)
    .orderBy(desc(memberships.joinedAt))
}

/** Who has joined with this number and may be texted on it, as they are reached now. */
export async function membersWith(
  world: World,
  read: Pick<ReadOnly, 'select'>,
  phone: string,
): Promise<(Joined & Contact)[]> {
  const reached = (await joinedWhere(read, eq(people.phone, phone))).map(async (member) => {
    const contact = (await reachIn(world, member.familyId))?.contactOf(member.personId)
    return contact && !whyNotThisNumber(contact, phone) ? [{ ...member, ...contact }] : []
  })
  return (await Promise.all(reached)).flat()
}
