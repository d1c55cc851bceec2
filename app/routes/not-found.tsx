import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { onCallAnyway } from '#app/domain/council/on-call'
import { OUTSIDE } from '#app/views/outside'
import type { ShutData } from '#app/views/shut'

/**
 * Where every address without a page leads, and what the server turned away by itself. Below the desk it is a page of
 * the desk for who sits there, and for nobody else.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (context.turnedAway === 503) throw data<ShutData>({ onCall: await onCallAnyway(context.world) }, 503)
  const isOfDesk = /^\/desk\//i.test(new URL(request.url).pathname)
  if (isOfDesk && !context.turnedAway && !(await context.visitor.staff())) throw data(OUTSIDE, 404)
  throw new Response(null, { status: context.turnedAway ?? 404 })
}

export default function NotFound() {
  return null
}
