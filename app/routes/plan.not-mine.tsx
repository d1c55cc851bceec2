import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { type OwnSaying, ownSaying, recordNotMine } from '#app/domain/said/not-mine'
import { formFor, noteFormView, takeMemberForm } from '#app/edge/form.server'
import { memberOf, signedInHeaders } from '#app/edge/guards.server'
import { wordsIn } from '#app/edge/i18n.server'
import { NotMinePage, viewSaid } from '#app/views/check-ins/not-mine'
import { dayAndTime } from '#app/views/dates'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'write' }
export const headers = signedInHeaders

export const action = (args: ActionFunctionArgs) =>
  takeMemberForm(args, async ({ world, member, plan, press }) => {
    const what = await ownSaying(world, plan, args.params.what)
    if (!what) throw new Response(null, { status: 404 })
    const leadTo = (entry: string) => `/p/${plan.id}/log/${entry}/saved`
    return recordNotMine(world, member, plan, what, inEnglish(what), { ...press, leadTo })
  })

/** What is denied, as the worker reads it. Enough of the words to find it by. */
function inEnglish(what: OwnSaying): string {
  const t = wordsIn('en').in('check-in')
  const said = (words?: string) => (words ? `“${[...words].slice(0, 200).join('')}”` : '')
  switch (what.kind) {
    case 'entry':
      return t('notMine.entry', { when: dayAndTime(what.entry.loggedAt, 'en'), words: said(what.entry.words) }).trim()
    case 'answer': {
      const choice = wordsIn('en').in('mine')(`choice.${what.answer.choice}`)
      return t('notMine.answer', {
        when: dayAndTime(what.answer.on, 'en'),
        choice,
        words: said(what.answer.words),
      }).trim()
    }
    case 'score': {
      const { on, value, words } = what.score
      return t('notMine.score', { when: dayAndTime(on, 'en'), value, words: said(words) }).trim()
    }
    case 'view': {
      const { on, view, words } = what.view
      return t('notMine.view', {
        when: dayAndTime(on, 'en'),
        view: viewSaid(wordsIn('en').in('agree'), wordsIn('en').in('approve'), view),
        words: said(words),
      }).trim()
    }
  }
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  const member = await memberOf(context, params)
  const { plan, session } = member
  const what = await ownSaying(context.world, plan, params.what)
  if (!what) throw new Response(null, { status: 404 })
  await noteFormView(context, member, 'not-mine.viewed')
  const form = await formFor(context.world, session, `/p/${plan.id}/not-mine/${params.what}`)
  return { plan: plan.id, id: params.what ?? '', worker: plan.worker.name, what, form }
}

export default function NotMine() {
  const page = useLoaderData<typeof loader>()
  return <NotMinePage {...page} form={{ ...page.form, ...useActionData<typeof action>() }} />
}
