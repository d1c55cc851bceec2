import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { memberOf, noteView, signedInHeaders } from '#app/edge/guards.server'
import { LogPage } from '#app/views/log-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'log' }
export const headers = signedInHeaders

export async function loader({ context, params }: LoaderFunctionArgs) {
  const member = await memberOf(context, params)
  await noteView(context.world, member, 'log.viewed')
  return { plan: member.plan }
}

export default function Log() {
  return <LogPage {...useLoaderData<typeof loader>()} />
}
