import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { giveWord } from '#app/domain/coming-in/giving-the-word'
import { wordIsShut } from '#app/domain/coming-in/guesses-left'
import { sessionOf } from '#app/domain/coming-in/sessions'
import { onCallNow } from '#app/domain/council/on-call'
import type { WordSession } from '#app/domain/forms/session'
import { ticketFor } from '#app/domain/forms/tickets'
import { atTheWord, leadOn, leftOffAt, sessionCookie, takeEntryForm } from '#app/edge/coming-in.server'
import type { WordFault } from '#app/views/come-in/word-field'
import { WordPage } from '#app/views/come-in/word-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'word' }

export const action = (args: ActionFunctionArgs) =>
  takeEntryForm<WordSession, WordFault>(args, atTheWord, async ({ session, typed }) => {
    const { world } = args.context
    const onlyMe = !session.invitationId && typed.phone === 'mine'
    const tried = await giveWord(world, session, typed.word ?? '', { onlyMe })
    if (tried === 'nothing-said') return { faults: { word: 'missing' } }
    if (tried === 'over') throw leadOn('/word/closed')
    if ('wrong' in tried) return { faults: { word: `wrong-${tried.wrong}` } }
    const now = await sessionOf(world, tried.session)
    throw leadOn(now ? await leftOffAt(args.context, now) : '/', [sessionCookie(tried.session, { onlyMe })])
  })

export async function loader({ context }: LoaderFunctionArgs) {
  const { world } = context
  const session = await atTheWord(context)
  if (await wordIsShut(world, session)) throw leadOn('/word/closed')
  return {
    ticket: ticketFor(world, session, '/word'),
    asksForPhone: !session.invitationId,
    onCall: await onCallNow(world),
  }
}

export default function Word() {
  return <WordPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}
