import { and, eq, isNull } from 'drizzle-orm'
import { hasJoined, stands } from '#app/domain/network/open-invitation'
import { reachIn } from '#app/domain/people/contact'
import { membersWith } from '#app/domain/people/members'
import { whyNotInvited, whyNotThisNumber } from '#app/domain/people/refusals'
import type { LastLook, LastLooks } from '#app/domain/texts/make-ready'
import { type NumberStop, stopsOn } from '#app/domain/texts/number-stops'
import { isFresh, type Text } from '#app/domain/texts/outbox'
import type { World } from '#app/domain/world'
import type { Drizzle } from '#db/client.server'
import { invitations, signIns } from '#db/schema'

type Check = Awaited<ReturnType<LastLook['mayGo']>>

/** What is looked at once more before each kind of text goes, and how its link is made good. */
export const lastLooks: LastLooks = {
  invitation: {
    mayGo: async (world, db, text) => unlessStopped(db, text, await checkInvitation(world, db, text)),
    linkStatement: (db, { invitationId }, { tokenHash, sentAt, expiresAt }, onlyIf) => {
      const unopened = and(eq(invitations.id, invitationId ?? ''), isNull(invitations.openedAt), stands(db))
      return db
        .update(invitations)
        .set({ ...LIFE_ANEW, tokenHash, sentAt, expiresAt })
        .where(and(unopened, onlyIf))
    },
  },
  'sign-in': {
    mayGo: checkSignIn,
    linkStatement: (db, { signInId }, { codeHash, ...link }, onlyIf) => {
      const id = signInId ?? ''
      const unused = and(eq(signIns.id, id), isNull(signIns.usedAt), isNull(signIns.voidedAt))
      return db
        .update(signIns)
        .set({ ...LIFE_ANEW, ...link, codeHash: codeHash(id) })
        .where(and(unused, onlyIf))
    },
  },
  test: {
    // How a worker finds out, with the person beside them, whether a stopped number is right after all.
    mayGo: async (world, db, text) => unlessStopped(db, text, await checkPerson(world, text), ['stop']),
  },
}

/** A new link begins its life anew, also where the one before it ran out unheard of. */
const LIFE_ANEW = { expiredAt: null }

async function unlessStopped(db: Drizzle, text: Text, check: Check, by?: NumberStop['why'][]): Promise<Check> {
  if ('cancel' in check) return check
  const stops = await stopsOn(db, [text.to])
  return stops.some(({ why }) => !by || by.includes(why)) ? { cancel: 'number-stopped' } : check
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
