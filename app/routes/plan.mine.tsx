import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { memberOf, noteView, signedInHeaders } from '#app/edge/guards.server'
import { MyPart } from '#app/views/mine/my-part'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'mine' }
export const headers = signedInHeaders

export async function loader({ context, params }: LoaderFunctionArgs) {
  const member = await memberOf(context, params)
  // A young person never carries a task, so there is no such page.
  if (member.plan.viewer.sight === 'young') throw new Response(null, { status: 404 })
  await noteView(context.world, member, 'mine.viewed')
  return { plan: member.plan }
}

export default function Mine() {
  return <MyPart {...useLoaderData<typeof loader>()} />
}
