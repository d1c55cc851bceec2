import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { whoAsked } from '#app/domain/access/who-asked'
import { atTheWelcome } from '#app/edge/coming-in.server'
import { signedInHeaders } from '#app/edge/guards.server'
import { WelcomePage } from '#app/views/come-in/welcome-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'welcome' }
export const headers = signedInHeaders

export async function loader({ context }: LoaderFunctionArgs) {
  const { world, visitor } = context
  const asked = await whoAsked(world, { ...(await atTheWelcome(context)), language: await visitor.language() })
  if (!asked) throw new Response(null, { status: 404 })
  return { asked }
}

export default function Welcome() {
  return <WelcomePage {...useLoaderData<typeof loader>()} />
}
