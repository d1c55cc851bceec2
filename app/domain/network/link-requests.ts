/** What else whoever holds a text may ask of us, beside going in: a new one, or no more. */
import { and, eq } from 'drizzle-orm'
import { hashOf } from '#app/domain/access/tokens'
import { auditRow, writeAudited } from '#app/domain/record/audit'
import { notMeStatements } from '#app/domain/texts/not-me'
import type { World } from '#app/domain/world'
import { invitations, people, signIns } from '#db/schema'
import type { Asking } from './code-tries'
import { againStatements, openInvitation } from './open-invitation'
import { askForText } from './sign-in'

/**
 * Sends a new text to the number an old link was sent to, while the person has not joined, or asks for a sign-in
 * once more. Says nothing of whether it does: the answer is the same for every link there ever was or was not.
 */
export async function newTextFor(world: World, token: string, browser: Asking & { language: string }): Promise<void> {
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
    const statements = open ? await againStatements(world, db, open, 'known') : []
    if (statements.length === 0) return []
    const did = { who: `person:${personId}` as const, familyId, did: 'link.asked-again' }
    return [...statements, ...(await auditRow(db, did, world.now().toISOString()))]
  })
}

/**
 * "Not for me: stop." The number this link was sent to gets no more texts, and the worker sees it. Whoever has the
 * phone may do this: it opens nothing. A number that has since been corrected has no more to say.
 */
export async function stopTexts(world: World, token: string): Promise<void> {
  const { read } = world.db
  const tokenHash = hashOf(token)
  const [invitation] = await read.select().from(invitations).where(eq(invitations.tokenHash, tokenHash))
  const [signIn] = invitation ? [] : await read.select().from(signIns).where(eq(signIns.tokenHash, tokenHash))
  const phone = invitation?.phone ?? signIn?.phone
  if (!phone || (await read.$count(people, eq(people.phone, phone))) === 0) return
  const about = (invitation ?? signIn)?.id
  const did = { who: 'system' as const, familyId: invitation?.familyId, did: 'text.not-for-me', about }
  await writeAudited(world, did, (db) => notMeStatements(world, db, phone))
}

/** The same person's invitations at the same number: a number since corrected has no more to say. */
const sameText = ({ familyId, personId, phone }: typeof invitations.$inferSelect) =>
  and(eq(invitations.familyId, familyId), eq(invitations.personId, personId), eq(invitations.phone, phone ?? ''))
