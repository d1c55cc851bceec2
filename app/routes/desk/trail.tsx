import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { councilTrail } from '#app/domain/desk/council-trail'
import { administratorAt } from '#app/edge/desk-guards.server'
import { CouncilTrailPage } from '#app/views/desk/council-trail-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

/** `?before=…`: what stands before that line. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { staffId } = await administratorAt(context)
  const before = Number(new URL(request.url).searchParams.get('before')) || undefined
  return councilTrail(context.world, staffId, before)
}

export default function Trail() {
  return <CouncilTrailPage {...useLoaderData<typeof loader>()} />
}
