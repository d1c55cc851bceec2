/** What the pages on the way in have in common: who belongs where, and how they get there. */
import { type ActionFunctionArgs, type AppLoadContext, redirect } from '@remix-run/node'
import type { Spent } from '#app/domain/coming-in/link'
import { endSession, sessionOf } from '#app/domain/coming-in/sessions'
import { takeBack } from '#app/domain/forms/sealed-forms'
import type { Session, WelcomeSession, WordSession } from '#app/domain/forms/session'
import { isGenuine } from '#app/domain/forms/tickets'
import { cookie } from './cookies.server'
import { KEPT, type Outcome, type SentForm, takeForm } from './form.server'

/** How long a phone that one person alone uses stays signed in: as its session does. */
const ONLY_ME_DAYS = 7

/** The cookie of a session: it ends with the browser, but on a phone that one person alone uses. */
export const sessionCookie = (value: string, { onlyMe = false } = {}) =>
  cookie('__Host-session', value, onlyMe ? { days: ONLY_ME_DAYS } : {})

/** The answer to a press: to another page, with these cookies. */
export const leadOn = (to: string, cookies: string[] = []) =>
  redirect(to, { status: 303, headers: cookies.map((value): [string, string] => ['Set-Cookie', value]) })

/** The page on which somebody with this session goes on. */
export function placeOf({ state, stage }: Session): string {
  if (state !== 'open') return '/locked'
  return { word: '/word', welcome: '/welcome', member: '/home' }[stage]
}

/** As `placeOf`; and a member who was signed out while writing goes on with what they had not sent yet. */
export async function leftOffAt({ world }: AppLoadContext, session: Session): Promise<string> {
  const isMember = session.stage === 'member' && session.state === 'open'
  return isMember && (await takeBack(world, session)).length > 0 ? KEPT : placeOf(session)
}

/** Leads whoever's link or code was good to the word. Who was signed in on this browser before no longer is. */
export async function letIn(
  { world, visitor }: AppLoadContext,
  spent: Exclude<Spent, { dead: unknown }>,
  cookies: string[],
): Promise<Response> {
  if ('already' in spent) return leadOn(placeOf(spent.already), cookies)
  const [before, now] = [await visitor.session(), await sessionOf(world, spent.session)]
  if (before && now && before.state !== 'ended' && before.idHash !== now.idHash) {
    // They came by this very link and have only to give their word again.
    if (cameBySameWay(before, now)) return leadOn(placeOf(before), cookies)
    await endSession(world, before)
  }
  return leadOn('/word', [...cookies, sessionCookie(spent.session)])
}

function cameBySameWay(one: Session, other: Session): boolean {
  if (one.invitationId) return one.invitationId === other.invitationId
  return !!one.signInId && one.signInId === other.signInId
}

/** Who gives the word next. Throws the way to where anyone else belongs. */
export async function atTheWord(context: AppLoadContext): Promise<WordSession> {
  const session = await context.visitor.session()
  if (session?.state === 'open' && session.stage === 'word') return session
  throw leadOn(session ? await leftOffAt(context, session) : '/')
}

/** Who has given the word and not joined yet. Throws the way to where anyone else belongs. */
export async function atTheWelcome({ visitor }: AppLoadContext): Promise<WelcomeSession> {
  const session = await visitor.session()
  if (session?.state === 'open' && session.stage === 'welcome') return session
  throw leadOn(session ? placeOf(session) : '/')
}

/** Takes a form of somebody on the way in, with the ticket of the page they were given. */
export function takeEntryForm<Who extends Session, Why extends string = never>(
  args: ActionFunctionArgs,
  who: (context: AppLoadContext) => Promise<Who>,
  take: (sent: SentForm & { session: Who }) => Promise<Outcome<Why>>,
) {
  return takeForm<Why>(args, async (sent) => {
    const session = await who(args.context)
    return isGenuine(args.context.world, session, sent.press) ? take({ ...sent, session }) : { is: 'old-page' }
  })
}
