import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { planFor } from '#app/domain/access/read-plan'
import { onCallNow } from '#app/domain/council/on-call'
import { ownWords, tooLong } from '#app/domain/forms/own-words'
import { takeBack } from '#app/domain/forms/sealed-forms'
import { ticketFor } from '#app/domain/forms/tickets'
import { londonTime } from '#app/domain/london'
import { recordCheckIn } from '#app/domain/said/log'
import { cameBack, formHeaders, KEPT, noteShownIfPossible, takeMemberForm } from '#app/edge/form.server'
import { memberSessionOf } from '#app/edge/guards.server'
import { pageStands } from '#app/edge/kept-forms.server'
import type { Typed } from '#app/views/form'
import { KeptPage } from '#app/views/kept-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'write' }
export const headers = formHeaders

/** Words whose own page is gone, sent to the worker as a worry, which is read first. */
export const action = (args: ActionFunctionArgs) =>
  takeMemberForm(args, async ({ world, member, plan, typed, press, language }) => {
    const words = ownWords(typed.words ?? '')
    if (!words) return { faults: { words: 'words-missing' } }
    if (tooLong(words)) return { faults: { words: 'words-long' } }
    const leadTo = (entry: string) => `/p/${plan.id}/log/${entry}/saved`
    const checkIn = { result: 'worry', words, language, sharedWith: 'worker' } as const
    return recordCheckIn(world, member, plan, checkIn, { ...press, leadTo })
  })

/** One thing at a time that was not sent: on its own page while that is there; another browser's only after a yes. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { world, visitor } = context
  const session = await memberSessionOf(context)
  const kept = await takeBack(world, session)
  const next = kept.find(({ isHere }) => isHere) ?? kept[0]
  const page = { kept: next?.id, onCall: await onCallNow(world) }
  if (next && !next.isHere) {
    const ticket = ticketFor(world, session, `${KEPT}/mine`)
    return { ...page, is: 'not-sure' as const, ticket, on: londonTime(next.keptAt), typed: {} as Typed }
  }
  if (!next && !cameBack(context)) throw redirect('/home')
  const plan = await planFor(world, { ...session, language: await visitor.language() })
  if (next && plan && !cameBack(context) && (await pageStands(world, plan, next.path))) throw redirect(next.path)
  if (next) await noteShownIfPossible(world, next)
  const typed: Typed = Object.fromEntries(next?.fields ?? [])
  return {
    ...page,
    is: plan ? ('gone' as const) : ('no-plan' as const),
    ticket: ticketFor(world, session, KEPT),
    typed,
  }
}

export default function Kept() {
  return <KeptPage {...useLoaderData<typeof loader>()} back={useActionData<typeof action>()} />
}
