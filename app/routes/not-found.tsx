import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { onCallAnyway } from '#app/domain/council/on-call'
import type { ShutData } from '#app/views/shut'

/** Where every address without a page leads, and what the server turned away by itself. */
export async function loader({ context }: LoaderFunctionArgs) {
  if (context.turnedAway === 503) throw data<ShutData>({ onCall: await onCallAnyway(context.world) }, 503)
  throw new Response(null, { status: context.turnedAway ?? 404 })
}

export default function NotFound() {
  return null
}
