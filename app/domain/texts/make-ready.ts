import { and, eq, exists, isNull } from 'drizzle-orm'
import { codeHash, hashOf, newCode, newToken } from '#app/domain/access/tokens'
import { reachIn } from '#app/domain/network/contact'
import { hasJoined } from '#app/domain/network/open-invitation'
import { whyNotInvited, whyNotThisNumber } from '#app/domain/network/refusals'
import type { SafeToText } from '#app/domain/plan/case-file'
import { ifChanged } from '#app/domain/record/audit'
import type { World } from '#app/domain/world'
import type { Drizzle } from '#db/client.server'
import { invitations, signIns, texts } from '#db/schema'
import { membersWith } from './asks'
import { stopsOn } from './number-stops'
import { askedNow, isOurs, isWaiting, openingFor, type Text, type WhyCancelled } from './outbox'
import type { TextToSend } from './provider'
import { safeUntil } from './safe-times'
import { type Says, segmentsOf, textBody } from './wording'

const INVITATION_MS = 72 * 60 * 60_000
const SIGN_IN_MS = 10 * 60_000
/** How long a provider may go on trying at the most. Twilio takes no more: https://www.twilio.com/docs/messaging/api/message-resource */
const MOST_VALID_SECONDS = 10 * 60 * 60
const LEAST_VALID_SECONDS = 5

type People = { safeToText: SafeToText | null }[]
type Check = { cancel: WhyCancelled } | { people: People }

/**
 * Looks once more whether a text may go, and at this moment; then makes its link good, of which only the hash is kept,
 * notes that the provider is about to be called, and gives what to hand over. Null when it may not go: it was
 * cancelled with the reason, or put off.
 */
export async function makeReady(world: World, text: Text): Promise<TextToSend | null> {
  const [token, code] = [newToken(world), newCode(world)]
  const says: Says = text.kind === 'test' ? { kind: 'test' } : { kind: text.kind, token, code }
  const body = await textBody(world, text.language, says)
  let validSeconds = 0
  const results: readonly { rowsAffected: number }[] = await world.db.write(async (db) => {
    validSeconds = 0
    const now = world.now()
    const check = await checkAgain(world, db, text)
    const note = (change: Partial<Text>) => [
      db
        .update(texts)
        .set({ ...change, leaseUntil: null })
        .where(and(isOurs(text), isWaiting)),
    ]
    if ('cancel' in check) return note({ cancelledAt: now.toISOString(), reason: check.cancel })
    const opening = openingFor(text, check.people, now)
    if (opening === 'never') return note({ cancelledAt: now.toISOString(), reason: 'no-safe-time' })
    if (opening.why) return note({ notBefore: opening.at.toISOString(), reason: opening.why })
    validSeconds = validFor(text, check.people, now)
    const called = { calledAt: now.toISOString(), bodyHash: hashOf(body), segments: segmentsOf(body), reason: null }
    const ours = and(isOurs(text), isWaiting)
    const link = linkStatement(world, db, text, token, code)
    const call = db
      .update(texts)
      .set(called)
      .where(link ? and(ours, ifChanged) : ours)
    return link ? [link, call] : [call]
  })
  // Called back between our look and our write, by another process: the last statement changed nothing.
  if (validSeconds === 0 || results.at(-1)?.rowsAffected === 0) return null
  return { id: text.id, to: text.to, body, validSeconds }
}

/** The seconds a provider may keep it: as long as the link in it is of use, and it is safe for it to arrive. */
function validFor(text: Text, people: People, now: Date): number {
  const overrides = text.sendNow || text.kind === 'test'
  const closes = overrides ? undefined : safeUntil(people, now, { asked: askedNow(text, now) })
  const safe = closes ? (closes.getTime() - now.getTime()) / 1000 : MOST_VALID_SECONDS
  const useful = text.kind === 'invitation' && !text.sendNow ? MOST_VALID_SECONDS : SIGN_IN_MS / 1000
  return Math.max(LEAST_VALID_SECONDS, Math.floor(Math.min(safe, useful)))
}

/** The statement that makes the link good, as long as the text is still ours to send; none for a text without one. */
function linkStatement(world: World, db: Drizzle, text: Text, token: string, code: string) {
  const now = world.now()
  const until = (ms: number) => new Date(now.getTime() + ms).toISOString()
  const made = { tokenHash: hashOf(token), sentAt: now.toISOString() }
  const stillOurs = exists(
    db
      .select({ id: texts.id })
      .from(texts)
      .where(and(isOurs(text), isWaiting)),
  )
  if (text.kind === 'test') return undefined
  if (text.kind === 'invitation') {
    const id = text.invitationId ?? ''
    return db
      .update(invitations)
      .set({ ...made, expiresAt: until(INVITATION_MS) })
      .where(and(eq(invitations.id, id), isNull(invitations.voidedAt), isNull(invitations.declinedAt), stillOurs))
  }
  const id = text.signInId ?? ''
  return db
    .update(signIns)
    .set({ ...made, codeHash: codeHash(world, id, code), expiresAt: until(SIGN_IN_MS) })
    .where(and(eq(signIns.id, id), isNull(signIns.usedAt), isNull(signIns.voidedAt), stillOurs))
}

async function checkAgain(world: World, db: Drizzle, text: Text): Promise<Check> {
  if (text.kind === 'sign-in') return checkSignIn(db, text)
  const check = text.kind === 'test' ? await checkPerson(world, text) : await checkInvitation(world, db, text)
  if ('cancel' in check) return check
  // A test is how a worker finds out, with the person beside them, whether a stopped number is right after all.
  const stops = (await stopsOn(db, [text.to])).filter(({ why }) => text.kind !== 'test' || why === 'stop')
  return stops.length > 0 ? { cancel: 'number-stopped' } : check
}

async function checkInvitation(world: World, db: Drizzle, text: Text): Promise<Check> {
  const [invitation] = await db
    .select()
    .from(invitations)
    .where(eq(invitations.id, text.invitationId ?? ''))
  if (!invitation || invitation.voidedAt) return { cancel: 'revoked' }
  if (invitation.declinedAt) return { cancel: 'declined' }
  if (await hasJoined(db, invitation)) return { cancel: 'joined' }
  return checkPerson(world, text)
}

async function checkPerson(world: World, { familyId, personId, to }: Text): Promise<Check> {
  const reach = familyId && (await reachIn(world, familyId))
  if (!reach || !personId || whyNotInvited(reach.file, personId)) return { cancel: 'not-allowed' }
  const contact = reach.contactOf(personId)
  if (contact.phone !== to) return { cancel: 'number-changed' }
  if (contact.noTexts) return { cancel: 'no-texts' }
  return whyNotThisNumber(contact, to) ? { cancel: 'not-allowed' } : { people: [contact] }
}

async function checkSignIn(db: Drizzle, text: Text): Promise<Check> {
  const [signIn] = await db
    .select()
    .from(signIns)
    .where(eq(signIns.id, text.signInId ?? ''))
  if (!signIn || signIn.voidedAt || signIn.usedAt) return { cancel: 'newer' }
  if ((await stopsOn(db, [text.to])).length > 0) return { cancel: 'number-stopped' }
  const members = await membersWith(db, text.to)
  if (members.some(({ noTexts }) => noTexts)) return { cancel: 'no-texts' }
  return members.length > 0 ? { people: members } : { cancel: 'revoked' }
}
