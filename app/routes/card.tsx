import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { spendCard } from '#app/domain/coming-in/cards'
import { letIn } from '#app/edge/coming-in.server'
import { takeForm } from '#app/edge/form.server'
import { browserOf, knownFromHere, loaderHeaders } from '#app/edge/known-browser.server'
import { CardPage, type WhyNoCard } from '#app/views/come-in/card-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'card' }
export const headers = loaderHeaders

/** A wrong number, a used one and one of an old card get the same answer. */
export const action = (args: ActionFunctionArgs) =>
  takeForm<WhyNoCard>(args, async ({ typed: { number = '' } }) => {
    const { world, visitor } = args.context
    const { cookies, ...asking } = browserOf(args.context, args.request)
    const spent = await spendCard(world, number, { ...asking, session: await visitor.session() })
    if ('tooMany' in spent) return { faults: { number: 'too-many' } }
    if ('wrong' in spent || 'dead' in spent) return { faults: { number: 'wrong' } }
    throw await letIn(args.context, spent, cookies)
  })

export const loader = ({ request, context }: LoaderFunctionArgs) => knownFromHere(context, request, {})

export default function Card() {
  return <CardPage {...useActionData<typeof action>()} />
}
