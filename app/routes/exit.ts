import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { endSession } from '#app/domain/coming-in/sessions'
import { councilOf } from '#app/domain/council/council'
import { leadOn } from '#app/edge/coming-in.server'
import { endedCookie } from '#app/edge/cookies.server'
import { traceOf } from '#app/edge/log.server'

/** Where to when the database cannot say: away from here matters more than where. */
const ANYWHERE = 'https://www.bbc.co.uk/weather'

/**
 * Signs out on the server first, so that Back finds nothing, then leaves for the council's harmless page. A browser
 * that only looks ahead, or asks for the headers, has pressed nothing.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (request.method === 'HEAD') return leadOn(await whereTo(context))
  if (isLookingAhead(request)) return new Response(null, { status: 204 })
  await orLog(context, async () => {
    const session = await context.visitor.session()
    if (session) await endSession(context.world, session)
  })
  return leadOn(await whereTo(context), [endedCookie('__Host-session')])
}

const isLookingAhead = ({ headers }: Request) =>
  ['Sec-Purpose', 'Purpose', 'X-Moz'].some((name) => headers.get(name)?.includes('prefetch'))

const whereTo = async (context: AppLoadContext) =>
  (await orLog(context, async () => (await councilOf(context.world)).exitUrl)) ?? ANYWHERE

/** Whatever fails, the person gets away from the page. */
async function orLog<Result>({ log }: AppLoadContext, attempt: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await attempt()
  } catch (error) {
    log(traceOf(error))
    return undefined
  }
}
