import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { askedOf } from '#app/domain/access/asked-of'
import { memberOf, noteView, signedInHeaders } from '#app/edge/guards.server'
import { AgreePage } from '#app/views/agree/agree-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'write' }
export const headers = signedInHeaders

export async function loader({ context, params }: LoaderFunctionArgs) {
  const member = await memberOf(context, params)
  const { plan } = member
  // A young person reads, and is asked for no yes.
  if (plan.viewer.sight === 'young') throw new Response(null, { status: 404 })
  await noteView(context.world, member, 'agree.viewed')
  return { plan: plan.id, worker: plan.worker.name, asked: askedOf(plan) }
}

export default function Agree() {
  return <AgreePage {...useLoaderData<typeof loader>()} />
}
