import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { askedOf } from '#app/domain/access/asked-of'
import { readersOf } from '#app/domain/access/who-reads-it'
import { viewStaysFromSome } from '#app/domain/access/words-that-stay'
import { readsNow } from '#app/domain/said/who-reads'
import { memberOf, noteViewIfPossible, signedInHeaders } from '#app/edge/guards.server'
import { ViewSaved } from '#app/views/agree/view-saved'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'saved' }
export const headers = signedInHeaders

export async function loader({ context, params }: LoaderFunctionArgs) {
  const member = await memberOf(context, params)
  const { world } = context
  const { plan } = member
  const of = askedOf(plan).find(({ id }) => id === params.item)
  if (!of?.mine) throw new Response(null, { status: 404 })
  await noteViewIfPossible(context, member, 'agree.viewed')
  return {
    plan: plan.id,
    name: plan.viewer.name,
    ...{ of, mine: of.mine },
    stay: await viewStaysFromSome(world, plan, of),
    reads: await readsNow(world, plan),
    readers: await readersOf(world, plan, of.mine),
  }
}

export default function AgreeSaved() {
  return <ViewSaved {...useLoaderData<typeof loader>()} />
}
