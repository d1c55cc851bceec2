import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { memberOf, noteView, signedInHeaders } from '#app/edge/guards.server'
import { isKept } from '#app/edge/kept-pages.server'
import type { PageHandle } from '#app/views/page-handle'
import { PeoplePage } from '#app/views/people-page'

export const handle: PageHandle = { title: 'people' }
export const headers = signedInHeaders

export async function loader(args: LoaderFunctionArgs) {
  if (await isKept(args, 'people.viewed')) return null
  const { context, params } = args
  const member = await memberOf(context, params)
  await noteView(context.world, member, 'people.viewed')
  return { plan: member.plan }
}

export default function People() {
  const made = useLoaderData<typeof loader>()
  return made && <PeoplePage {...made} />
}
