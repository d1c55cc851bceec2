import { and, eq, exists, isNull } from 'drizzle-orm'
import { codeHash, hashOf, newCode, newToken } from '#app/domain/access/tokens'
import { reachIn } from '#app/domain/network/contact'
import { hasJoined } from '#app/domain/network/open-invitation'
import { whyNotInvited, whyNotThisNumber } from '#app/domain/network/refusals'
import type { SafeToText } from '#app/domain/plan/case-file'
import type { World } from '#app/domain/world'
import type { Drizzle } from '#db/client.server'
import { invitations, signIns, texts } from '#db/schema'
import { membersWith } from './asks'
import { type Claimed, mine, openingFor, type WhyCancelled } from './outbox'
import { textBody } from './wording'

const INVITATION_MS = 72 * 60 * 60_000
const SIGN_IN_MS = 10 * 60_000

type People = { safeToText: SafeToText | null }[]
type Check = { cancel: WhyCancelled } | { fail: 'unknown' } | { people: People }

/**
 * Looks once more whether a text may go, and at this moment; then makes its token, of which only the hash is kept, and
 * gives its body. Null when it may not: it was cancelled with the reason, or put off.
 */
export async function makeReady(world: World, text: Claimed): Promise<string | null> {
  const token = newToken(world)
  const code = newCode(world)
  let goes = false
  const written = await world.db.write(async (db) => {
    goes = false
    const check = text.kind === 'invitation' ? await checkInvitation(world, db, text) : await checkSignIn(db, text)
    const at = world.now().toISOString()
    const note = (change: Partial<Claimed>) => [
      db
        .update(texts)
        .set({ ...change, leaseUntil: null })
        .where(mine(text)),
    ]
    if ('cancel' in check) return note({ cancelledAt: at, reason: check.cancel })
    if ('fail' in check) return note({ failedAt: at, reason: check.fail })
    const opening = openingFor(text, check.people, world.now())
    if (opening === 'never') return note({ cancelledAt: at, reason: 'no-safe-time' })
    if (opening.why) return note({ notBefore: opening.at.toISOString(), reason: opening.why })
    goes = true
    return [good(world, db, text, token, code)]
  })
  if (!goes) return null
  // Called back between our look and our write: by another process, since writes of this one take turns.
  if (written[0]?.rowsAffected === 0) return null
  return textBody(
    world,
    text.language,
    text.kind === 'invitation' ? { kind: text.kind, token } : { kind: text.kind, token, code },
  )
}

/** The statement that makes the link good, as long as the text is still ours to send. */
function good(world: World, db: Drizzle, text: Claimed, token: string, code: string) {
  const now = world.now()
  const until = (ms: number) => new Date(now.getTime() + ms).toISOString()
  const made = { tokenHash: hashOf(token), sentAt: now.toISOString() }
  const stillMine = exists(db.select({ id: texts.id }).from(texts).where(mine(text)))
  if (text.kind === 'invitation') {
    const id = text.invitationId ?? ''
    return db
      .update(invitations)
      .set({ ...made, expiresAt: until(INVITATION_MS) })
      .where(and(eq(invitations.id, id), isNull(invitations.voidedAt), isNull(invitations.declinedAt), stillMine))
  }
  const id = text.signInId ?? ''
  return db
    .update(signIns)
    .set({ ...made, codeHash: codeHash(world, id, code), expiresAt: until(SIGN_IN_MS) })
    .where(and(eq(signIns.id, id), isNull(signIns.usedAt), isNull(signIns.voidedAt), stillMine))
}

async function checkInvitation(world: World, db: Drizzle, text: Claimed): Promise<Check> {
  const [invitation] = await db
    .select()
    .from(invitations)
    .where(eq(invitations.id, text.invitationId ?? ''))
  if (!invitation || invitation.voidedAt) return { cancel: 'revoked' }
  if (invitation.declinedAt) return { cancel: 'declined' }
  if (await hasJoined(db, invitation)) return { cancel: 'joined' }
  const { familyId, personId } = invitation
  const reach = await reachIn(world, familyId)
  if (!reach || whyNotInvited(reach.file, personId)) return { cancel: 'not-allowed' }
  const contact = reach.contactOf(personId)
  if (contact.phone !== text.to) return { cancel: 'number-changed' }
  if (whyNotThisNumber(contact, text.to)) return { cancel: 'not-allowed' }
  // A lease that ran out after the link was made good: the text may have gone. The worker decides about another.
  return invitation.tokenHash ? { fail: 'unknown' } : { people: [contact] }
}

async function checkSignIn(db: Drizzle, text: Claimed): Promise<Check> {
  const [signIn] = await db
    .select()
    .from(signIns)
    .where(eq(signIns.id, text.signInId ?? ''))
  if (!signIn || signIn.voidedAt || signIn.usedAt) return { cancel: 'newer' }
  const members = await membersWith(db, text.to)
  return members.length > 0 ? { people: members } : { cancel: 'revoked' }
}
