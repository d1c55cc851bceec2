import { createHash } from 'node:crypto'
import { giveWord } from '#app/domain/coming-in/giving-the-word'
import { join } from '#app/domain/coming-in/joining'
import { spend } from '#app/domain/coming-in/link'
import { sessionOf } from '#app/domain/coming-in/sessions'
import { askForText } from '#app/domain/coming-in/sign-in'
import type { MemberSession, Session, WelcomeSession, WordSession } from '#app/domain/forms/session'
import { type Invited, invite } from '#app/domain/network/invitations'
import { statusOf } from '#app/domain/network/status'
import { type PersonForStaff, personByReference } from '#app/domain/people/person-for-staff'
import type { InvitationForm } from '#app/domain/people/refusals'
import { invitations, memberships, texts } from '#db/schema'
import type { CastMember } from './cast'
import { dispatchDue } from './dispatch-due'
import type { TestWorld } from './world'

/** A browser of one's own, as the server knows it again. */
export const browserOf = (name: string) => createHash('sha256').update(`browser of ${name}`).digest('base64url')

/** The same, and the network address it comes from: a home of its own. */
export const askingFrom = (name: string) => ({ browserHash: browserOf(name), addressHash: `home of ${name}` })

export async function personOf(
  world: TestWorld,
  { family, id }: Pick<CastMember, 'family' | 'id'>,
): Promise<PersonForStaff> {
  const person = await personByReference(world, family, id)
  if (!person) throw new Error(`${id} is not in ${family}`)
  return person
}

/** The worker fills in the form with what the cast says. */
export async function invited(world: TestWorld, who: CastMember, form: Partial<InvitationForm> = {}): Promise<Invited> {
  const filledIn = { phone: who.phone, language: 'en', safeToText: null, word: who.word, ...form }
  return invite(world, await personOf(world, who), filledIn)
}

/** The newest text on this phone, and what is in it. */
export function lastText(world: TestWorld, phone: string): { token: string; code: string; body: string } {
  const text = world.sentTexts.findLast(({ to }) => to === phone)
  const token = text?.body.match(/\/l\/([\w-]{22})/)?.[1]
  if (!text || !token) throw new Error('There is no text with a link on this phone.')
  return { token, code: text.body.match(/(?<!\d)\d{6}(?!\d)/)?.[0] ?? '', body: text.body }
}

/** Invites, and presses the link of the text. */
export async function pressedLink(
  world: TestWorld,
  who: CastMember,
  form: Partial<InvitationForm> = {},
): Promise<WordSession> {
  const asked = await invited(world, who, { sendNow: true, ...form })
  if ('refused' in asked) throw new Error(`Refused: ${asked.refused.join(', ')}`)
  await dispatchDue(world)
  return (await pressed(world, lastText(world, who.phone).token, who)) as WordSession
}

/** Presses a link in this person's own browser. */
export async function pressed(world: TestWorld, token: string, who: CastMember): Promise<Session> {
  const spent = await spend(world, token, { browserHash: browserOf(who.id) })
  if (!('session' in spent)) throw new Error(`The link opens nothing: ${JSON.stringify(spent)}`)
  return session(world, spent.session)
}

export async function welcomed(world: TestWorld, who: CastMember): Promise<WelcomeSession> {
  const given = await giveWord(world, await pressedLink(world, who), who.word)
  if (typeof given !== 'object' || !('session' in given)) throw new Error('The word was not right.')
  return (await session(world, given.session)) as WelcomeSession
}

/** The whole way: invited, link, word, joined. */
export async function joined(world: TestWorld, who: CastMember, { onlyMe = false } = {}): Promise<MemberSession> {
  const value = await join(world, await welcomed(world, who), { onlyMe, browserHash: null })
  if (!value) throw new Error('Joining was refused.')
  return (await session(world, value)) as MemberSession
}

/** Gives the number on the first page, in this person's own browser, and lets the text go out. */
export async function askedForText(world: TestWorld, who: Pick<CastMember, 'id' | 'phone'>): Promise<void> {
  await askForText(world, { phone: who.phone, ...askingFrom(who.id), language: 'en' })
  await dispatchDue(world)
}

export async function session(world: TestWorld, value: string): Promise<Session> {
  const found = await sessionOf(world, value)
  if (!found) throw new Error('There is no such session.')
  return found
}

/** How many texts have arrived on this phone. */
export const textsTo = (world: TestWorld, who: { phone: string }) =>
  world.sentTexts.filter(({ to }) => to === who.phone).length

/** Presses the link of the newest sign-in text, and gives the word. */
export async function signedIn(world: TestWorld, who: CastMember, word = who.word): Promise<MemberSession> {
  const given = await giveWord(
    world,
    (await pressed(world, lastText(world, who.phone).token, who)) as WordSession,
    word,
  )
  if (typeof given !== 'object' || !('session' in given)) throw new Error(`The word was not taken: ${given}`)
  return (await session(world, given.session)) as MemberSession
}

/** How far this person is, as the people page shows it. */
export async function status(world: TestWorld, { id }: { id: string }) {
  const { read } = world.db
  return statusOf({
    personId: id,
    invitations: await read.select().from(invitations),
    memberships: await read.select().from(memberships),
    texts: await read.select().from(texts),
  })
}
