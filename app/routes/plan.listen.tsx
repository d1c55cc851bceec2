import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { heardBy } from '#app/domain/access/heard'
import { memberOf, noteView, signedInHeaders } from '#app/edge/guards.server'
import { ListenPage } from '#app/views/listen-page'
import type { PageHandle } from '#app/views/page-handle'
import script from '../views/listen.js?url'

export const handle: PageHandle = { title: 'listen' }
export const headers = signedInHeaders

export async function loader({ context, params }: LoaderFunctionArgs) {
  const member = await memberOf(context, params)
  const texts = await heardBy(context.world, member.plan)
  await noteView(context.world, member, 'listen.viewed')
  return { plan: member.plan.id, worker: member.plan.worker.name, texts }
}

export default function Listen() {
  return (
    <>
      <ListenPage {...useLoaderData<typeof loader>()} />
      <script src={script} defer />
    </>
  )
}
