import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { whoAsked } from '#app/domain/access/who-asked'
import { decline } from '#app/domain/coming-in/joining'
import { ownWords, tooLong } from '#app/domain/forms/own-words'
import type { WelcomeSession } from '#app/domain/forms/session'
import { ticketFor } from '#app/domain/forms/tickets'
import { atTheWelcome, leadOn, placeOf, takeEntryForm } from '#app/edge/coming-in.server'
import { endedCookie } from '#app/edge/cookies.server'
import { signedInHeaders } from '#app/edge/guards.server'
import { NoPage } from '#app/views/come-in/no-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'welcome' }
export const headers = signedInHeaders

export const action = (args: ActionFunctionArgs) =>
  takeEntryForm<WelcomeSession, 'words-long'>(args, whoMaySayNo, async ({ session, typed }) => {
    if (tooLong(typed.words)) return { faults: { words: 'words-long' } }
    const declined = await decline(args.context.world, session, ownWords(typed.words ?? ''))
    throw declined ? leadOn('/welcome/bye', [endedCookie('__Host-session')]) : leadOn('/locked')
  })

/** Also who has just said no, and pressed twice. */
async function whoMaySayNo({ visitor }: AppLoadContext): Promise<WelcomeSession> {
  const session = await visitor.session()
  if (session?.stage === 'welcome') return session
  throw leadOn(session ? placeOf(session) : '/')
}

export async function loader({ context }: LoaderFunctionArgs) {
  const { world, visitor } = context
  const session = await atTheWelcome(context)
  const asked = await whoAsked(world, { ...session, language: await visitor.language() })
  if (!asked) throw new Response(null, { status: 404 })
  return { ticket: ticketFor(world, session, '/welcome/no'), worker: asked.worker }
}

export default function WelcomeNo() {
  return <NoPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
