import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { memberOf, noteView, signedInHeaders } from '#app/edge/guards.server'
import { isKept } from '#app/edge/kept-pages.server'
import type { PageHandle } from '#app/views/page-handle'
import { StoryPage } from '#app/views/story-page'

export const handle: PageHandle = { title: 'story', look: 'story' }
export const headers = signedInHeaders

/** One frame of it: `?page=2`. A story that is not this reader's, or not yet, is a page that never was; so is a frame they have not. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, context, params } = args
  const page = Number(new URL(request.url).searchParams.get('page') ?? 1)
  if (await isKept(args, 'story.viewed', page)) return null
  const member = await memberOf(context, params)
  const at = page - 1
  if (!member.plan.story[at]) throw new Response(null, { status: 404 })
  await noteView(context.world, member, 'story.viewed')
  return { plan: member.plan, at }
}

export default function Story() {
  const made = useLoaderData<typeof loader>()
  return made && <StoryPage {...made} />
}
