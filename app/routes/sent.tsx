import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { onCallNow } from '#app/domain/council/on-call'
import { SentPage } from '#app/views/come-in/sent-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'start' }

export async function loader({ context }: LoaderFunctionArgs) {
  return { onCall: await onCallNow(context.world) }
}

export default function Sent() {
  return <SentPage {...useLoaderData<typeof loader>()} />
}
