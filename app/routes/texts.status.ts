import type { ActionFunctionArgs } from '@remix-run/node'
import { noteReport } from '#app/domain/texts/reports'
import { callOf, notTheProvider } from '#app/edge/provider-call.server'

/** The provider of texts says what became of one. When we cannot write it down it hears so, and says it again. */
export async function action({ request, context: { world } }: ActionFunctionArgs) {
  const report = world.provider.parseStatus(await callOf(world, request))
  if (!report) return notTheProvider()
  await noteReport(world, report)
  return new Response(null, { status: 204 })
}

export const loader = () => new Response(null, { status: 404 })
