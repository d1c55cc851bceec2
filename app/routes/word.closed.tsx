import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { wordIsShut } from '#app/domain/coming-in/guesses-left'
import { onCallNow } from '#app/domain/council/on-call'
import { WordClosedPage } from '#app/views/come-in/word-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'word' }

export async function loader({ context: { world, visitor } }: LoaderFunctionArgs) {
  const session = await visitor.session()
  const why = session?.invitationId ? 'invited' : session && (await wordIsShut(world, session)) ? 'shut' : 'signIn'
  return { why, onCall: await onCallNow(world) } as const
}

export default function WordClosed() {
  return <WordClosedPage {...useLoaderData<typeof loader>()} />
}
