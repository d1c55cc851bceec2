import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readersOf } from '#app/domain/access/who-reads-it'
import { wordsStayFromSome } from '#app/domain/access/words-that-stay'
import { ownCommitments } from '#app/domain/said/answers'
import { readsNow } from '#app/domain/said/who-reads'
import { memberOf, noteViewIfPossible, signedInHeaders } from '#app/edge/guards.server'
import { AnswerSaved } from '#app/views/mine/answer-saved'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'saved' }
export const headers = signedInHeaders

export async function loader({ context, params }: LoaderFunctionArgs) {
  const member = await memberOf(context, params)
  const { plan } = member
  const mine = ownCommitments(plan)
  const commitment = mine.find(({ id }) => id === params.item)
  if (!commitment?.answer) throw new Response(null, { status: 404 })
  // The words changed before it was sent: it is kept as an answer to those before, and asked again.
  if (commitment.answer.stale) throw redirect(`/p/${plan.id}/mine/${commitment.id}?kept=1`, 303)
  await noteViewIfPossible(context, member, 'mine.viewed')
  const next = mine.find(({ answer }) => !answer || answer.stale)
  const stay = await wordsStayFromSome(context.world, plan, commitment)
  return {
    plan,
    commitment,
    answer: commitment.answer,
    stay,
    next,
    reads: await readsNow(context.world, plan),
    readers: await readersOf(context.world, plan, commitment.answer),
  }
}

export default function MineSaved() {
  return <AnswerSaved {...useLoaderData<typeof loader>()} />
}
