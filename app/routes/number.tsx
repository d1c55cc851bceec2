import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { askForText } from '#app/domain/coming-in/sign-in'
import { leadOn } from '#app/edge/coming-in.server'
import { takeForm } from '#app/edge/form.server'
import { browserOf, knownFromHere, loaderHeaders } from '#app/edge/known-browser.server'
import { StartPage } from '#app/views/come-in/start-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'start' }
export const headers = loaderHeaders

/** Takes the number of the first page, looks nothing up, and answers every one of them alike. */
export const action = (args: ActionFunctionArgs) =>
  takeForm<'not-a-number'>(args, async ({ typed: { phone = '' } }) => {
    const { world, visitor } = args.context
    const { cookies, ...asking } = browserOf(args.context, args.request)
    const asked = await askForText(world, { phone, ...asking, language: await visitor.language() })
    if ('refused' in asked) return { faults: { phone: asked.refused } }
    throw leadOn('/sent', cookies)
  })

export const loader = ({ request, context }: LoaderFunctionArgs) => knownFromHere(context, request, {})

/** The first page again, with what was wrong. */
export default function GivenNumber() {
  return <StartPage {...useActionData<typeof action>()} />
}
