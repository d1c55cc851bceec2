import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { leave } from '#app/domain/coming-in/ending'
import { onceFor } from '#app/domain/forms/once-for'
import { tooLong } from '#app/domain/forms/own-words'
import { recordCheckIn } from '#app/domain/said/log'
import { endedCookie } from '#app/edge/cookies.server'
import { formFor, formHeaders, noteFormView, takeMemberForm, toldOf } from '#app/edge/form.server'
import { memberOf } from '#app/edge/guards.server'
import { LeavePage } from '#app/views/me/leave-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'me' }
export const headers = formHeaders

const GONE = '/left'

/** First the words, which the worker reads as a worry; then the leaving, which nothing can undo from here. */
export const action = (args: ActionFunctionArgs) =>
  takeMemberForm(args, async ({ world, member, plan, typed, press, language }) => {
    const words = typed.words?.trim()
    if (tooLong(words)) return { faults: { words: 'words-long' } }
    if (words) {
      const why = { result: 'worry', words, language, sharedWith: 'worker' } as const
      const told = await recordCheckIn(world, member, plan, why, { ...press, leadTo: () => GONE })
      if (!('leadTo' in told)) return told
      await leave(world, member)
    } else {
      const once = onceFor(world, member, { ...press, leadTo: GONE })
      await leave(world, member, once.write)
      const left = toldOf(once.sent() ?? { state: 'forged' }, GONE)
      if (!('leadTo' in left)) return left
    }
    throw redirect(GONE, { status: 303, headers: { 'Set-Cookie': endedCookie('__Host-session') } })
  })

export async function loader({ context }: LoaderFunctionArgs) {
  const member = await memberOf(context)
  const { plan, session } = member
  await noteFormView(context, member, 'leave.viewed')
  const form = await formFor(context.world, session, '/me/leave')
  return { plan: plan.id, worker: plan.worker.name, hasPart: plan.commitments.some(({ mine }) => mine), form }
}

export default function Leave() {
  const page = useLoaderData<typeof loader>()
  return <LeavePage {...page} form={{ ...page.form, ...useActionData<typeof action>() }} />
}
