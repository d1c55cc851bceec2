import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { caseIdOf } from '#app/domain/access/handles'
import { whoAsked } from '#app/domain/access/who-asked'
import { whoMayRing } from '#app/domain/access/who-may-ring'
import { join } from '#app/domain/coming-in/joining'
import { sessionOf } from '#app/domain/coming-in/sessions'
import type { WelcomeSession } from '#app/domain/forms/session'
import { ticketFor } from '#app/domain/forms/tickets'
import { atTheWelcome, leadOn, sessionCookie, takeEntryForm } from '#app/edge/coming-in.server'
import { signedInHeaders } from '#app/edge/guards.server'
import { browserOf } from '#app/edge/known-browser.server'
import { WelcomePage } from '#app/views/come-in/welcome-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'welcome' }
export const headers = signedInHeaders

/** The person has joined from here on. */
export const action = (args: ActionFunctionArgs) =>
  takeEntryForm(args, atTheWelcome, async ({ session, typed }) => {
    const { world } = args.context
    const onlyMe = typed.phone === 'mine'
    const { browserHash } = browserOf(args.context, args.request)
    const people = await whoWouldRing(args.context, session)
    const mayRing = people.filter(({ id }) => typed[id] === 'yes').map(caseIdOf)
    const value = await join(world, session, { onlyMe, browserHash, mayRing })
    throw value ? leadOn(await firstPage(args.context, value), [sessionCookie(value, { onlyMe })]) : leadOn('/locked')
  })

/** Straight to what they are asked; a young person is asked nothing. */
async function firstPage({ world }: AppLoadContext, value: string): Promise<string> {
  const member = await sessionOf(world, value)
  if (member?.stage !== 'member') return '/home'
  const asked = await whoAsked(world, { ...member, language: member.language ?? 'en' })
  return asked?.part ? `/p/${member.planId}/mine` : '/home'
}

export async function loader({ context }: LoaderFunctionArgs) {
  const { world, visitor } = context
  const session = await atTheWelcome(context)
  const asked = await whoAsked(world, { ...session, language: await visitor.language() })
  if (!asked) throw new Response(null, { status: 404 })
  const people = await whoWouldRing(context, session)
  return {
    asked,
    ticket: ticketFor(world, session, '/welcome'),
    people: people.map(({ id, name, fullName, initials, addressAs, isToRing }) => ({
      ...{ id, name, fullName, initials, addressAs, isToRing },
    })),
  }
}

const whoWouldRing = async ({ world, visitor }: AppLoadContext, session: WelcomeSession) =>
  whoMayRing(world, { ...session, language: await visitor.language() })

export default function Welcome() {
  return <WelcomePage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
