import type { LoaderFunctionArgs } from '@remix-run/node'

/** Where every address without a page leads, and what the server turned away by itself. */
export function loader({ context }: LoaderFunctionArgs) {
  throw new Response(null, { status: context.turnedAway ?? 404 })
}

export default function NotFound() {
  return null
}
