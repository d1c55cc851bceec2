/** What else whoever holds a text may ask of us, beside going in: a new one, or no more. */
import { and, eq, isNotNull } from 'drizzle-orm'
import { againStatements, openInvitation } from '#app/domain/network/open-invitation'
import { membersWith } from '#app/domain/people/members'
import { hashOf } from '#app/domain/tokens'
import { auditRows, writeAudited } from '#app/domain/trail/audit'
import { isOf } from '#app/domain/whose'
import type { World } from '#app/domain/world'
import { invitations, people, signIns } from '#db/schema'
import type { Asking } from './code-tries'
import { notMeStatements } from './not-me'
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
    return [...statements, ...(await auditRows(db, [did], world.now().toISOString()))]
  })
}

/** Who held a link once need not have the phone any more: so long after it was sent it stops nothing. */
const STOPS_DAYS = 7

/**
 * "Not for me: stop." The number this link was sent to gets no more texts, and the worker sees it. Whoever has the
 * phone may do this: it opens nothing. A number that has since been corrected has no more to say, and neither has,
 * once somebody has joined with the number, a link more than a week old. The answer is the same for no link at all.
 */
export async function stopTexts(world: World, token: string): Promise<'stopped' | 'too-old'> {
  const { read } = world.db
  const tokenHash = hashOf(token)
  const [invitation] = await read.select().from(invitations).where(eq(invitations.tokenHash, tokenHash))
  const [signIn] = invitation ? [] : await read.select().from(signIns).where(eq(signIns.tokenHash, tokenHash))
  const { id, phone, sentAt } = invitation ?? signIn ?? {}
  if (!phone || (await read.$count(people, eq(people.phone, phone))) === 0) return 'stopped'
  const isOld = world.now().getTime() - Date.parse(sentAt ?? '') > STOPS_DAYS * 24 * 60 * 60_000
  if (isOld && (await membersWith(world, read, phone)).length > 0) return 'too-old'
  const did = { who: 'system' as const, familyId: invitation?.familyId, did: 'text.not-for-me', about: id }
  await writeAudited(world, did, (db) => notMeStatements(world, db, phone))
  return 'stopped'
}

/** The same person's invitations that went to the same number: a number since corrected has no more to say. */
const sameText = (old: typeof invitations.$inferSelect) =>
  and(isOf(invitations, old), eq(invitations.phone, old.phone ?? ''), isNotNull(invitations.sentAt))
