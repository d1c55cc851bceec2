import type { LoaderFunctionArgs } from '@remix-run/node'
import { staffAt } from '#app/edge/desk-guards.server'
import { deskNews } from '#app/edge/desk-news.server'

/** What an open desk listens to. 204 tells a browser not to ask again by itself. */
export async function loader({ context }: LoaderFunctionArgs) {
  const news = deskNews(context.world, await staffAt(context), context.log)
  if (!news) return new Response(null, { status: 204 })
  return new Response(news, {
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store, no-transform' },
  })
}
