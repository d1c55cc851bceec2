import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { councilOf } from '#app/domain/council/council'
import { leadOn } from '#app/edge/coming-in.server'
import { endedCookie } from '#app/edge/cookies.server'
import { traceOf } from '#app/edge/log.server'

/** Where to when the database cannot say: away from here matters more than where. */
const ANYWHERE = 'https://www.bbc.co.uk/weather'

/**
 * Signs out on the server, so that Back finds nothing, and leaves for the council's harmless page; it never waits for
 * a database that is locked. A browser that only looks ahead, or asks for the headers, has pressed nothing.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (request.method === 'HEAD') return leadOn(await whereTo(context))
  if (isLookingAhead(request)) return new Response(null, { status: 204 })
  await context.visitor.signOut()
  return leadOn(await whereTo(context), [endedCookie('__Host-session')])
}

const isLookingAhead = ({ headers }: Request) =>
  ['Sec-Purpose', 'Purpose', 'X-Moz'].some((name) => headers.get(name)?.includes('prefetch'))

/** Whatever fails, the person gets away from the page. */
async function whereTo({ world, log }: AppLoadContext): Promise<string> {
  try {
    return (await councilOf(world)).exitUrl
  } catch (error) {
    log(traceOf(error))
    return ANYWHERE
  }
}
