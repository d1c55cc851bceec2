import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { caseIdOf } from '#app/domain/access/handles'
import { whoMayRing } from '#app/domain/access/who-may-ring'
import { rememberNotToRing } from '#app/domain/coming-in/joining'
import type { WelcomeSession } from '#app/domain/forms/session'
import { ticketFor } from '#app/domain/forms/tickets'
import { atTheWelcome, leadOn, takeEntryForm } from '#app/edge/coming-in.server'
import { signedInHeaders } from '#app/edge/guards.server'
import { RingPage } from '#app/views/come-in/ring-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'welcome' }
export const headers = signedInHeaders

const NEXT = '/welcome/phone'

export const action = (args: ActionFunctionArgs) =>
  takeEntryForm(args, atTheWelcome, async ({ session, typed }) => {
    const people = await peopleFor(args.context, session)
    const out = people.filter(({ id }) => typed[id] !== 'yes')
    await rememberNotToRing(args.context.world, session, out.map(caseIdOf))
    throw leadOn(NEXT)
  })

/** When nobody would have their number there is nothing to ask. */
export async function loader({ context }: LoaderFunctionArgs) {
  const session = await atTheWelcome(context)
  const people = await peopleFor(context, session)
  if (people.length === 0) throw leadOn(NEXT)
  return {
    ticket: ticketFor(context.world, session, '/welcome/ring'),
    people: people.map(({ id, name, initials, addressAs }) => ({ id, name, initials, addressAs })),
  }
}

const peopleFor = async ({ world, visitor }: AppLoadContext, session: WelcomeSession) =>
  whoMayRing(world, { ...session, language: await visitor.language() })

export default function WelcomeRing() {
  return <RingPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
