import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changedSinceAnswered } from '#app/domain/access/read-changes'
import { earlierAnswers } from '#app/domain/access/read-log'
import { readersFor } from '#app/domain/access/who-reads-it'
import { answerFrom, markOf, ownCommitments, recordAnswer, replacedSince } from '#app/domain/said/answers'
import { formFor, formHeaders, noteFormView, takeMemberForm } from '#app/edge/form.server'
import { memberOf } from '#app/edge/guards.server'
import { AnswerPage } from '#app/views/mine/answer-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'mine' }
export const headers = formHeaders

export const action = (args: ActionFunctionArgs) =>
  takeMemberForm(args, async ({ world, member, plan, typed, press, language }) => {
    const item = ownCommitments(plan).find(({ id }) => id === args.params.item)
    if (!item) throw new Response(null, { status: 404 })
    const answer = answerFrom(typed, plan)
    if ('faults' in answer) return answer
    const replaced = await replacedSince(world, plan, item, typed.asked)
    if (replaced === 'unknown') return { is: 'old-page' }
    const leadTo = () => `/p/${plan.id}/mine/${item.id}/saved`
    return recordAnswer(world, member, plan, item, { ...answer, language }, { ...press, leadTo }, replaced)
  })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const member = await memberOf(context, params)
  const { plan, session } = member
  const commitment = ownCommitments(plan).find(({ id }) => id === params.item)
  if (!commitment) throw new Response(null, { status: 404 })
  await noteFormView(context, member, 'mine.viewed')
  const blank = await formFor(context.world, session, `/p/${plan.id}/mine/${commitment.id}`)
  const { searchParams } = new URL(request.url)
  const before = searchParams.get('before')
  // "Yes, but …" was pressed on the card.
  const chosen = searchParams.get('choice')
  const form = chosen && !blank.kept ? { ...blank, typed: { choice: chosen } } : blank
  const earlier = await earlierAnswers(context.world, plan, commitment, { before })
  return {
    ...{ plan, commitment, earlier, form },
    readers: await readersFor(context.world, plan, 'answers'),
    changed: (await changedSinceAnswered(context.world, plan))[commitment.id] ?? [],
    asked: await markOf(context.world, plan, commitment),
    keptWhileWriting: searchParams.has('kept'),
  }
}

export default function MineItem() {
  const page = useLoaderData<typeof loader>()
  return <AnswerPage {...page} form={{ ...page.form, ...useActionData<typeof action>() }} />
}
