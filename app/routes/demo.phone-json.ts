import type { LoaderFunctionArgs } from '@remix-run/node'
import { arrivedTexts } from '#app/edge/demo-phone.server'

/** The texts that have arrived on one phone (`?to=+447700900112`), or on all of them, first to last. */
export async function loader({ request, context: { world } }: LoaderFunctionArgs) {
  if (world.settings.mode !== 'demo') throw new Response(null, { status: 404 })
  const to = new URL(request.url).searchParams.get('to')
  const texts = await arrivedTexts(world)
  // A plus in an address means a space to those who read it by the book.
  const number = to?.replace(/^ /, '+')
  return Response.json(number === undefined ? texts : texts.filter((text) => text.to === number))
}
