import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { councilOf } from '#app/domain/council/council'
import { onCallNow } from '#app/domain/council/on-call'
import { isInside } from '#app/edge/guards.server'
import { HelpPage } from '#app/views/help-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'help' }

export async function loader({ context }: LoaderFunctionArgs) {
  const inside = await isInside(context)
  const helplines = inside ? (await councilOf(context.world)).helplines : undefined
  return { onCall: await onCallNow(context.world), isInside: inside, helplines: helplines ?? {} }
}

export default function Help() {
  return <HelpPage {...useLoaderData<typeof loader>()} />
}
