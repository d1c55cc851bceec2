/** How far people have come, for several families at once: invitations, memberships, the texts that tell of them, stops. */
import { and, eq, exists, isNull, ne, sql } from 'drizzle-orm'
import { alias, unionAll } from 'drizzle-orm/sqlite-core'
import type { NumberStop } from '#app/domain/texts/number-stops'
import type { Text } from '#app/domain/texts/outbox'
import type { World } from '#app/domain/world'
import { prepared } from '#db/prepared'
import { families, invitations, memberships, numberStops, people, signInMembers, texts } from '#db/schema'
import { withoutOthers } from './texts-of-others'

export type WaysIn = {
  invitations: (typeof invitations.$inferSelect)[]
  memberships: (typeof memberships.$inferSelect)[]
  /** Those of invitations that count, and of each person the last one sent: nothing here grows with the years. */
  texts: Text[]
  stops: NumberStop[]
}

/** By family; in three statements, however many there are. Texts come newest first. */
export async function waysIn(world: World, familyIds: string[]): Promise<Map<string, WaysIn>> {
  const ask = queriesOn(world.db)
  const ids = JSON.stringify(familyIds)
  const [invited, written, stopped] = await Promise.all([
    ask.invited.all({ ids }),
    ask.texts.all({ ids }),
    ask.stops.all({ ids }),
  ])
  const found = new Map(
    familyIds.map((id): [string, WaysIn] => [id, { invitations: [], memberships: [], texts: [], stops: [] }]),
  )
  for (const { invitation, membership } of invited) {
    const of = found.get(invitation.familyId)
    of?.invitations.push(invitation)
    if (membership) of?.memberships.push(membership)
  }
  for (const { text, ofFamily, personId, seenAt, seenBy, shared } of written) {
    const plain = shared ? withoutOthers(text) : text
    const of = found.get(ofFamily)
    if (!of || of.texts.some(({ id, personId: whose }) => id === text.id && whose === personId)) continue
    of.texts.push({ ...plain, personId, seenAt, seenBy })
  }
  for (const { texts } of found.values()) texts.sort((a, b) => b.queuedAt.localeCompare(a.queuedAt))
  for (const { stop, familyId } of stopped) found.get(familyId)?.stops.push(stop)
  return found
}

const queriesOn = prepared((read) => {
  const theirs = (column: unknown) => sql`${column} in (select value from json_each(${sql.placeholder('ids')}))`
  const other = alias(signInMembers, 'other')
  const shared = exists(
    read
      .select({ id: other.signInId })
      .from(other)
      .where(and(eq(other.signInId, signInMembers.signInId), ne(other.familyId, signInMembers.familyId))),
  )
  const own = {
    text: texts,
    ofFamily: sql<string>`${texts.familyId}`.as('of_family'),
    personId: sql<string>`${texts.personId}`.as('whose'),
    seenAt: sql<string | null>`${texts.seenAt}`.as('read_at'),
    seenBy: sql<string | null>`${texts.seenBy}`.as('read_by'),
    shared: sql<number>`0`.as('shared'),
  }
  return {
    // A membership comes of an invitation, so that this finds every one.
    invited: read
      .select({ invitation: invitations, membership: memberships })
      .from(invitations)
      .leftJoin(memberships, eq(memberships.invitationId, invitations.id))
      .where(theirs(invitations.familyId))
      .prepare(),
    texts: unionAll(
      read
        .select(own)
        .from(invitations)
        .innerJoin(texts, eq(texts.invitationId, invitations.id))
        .where(
          and(
            theirs(invitations.familyId),
            sql`coalesce(${invitations.voidedWhy}, '') not in ('newer', 'joined', 'declined', 'number-changed')`,
          ),
        ),
      read
        .select(own)
        .from(people)
        .innerJoin(
          texts,
          sql`${texts.id} = (select id from texts where family_id = ${people.familyId} and person_id = ${people.personId}
            order by queued_at desc limit 1)`,
        )
        .where(theirs(people.familyId)),
      read
        .select({
          ...own,
          ofFamily: sql<string>`${signInMembers.familyId}`.as('of_family'),
          personId: sql<string>`${signInMembers.personId}`.as('whose'),
          seenAt: sql<string | null>`${signInMembers.seenAt}`.as('read_at'),
          seenBy: sql<string | null>`${signInMembers.seenBy}`.as('read_by'),
          shared: sql<number>`${shared}`.as('shared'),
        })
        .from(people)
        .innerJoin(
          signInMembers,
          // Rows are added as sign-ins are answered: the last one is the newest.
          sql`${signInMembers}.rowid = (select max(rowid) from sign_in_members
            where family_id = ${people.familyId} and person_id = ${people.personId})`,
        )
        .innerJoin(texts, eq(texts.signInId, signInMembers.signInId))
        .where(theirs(people.familyId)),
    ).prepare(),
    stops: read
      .select({ stop: numberStops, familyId: people.familyId })
      .from(families)
      .innerJoin(people, eq(people.familyId, families.id))
      .innerJoin(numberStops, and(eq(numberStops.phone, people.phone), isNull(numberStops.endedAt)))
      .where(theirs(families.id))
      .orderBy(numberStops.since)
      .prepare(),
  }
})
