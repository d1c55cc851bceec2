import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { onCallNow } from '#app/domain/council/on-call'
import { isInside } from '#app/edge/guards.server'
import { HelpPage } from '#app/views/help-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'help' }

export async function loader({ context }: LoaderFunctionArgs) {
  return { onCall: await onCallNow(context.world), isInside: await isInside(context) }
}

export default function Help() {
  return <HelpPage {...useLoaderData<typeof loader>()} />
}
