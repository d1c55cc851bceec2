import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { memberOf, noteView, signedInHeaders } from '#app/edge/guards.server'
import { isKept } from '#app/edge/kept-pages.server'
import type { PageHandle } from '#app/views/page-handle'
import { StoryPage } from '#app/views/story-page'

export const handle: PageHandle = { title: 'story' }
export const headers = signedInHeaders

/** A story that is not this reader's, or not yet, is a page that never was. */
export async function loader(args: LoaderFunctionArgs) {
  if (await isKept(args, 'story.viewed')) return null
  const { context, params } = args
  const member = await memberOf(context, params)
  if (member.plan.story.length === 0) throw new Response(null, { status: 404 })
  await noteView(context.world, member, 'story.viewed')
  return { plan: member.plan }
}

export default function Story() {
  const made = useLoaderData<typeof loader>()
  return made && <StoryPage {...made} />
}
