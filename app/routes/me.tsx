import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { memberOf, signedInHeaders } from '#app/edge/guards.server'
import { MePage } from '#app/views/me/me-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'me' }
export const headers = signedInHeaders

export async function loader({ context }: LoaderFunctionArgs) {
  const { plan } = await memberOf(context)
  return { name: plan.viewer.name, worker: plan.worker.name }
}

export default function Me() {
  return <MePage {...useLoaderData<typeof loader>()} />
}
