import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { alsoSaidBy, logFor } from '#app/domain/access/read-log'
import { memberOf, noteView, signedInHeaders } from '#app/edge/guards.server'
import { LogPage } from '#app/views/log-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'log' }
export const headers = signedInHeaders

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const member = await memberOf(context, params)
  await noteView(context.world, member, 'log.viewed')
  const { world } = context
  const { plan } = member
  const { searchParams } = new URL(request.url)
  const [log, alsoSaid] = await Promise.all([
    logFor(world, plan, { before: searchParams.get('before') }),
    alsoSaidBy(world, plan, { before: searchParams.get('words') }),
  ])
  return { plan: plan.id, log, alsoSaid }
}

export default function Log() {
  return <LogPage {...useLoaderData<typeof loader>()} />
}
