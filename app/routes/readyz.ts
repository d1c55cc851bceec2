import type { LoaderFunctionArgs } from '@remix-run/node'
import { whyNotReady } from '#app/domain/record/ready'

/** 200 when the database can be read and written, else 503 and why. */
export async function loader({ context }: LoaderFunctionArgs) {
  const why = await whyNotReady(context.world)
  const headers = { 'Content-Type': 'text/plain; charset=utf-8' }
  return new Response(`${why ?? 'ready'}\n`, { status: why ? 503 : 200, headers })
}
