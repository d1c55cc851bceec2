import { and, desc, eq, exists, isNull, ne, notExists, type SQL, sql } from 'drizzle-orm'
import { newToken } from '#app/domain/access/tokens'
import type { Id } from '#app/domain/plan/case-file'
import { type AskedFrom, mayAsk } from '#app/domain/texts/limits'
import { stopsOn } from '#app/domain/texts/number-stops'
import { cancelStatement, newText } from '#app/domain/texts/outbox'
import type { World } from '#app/domain/world'
import type { Database, Drizzle, Statement } from '#db/client.server'
import { insertWhere } from '#db/insert-where'
import { invitations, memberships, texts } from '#db/schema'
import { reachIn } from './contact'
import { whyNotInvited, whyNotThisNumber } from './refusals'

type Invitation = typeof invitations.$inferSelect
/** Reading, inside a write or outside. */
export type Reads = Pick<Database['read'], 'select' | '$count'>
type Who = { familyId: string; personId: Id }

/** Whether the person has joined, and neither left nor was shut out since. */
export async function hasJoined(read: Reads, { familyId, personId }: Who): Promise<boolean> {
  const theirs = and(eq(memberships.familyId, familyId), eq(memberships.personId, personId))
  return (await read.$count(memberships, and(theirs, isNull(memberships.endedAt)))) > 0
}

/** The newest of these invitations that still stands, used or not, run out or not: not void, not declined, not joined by. */
export async function openInvitation(read: Reads, which: SQL | undefined): Promise<Invitation | undefined> {
  const joinedBy = read
    .select({ id: memberships.id })
    .from(memberships)
    .where(eq(memberships.invitationId, invitations.id))
  const [open] = await read
    .select()
    .from(invitations)
    .where(and(which, isNull(invitations.voidedAt), isNull(invitations.declinedAt), notExists(joinedBy)))
    .orderBy(desc(invitations.invitedAt))
    .limit(1)
  return open
}

/** Once there is a newer one: a person's older invitations are void, and what has not gone of them is called back. */
export function voidOlder(
  db: Drizzle,
  { familyId, personId }: Who,
  { newer, at, by }: { newer: string; at: string; by: string },
) {
  const isThere = exists(db.select({ id: invitations.id }).from(invitations).where(eq(invitations.id, newer)))
  const theirs = (table: typeof invitations | typeof texts) =>
    and(eq(table.familyId, familyId), eq(table.personId, personId))
  return [
    db
      .update(invitations)
      .set({ voidedAt: at, voidedBy: by, voidedWhy: 'newer' })
      .where(
        and(
          theirs(invitations),
          ne(invitations.id, newer),
          isNull(invitations.voidedAt),
          isNull(invitations.declinedAt),
          isThere,
        ),
      ),
    cancelStatement(db, at, 'newer', and(theirs(texts), ne(texts.invitationId, newer), isThere)),
  ] as const
}

/**
 * The statements that send a person their open invitation again because they asked: a new link, the older void, the
 * tries at the word counted on. None when it is on its way already, was asked for too often, or may no longer be sent.
 */
export async function againStatements(
  world: World,
  db: Drizzle,
  open: Invitation,
  askedFrom: AskedFrom,
): Promise<Statement[]> {
  const { familyId, personId, phone, language, invitedBy, wrongWords } = open
  const reach = await reachIn(world, familyId)
  if (!reach || !open.sentAt || !phone) return []
  const contact = reach.contactOf(personId)
  if (contact.phone !== phone || contact.noTexts) return []
  if ((await stopsOn(db, [phone])).length > 0) return []
  if (whyNotInvited(reach.file, personId) || whyNotThisNumber(contact, phone)) return []
  if (!(await mayAsk(world, db, phone, askedFrom))) return []
  const at = world.now().toISOString()
  const id = newToken(world)
  const row = { id, familyId, personId, phone, language, invitedAt: at, invitedBy, wrongWords }
  const text = newText(
    world,
    { kind: 'invitation', familyId, personId, invitationId: id, to: phone, language, askedFrom },
    [contact],
  )
  const isOpen = and(eq(invitations.id, open.id), isNull(invitations.voidedAt), isNull(invitations.declinedAt))
  const there = (which: SQL | undefined) =>
    sql`${exists(db.select({ id: invitations.id }).from(invitations).where(which))}`
  return [
    insertWhere(db, invitations, row, there(isOpen)),
    insertWhere(db, texts, text, there(eq(invitations.id, id))),
    ...voidOlder(db, { familyId, personId }, { newer: id, at, by: `person:${personId}` }),
  ]
}
