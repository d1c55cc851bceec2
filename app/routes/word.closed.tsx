import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { onCallNow } from '#app/domain/council/on-call'
import { WordClosedPage } from '#app/views/come-in/word-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'word' }

export async function loader({ context: { world, visitor } }: LoaderFunctionArgs) {
  const session = await visitor.session()
  return { invited: !!session?.invitationId, onCall: await onCallNow(world) }
}

export default function WordClosed() {
  return <WordClosedPage {...useLoaderData<typeof loader>()} />
}
