import type { ActionFunctionArgs } from '@remix-run/node'
import { takeIncoming } from '#app/domain/coming-in/incoming'
import { callOf, notTheProvider } from '#app/edge/provider-call.server'

/** The provider hands on a text that came in. The answer is empty in Twilio's own language: nothing is sent back. */
export async function action({ request, context: { world } }: ActionFunctionArgs) {
  const text = world.provider.parseIncoming(await callOf(world, request))
  if (!text) return notTheProvider()
  await takeIncoming(world, text)
  return new Response('<Response/>', { headers: { 'Content-Type': 'text/xml' } })
}

export const loader = () => new Response(null, { status: 404 })
