import { eq } from 'drizzle-orm'
import { hasJoined } from '#app/domain/network/open-invitation'
import { reachIn } from '#app/domain/people/contact'
import { membersWith } from '#app/domain/people/members'
import { whyNotInvited, whyNotThisNumber } from '#app/domain/people/refusals'
import { stopsOn } from '#app/domain/texts/number-stops'
import { isFresh, type People, type Text, type WhyCancelled } from '#app/domain/texts/outbox'
import type { World } from '#app/domain/world'
import type { Drizzle } from '#db/client.server'
import { invitations, signIns } from '#db/schema'

type Check = { cancel: WhyCancelled } | { people: People }

/** Whether a text may still go, at the moment it is to: all who use the number, or why it is called back. */
export async function recheck(world: World, db: Drizzle, text: Text): Promise<Check> {
  if (text.kind === 'sign-in') return checkSignIn(world, db, text)
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
  // An earlier text of it arrived after all.
  return invitation.openedAt ? { cancel: 'opened' } : checkPerson(world, text)
}

async function checkPerson(world: World, { familyId, personId, to }: Text): Promise<Check> {
  const reach = familyId && (await reachIn(world, familyId))
  if (!reach || !personId || whyNotInvited(reach.file, personId)) return { cancel: 'not-allowed' }
  const contact = reach.contactOf(personId)
  if (contact.phone !== to) return { cancel: 'number-changed' }
  if (contact.noTexts) return { cancel: 'no-texts' }
  return whyNotThisNumber(contact, to) ? { cancel: 'not-allowed' } : { people: [contact] }
}

async function checkSignIn(world: World, db: Drizzle, text: Text): Promise<Check> {
  const [signIn] = await db
    .select()
    .from(signIns)
    .where(eq(signIns.id, text.signInId ?? ''))
  if (!signIn || signIn.voidedAt || signIn.usedAt) return { cancel: 'newer' }
  if ((await stopsOn(db, [text.to])).length > 0) return { cancel: 'number-stopped' }
  const members = await membersWith(world, db, text.to)
  if (members.some(({ noTexts }) => noTexts)) return { cancel: 'no-texts' }
  if (members.length === 0) return { cancel: 'revoked' }
  // Nobody waits any more for what was held up; who is only texted at safe times does not wait at the phone.
  const isLate = !isFresh(text, world.now()) && !members.some(({ safeToText }) => safeToText)
  return isLate ? { cancel: 'too-late' } : { people: members }
}
