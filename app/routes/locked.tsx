import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { wordIsShut } from '#app/domain/coming-in/guesses-left'
import { unlock } from '#app/domain/coming-in/unlock'
import { onCallNow } from '#app/domain/council/on-call'
import { takeBack } from '#app/domain/forms/sealed-forms'
import type { MemberSession, Session } from '#app/domain/forms/session'
import { ticketFor } from '#app/domain/forms/tickets'
import { normalised } from '#app/domain/people/word'
import { leadOn, leftOffAt, placeOf, takeEntryForm } from '#app/edge/coming-in.server'
import { type Lock, LockedPage } from '#app/views/come-in/locked-page'
import type { WordFault } from '#app/views/come-in/word-field'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'locked' }

/** Opens a phone that one person alone uses again, with their word. */
export const action = (args: ActionFunctionArgs) =>
  takeEntryForm<MemberSession, WordFault>(args, lockedMember, async ({ session, typed }) => {
    const word = typed.word ?? ''
    if (!normalised(word)) return { faults: { word: 'missing' } }
    const tried = await unlock(args.context.world, session, word)
    if (tried === 'over') throw leadOn('/locked')
    if (tried !== 'open') return { faults: { word: `wrong-${tried.wrong}` } }
    throw leadOn(await leftOffAt(args.context, { ...session, state: 'open' }))
  })

/** Whose word opens this. A second press finds it open, and goes on as the first did. */
async function lockedMember(context: AppLoadContext): Promise<MemberSession> {
  const session = await context.visitor.session()
  if (session?.stage === 'member' && session.state === 'locked') return session
  throw leadOn(session ? await leftOffAt(context, session) : '/locked')
}

export async function loader({ context: { world, visitor } }: LoaderFunctionArgs) {
  const session = await visitor.session()
  const isOut = session?.stage === 'member' && (session.state === 'locked' || session.state === 'timed-out')
  const kept = isOut && (await takeBack(world, session)).length > 0
  const isShut = session?.stage === 'member' && session.state !== 'open' && (await wordIsShut(world, session))
  const lock: Lock = isShut ? { by: 'card' } : lockOn(session, (path, on) => ticketFor(world, on, path))
  return { lock, kept, onCall: await onCallNow(world) }
}

function lockOn(session: Session | null, ticket: (path: string, session: Session) => string): Lock {
  if (session?.state === 'locked') return { by: 'word', ticket: ticket('/locked', session) }
  // Used in another tab since: the person is there, only this page is old.
  if (session?.state === 'open') return { by: 'nothing', on: placeOf(session) }
  return { by: 'number' }
}

export default function Locked() {
  return <LockedPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
