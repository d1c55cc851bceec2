import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { onCallNow } from '#app/domain/check-ins/on-call'
import { askForText } from '#app/domain/network/sign-in'
import { browserOf, leadOn } from '#app/edge/coming-in.server'
import { takeForm } from '#app/edge/form.server'
import { SentPage } from '#app/views/come-in/sent-page'
import { StartPage } from '#app/views/come-in/start-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'start' }

/** Takes a number, looks nothing up, and answers every one of them alike. */
export const action = (args: ActionFunctionArgs) =>
  takeForm<'not-a-number'>(args, async ({ typed: { phone = '' } }) => {
    const { world, visitor } = args.context
    const { browserHash, cookies } = browserOf(args.context, args.request)
    const asked = await askForText(world, { phone, browserHash, language: await visitor.language() })
    if ('refused' in asked) return { faults: { phone: asked.refused } }
    throw leadOn('/sent', cookies)
  })

export async function loader({ context }: LoaderFunctionArgs) {
  return { onCall: await onCallNow(context.world) }
}

export default function Sent() {
  const back = useActionData<typeof action>()
  const page = useLoaderData<typeof loader>()
  return back ? <StartPage {...back} /> : <SentPage {...page} />
}
