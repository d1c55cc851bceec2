/** What happens to a link that came by text. Showing its page asks nothing here: only pressing the button does. */
import { and, eq, exists, gt, isNotNull, isNull } from 'drizzle-orm'
import type { Session } from '#app/domain/forms/session'
import { older, openInvitation, stands, voidStatements } from '#app/domain/network/open-invitation'
import { hashOf } from '#app/domain/tokens'
import { ifChanged, writeAudited } from '#app/domain/trail/audit'
import { isOf } from '#app/domain/whose'
import type { World } from '#app/domain/world'
import { insertWhere } from '#db/insert-where'
import { invitations, memberships, sessions, signIns } from '#db/schema'
import { stampWhatRanOut } from './running-out'
import { newSession, sessionOf, valueAfter } from './sessions'

/**
 * Why a link opens nothing. `elsewhere`: it was asked for in another browser, here the code is needed. `ended`: the
 * worker, the person or five wrong words put an end to it.
 */
export type WhyDead = 'unknown' | 'expired' | 'used' | 'newer' | 'ended' | 'declined' | 'joined' | 'elsewhere'
/** `session`: the cookie value to set; it may give the word. `already`: this browser is further than that. */
export type Spent = { session: string } | { already: Session } | { dead: WhyDead }

type ComingFrom = {
  /** Hash of the cookie by which we know the browser again. */
  browserHash: string
  /** Who is signed in there. */
  session?: Session | null
}

/**
 * Spends a link: the one press among however many that finds it unused gets the session. A second press in the same
 * browser is led to where the first one went.
 */
export async function spend(world: World, token: string, browser: ComingFrom): Promise<Spent> {
  const tokenHash = hashOf(token)
  const { read } = world.db
  const [invitation] = await read.select().from(invitations).where(eq(invitations.tokenHash, tokenHash))
  if (invitation) return spendInvitation(world, invitation, browser)
  const [signIn] = await read.select().from(signIns).where(eq(signIns.tokenHash, tokenHash))
  return signIn ? spendSignIn(world, signIn, browser) : { dead: 'unknown' }
}

async function spendInvitation(
  world: World,
  invitation: typeof invitations.$inferSelect,
  browser: ComingFrom,
): Promise<Spent> {
  const { id, familyId, personId } = invitation
  const by = `person:${personId}` as const
  const at = world.now().toISOString()
  const value = wayIn(world, id, browser.browserHash)
  const row = newSession(world, value, {
    stage: 'word',
    invitationId: id,
    familyId,
    personId,
    browserHash: browser.browserHash,
  })
  const [, , opened] = await writeAudited(
    world,
    { who: by, familyId, did: 'link.opened', about: id },
    (db) => {
      const unused = and(isNull(invitations.openedAt), isNull(invitations.expiredAt), gt(invitations.expiresAt, at))
      const thisOne = and(eq(invitations.id, id), unused, stands(db))
      const onlyIf = exists(db.select({ id: invitations.id }).from(invitations).where(thisOne))
      return [
        ...voidStatements(db, invitation, older(invitation), { at, by, why: 'newer', onlyIf }),
        db.update(invitations).set({ openedAt: at }).where(thisOne),
        insertWhere(db, sessions, row, ifChanged),
      ]
    },
    { onlyIf: ifChanged },
  )
  if (opened.rowsAffected > 0) return { session: value }
  return (await sameBrowser(world, value, browser.session, { invitationId: id })) ?? { dead: await whyDead(world, id) }
}

/** The row is read again: it may have changed since the link was looked up. */
async function whyDead(world: World, id: string): Promise<WhyDead> {
  const { read } = world.db
  const [invitation] = await read.select().from(invitations).where(eq(invitations.id, id))
  if (!invitation) return 'unknown'
  const { voidedAt, voidedWhy, declinedAt, openedAt } = invitation
  const isTold = voidedWhy === 'newer' || voidedWhy === 'joined' || voidedWhy === 'declined'
  if (voidedAt) return isTold ? voidedWhy : 'ended'
  if (declinedAt) return 'declined'
  if (!openedAt) await stampWhatRanOut(world)
  if ((await read.$count(memberships, eq(memberships.invitationId, id))) > 0) return 'joined'
  // Another one has gone out since: the person is to look for that.
  const newest = await openInvitation(read, and(isOf(invitations, invitation), isNotNull(invitations.sentAt)))
  if (newest && newest.id !== id && newest.phone && !newest.openedAt && !newest.expiredAt) return 'newer'
  return openedAt ? 'used' : 'expired'
}

async function spendSignIn(world: World, signIn: typeof signIns.$inferSelect, browser: ComingFrom): Promise<Spent> {
  const live = isLive(world, signIn)
  if (live && signIn.browserHash !== browser.browserHash) return { dead: 'elsewhere' }
  const value = wayIn(world, signIn.id, browser.browserHash)
  if (live && (await openSignIn(world, signIn.id, value, browser.browserHash))) return { session: value }
  const again = await sameBrowser(world, value, browser.session, { signInId: signIn.id })
  if (again) return again
  return { dead: await whySignInDead(world, signIn) }
}

async function whySignInDead(world: World, { id, phone, askedAt }: typeof signIns.$inferSelect): Promise<WhyDead> {
  const { read } = world.db
  const [signIn] = await read.select().from(signIns).where(eq(signIns.id, id))
  if (signIn?.usedAt) return 'used'
  const newer = and(eq(signIns.phone, phone), gt(signIns.askedAt, askedAt), isNotNull(signIns.sentAt))
  return (await read.$count(signIns, newer)) > 0 ? 'newer' : 'expired'
}

/** Whether a sign-in may still be used at this moment. */
export function isLive(world: World, signIn: typeof signIns.$inferSelect): boolean {
  const { usedAt, voidedAt, expiredAt, expiresAt } = signIn
  return !usedAt && !voidedAt && !expiredAt && !!expiresAt && world.now().toISOString() < expiresAt
}

/** Uses a sign-in up and opens the session of this cookie value; false when it was used or over. */
export async function openSignIn(world: World, id: string, value: string, browserHash: string): Promise<boolean> {
  const at = world.now().toISOString()
  const row = newSession(world, value, { stage: 'word', signInId: id, browserHash })
  const [used] = await writeAudited(
    world,
    { who: 'system', did: 'sign-in.opened', about: id },
    (db) => [
      db
        .update(signIns)
        .set({ usedAt: at })
        .where(
          and(
            eq(signIns.id, id),
            isNull(signIns.usedAt),
            isNull(signIns.voidedAt),
            isNull(signIns.expiredAt),
            gt(signIns.expiresAt, at),
          ),
        )
        .returning({ id: signIns.id }),
      insertWhere(db, sessions, row, ifChanged),
    ],
    { onlyIf: ifChanged },
  )
  return used.length > 0
}

/** The first session of a way in: worked out from the browser too, so that pressing twice there gives the same. */
export const wayIn = (world: World, id: string, browserHash: string) => valueAfter(world, id, 'word', browserHash)

/** Whether this browser has been here: the session its first press made, or one that came of it. */
export async function sameBrowser(
  world: World,
  value: string,
  session: Session | null | undefined,
  way: { invitationId: string } | { signInId: string } | { cardId: string },
): Promise<Spent | undefined> {
  const isOfThisWay = Object.entries(way).every(([by, id]) => session?.[by as 'cardId'] === id)
  if (session?.state === 'open' && isOfThisWay) return { already: session }
  const first = await sessionOf(world, value)
  return first?.state === 'open' ? { session: value } : undefined
}
