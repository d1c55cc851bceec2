/** What else whoever holds a text may ask of us, beside going in: a new one, or no more. */
import { and, eq, isNull } from 'drizzle-orm'
import { endStatement } from '#app/domain/access/sessions'
import { hashOf } from '#app/domain/access/tokens'
import { auditRow, writeAudited } from '#app/domain/record/audit'
import { cancelStatement } from '#app/domain/texts/outbox'
import type { World } from '#app/domain/world'
import { invitations, sessions, signIns, texts } from '#db/schema'
import { againStatements, openInvitation } from './open-invitation'
import { askForText } from './sign-in'

/**
 * Sends a new text to the number an old link was sent to, while the person has not joined, or asks for a sign-in
 * once more. Says nothing of whether it does: the answer is the same for every link there ever was or was not.
 */
export async function newTextFor(
  world: World,
  token: string,
  browser: { browserHash: string; language: string },
): Promise<void> {
  const { read } = world.db
  const [old] = await read
    .select()
    .from(invitations)
    .where(eq(invitations.tokenHash, hashOf(token)))
  if (!old) {
    const [signIn] = await read
      .select()
      .from(signIns)
      .where(eq(signIns.tokenHash, hashOf(token)))
    if (signIn) await askForText(world, { ...browser, phone: signIn.phone })
    return
  }
  const { familyId, personId } = old
  await world.db.write(async (db) => {
    const open = await openInvitation(db, sameText(old))
    const statements = open ? await againStatements(world, db, open) : []
    if (statements.length === 0) return []
    const did = { who: `person:${personId}` as const, familyId, did: 'link.asked-again' }
    return [...statements, ...(await auditRow(db, did, world.now().toISOString()))]
  })
}

/**
 * "Not for me: stop." An invitation is void, and its worker sees it; after a sign-in text the number gets none for a
 * day, whoever types it in. Whoever has the phone may do this: it opens nothing.
 */
export async function stopTexts(world: World, token: string): Promise<void> {
  const { read } = world.db
  const at = world.now().toISOString()
  const [invitation] = await read
    .select()
    .from(invitations)
    .where(eq(invitations.tokenHash, hashOf(token)))
  const open = invitation && (await openInvitation(read, sameText(invitation)))
  if (open) {
    const { id, familyId, personId } = open
    await writeAudited(world, { who: 'system', familyId, did: 'invitation.not-for-me', about: id }, (db) => [
      db
        .update(invitations)
        .set({ voidedAt: at, voidedBy: `person:${personId}`, voidedWhy: 'not-for-me' })
        .where(and(eq(invitations.id, id), isNull(invitations.voidedAt))),
      endStatement(db, at, eq(sessions.invitationId, id)),
      cancelStatement(db, at, 'not-for-me', eq(texts.invitationId, id)),
    ])
    return
  }
  const [signIn] = await read
    .select()
    .from(signIns)
    .where(eq(signIns.tokenHash, hashOf(token)))
  if (!signIn) return
  await writeAudited(world, { who: 'system', did: 'sign-in.not-for-me', about: signIn.id }, (db) => [
    db.update(signIns).set({ stoppedAt: at }).where(eq(signIns.id, signIn.id)),
    db
      .update(signIns)
      .set({ voidedAt: at })
      .where(and(eq(signIns.phone, signIn.phone), isNull(signIns.usedAt), isNull(signIns.voidedAt))),
    cancelStatement(db, at, 'not-for-me', and(eq(texts.to, signIn.phone), eq(texts.kind, 'sign-in'))),
  ])
}

/** The same person's invitations at the same number: a number since corrected has no more to say. */
const sameText = ({ familyId, personId, phone }: typeof invitations.$inferSelect) =>
  and(eq(invitations.familyId, familyId), eq(invitations.personId, personId), eq(invitations.phone, phone))
