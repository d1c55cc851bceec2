/**
 * Which invitations stand. Several may, so that nobody who only asks takes away a link somebody holds: a new text to
 * the same person leaves the older link alone until the new one is pressed; only the worker's own sending voids it at
 * once. A paper card has an invitation of its own. Joining, or saying no, by one of them ends the others.
 */
import { and, desc, eq, exists, inArray, isNotNull, isNull, lt, ne, notExists, type SQL, sql } from 'drizzle-orm'
import { reachIn } from '#app/domain/people/contact'
import { whyNotInvited, whyNotThisNumber } from '#app/domain/people/refusals'
import { type AskedFrom, mayAsk } from '#app/domain/texts/limits'
import { stopsOn } from '#app/domain/texts/number-stops'
import { cancelStatement, isWaiting, newText } from '#app/domain/texts/outbox'
import { newToken } from '#app/domain/tokens'
import { isOf, type Who } from '#app/domain/whose'
import type { World } from '#app/domain/world'
import type { Drizzle, ReadOnly, Statement } from '#db/client.server'
import { insertWhere } from '#db/insert-where'
import { invitations, memberships, texts } from '#db/schema'

type Invitation = typeof invitations.$inferSelect

/** Whether the person has joined, and neither left nor was shut out since. */
export async function hasJoined(read: ReadOnly, who: Who): Promise<boolean> {
  return (await read.$count(memberships, and(isOf(memberships, who), isNull(memberships.endedAt)))) > 0
}

/** Void for no reason, and nobody said no to it or joined by it; whether or not it ran out. */
export const stands = (read: Pick<ReadOnly, 'select'>) =>
  and(
    ...[isNull(invitations.voidedAt), isNull(invitations.declinedAt)],
    notExists(
      read.select({ id: memberships.id }).from(memberships).where(eq(memberships.invitationId, invitations.id)),
    ),
  )

/** The newest of these invitations that stands. */
export async function openInvitation(read: ReadOnly, which: SQL | undefined): Promise<Invitation | undefined> {
  const [open] = await read
    .select()
    .from(invitations)
    .where(and(which, stands(read)))
    .orderBy(desc(invitations.invitedAt))
    .limit(1)
  return open
}

type Voiding = {
  at: string
  by: string
  why: Exclude<NonNullable<Invitation['voidedWhy']>, 'wrong-words'>
  onlyIf?: SQL
}

/** Voids those of a person's standing invitations that fit, and calls back what has not gone of them. */
export function voidStatements(
  db: Drizzle,
  who: Who,
  which: SQL | undefined,
  { at, by, why, onlyIf }: Voiding,
): readonly [Statement, Statement] {
  const theirs = and(isOf(invitations, who), which, stands(db), onlyIf)
  const ids = db.select({ id: invitations.id }).from(invitations).where(theirs)
  return [
    cancelStatement(db, at, why, and(isOf(texts, who), inArray(texts.invitationId, ids))),
    db.update(invitations).set({ voidedAt: at, voidedBy: by, voidedWhy: why }).where(theirs),
  ]
}

/** A worker who invites anew vouches for the person: the tries at the word begin anew for all they have. */
export const triesAnewStatement = (db: Drizzle, who: Who) =>
  db
    .update(invitations)
    .set({ wrongWords: 0 })
    .where(and(isOf(invitations, who), stands(db)))

/** All their invitations but this one; `byText`: those of paper cards stay. */
export const others = (id: string, { byText = false } = {}) =>
  and(ne(invitations.id, id), byText ? isNotNull(invitations.phone) : undefined)

/** Their links that went out before this one. */
export const older = ({ id, invitedAt }: Pick<Invitation, 'id' | 'invitedAt'>) =>
  and(others(id, { byText: true }), lt(invitations.invitedAt, invitedAt))

/**
 * The statements that send a person their invitation again because somebody asked: a link beside the one there is,
 * with the tries at the word counted on. None when one is on its way already, was asked for too often, or may no
 * longer be sent.
 */
export async function againStatements(
  world: World,
  db: Drizzle,
  open: Invitation,
  askedFrom: AskedFrom,
): Promise<Statement[]> {
  const { familyId, personId, phone, language, invitedBy, wrongWords } = open
  const reach = await reachIn(world, familyId)
  if (!reach || !phone) return []
  const contact = reach.contactOf(personId)
  if (contact.phone !== phone || contact.noTexts) return []
  if (whyNotInvited(reach.file, personId) || whyNotThisNumber(contact, phone)) return []
  if ((await stopsOn(db, [phone])).length > 0) return []
  const onItsWay = and(isOf(texts, open), eq(texts.kind, 'invitation'), isWaiting)
  if ((await db.$count(texts, onItsWay)) > 0) return []
  if (!(await mayAsk(world, db, phone, askedFrom))) return []
  const id = newToken(world)
  const row = { id, familyId, personId, phone, language, invitedAt: world.now().toISOString(), invitedBy, wrongWords }
  const text = newText(
    world,
    { kind: 'invitation', familyId, personId, invitationId: id, to: phone, language, askedFrom },
    [contact],
  )
  const there = (which: SQL | undefined) =>
    sql`${exists(db.select({ id: invitations.id }).from(invitations).where(which))}`
  return [
    insertWhere(db, invitations, row, there(and(eq(invitations.id, open.id), stands(db)))),
    insertWhere(db, texts, text, there(eq(invitations.id, id))),
  ]
}
