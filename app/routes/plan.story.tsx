import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { memberOf, noteView, signedInHeaders } from '#app/edge/guards.server'
import { isKept } from '#app/edge/kept-pages.server'
import type { PageHandle } from '#app/views/page-handle'
import { StoryPage } from '#app/views/story-page'

export const handle: PageHandle = { title: 'story', look: 'story' }
export const headers = signedInHeaders

/**
 * One frame of it: `?page=2`; of the story of one child by itself: `?of=` and who. A story that is not this reader's, or
 * not yet, is a page that never was; so is a frame they have not.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { request, context, params } = args
  const asked = new URL(request.url).searchParams
  const page = Number(asked.get('page') ?? 1)
  const of = asked.get('of') ?? undefined
  if (await isKept(args, 'story.viewed', of ? `${page} ${of}` : page)) return null
  const member = await memberOf(context, params)
  const { story, childStories } = member.plan
  const frames = of ? childStories.find(({ child }) => child.id === of)?.frames : story
  const at = page - 1
  if (!frames?.[at]) throw new Response(null, { status: 404 })
  await noteView(context.world, member, 'story.viewed')
  return { plan: member.plan, of, at }
}

export default function Story() {
  const made = useLoaderData<typeof loader>()
  return made && <StoryPage {...made} />
}
