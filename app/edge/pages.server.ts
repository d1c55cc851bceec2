import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { type AppLoadContext, createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node'
import type { Request as Incoming, Response as Outgoing } from 'express'
import type { World } from '#app/domain/world'
import type { TurnedAway } from './context'
import { type Log, patternOfRoute, routePatterns, traceOf } from './log.server'
import type { Sender } from './sent-bytes.server'
import type { SignOuts } from './sign-outs.server'
import type { StaffProvider } from './staff-provider.server'
import { visitorOf } from './visitor.server'

export type Pages = {
  (incoming: Incoming, outgoing: Outgoing, turnedAway?: TurnedAway): Promise<void>
  senderOf: (incoming: Incoming) => Promise<Sender>
}

/**
 * Hands requests to Remix and its answers back, each as one piece: a page in one string compresses far better than a
 * stream of flushed chunks. The origin is the configured one and never what a header claims, and a request runs to its
 * end when the browser has gone: what somebody sent is kept.
 */
export function remixPages(
  world: World,
  build: ServerBuild,
  { log, signingOut, staffProvider }: { log: Log; signingOut: SignOuts; staffProvider?: StaffProvider },
): Pages {
  const handlerOf = handlers(build)
  const ask = async (request: Request, address: string, turnedAway?: TurnedAway) => {
    const visitor = visitorOf(world, request, signingOut)
    const context: AppLoadContext = { world, log, address, visitor, turnedAway, staffProvider }
    const answer = await handlerOf(new URL(request.url).pathname)(request, context)
    // A page that wrote something has noted it by the way.
    void visitor.staffWasHere().catch((error) => log(traceOf(error)))
    return { answer, shut: context.databaseTrouble === true && answer.status === 500 }
  }
  const answering = async (incoming: Incoming, outgoing: Outgoing, turnedAway?: TurnedAway) => {
    const address = incoming.ip ?? ''
    const refused = (status: TurnedAway) => {
      // No page, but on the same side of the house as the one that was asked for.
      const path = /^\/desk\b/i.test(incoming.path) ? '/desk/turned-away' : '/turned-away'
      return ask(new Request(world.settings.publicUrl + path, { headers: headersOf(incoming) }), address, status)
    }
    const { answer, shut } = turnedAway
      ? await refused(turnedAway)
      : await ask(requestOf(incoming, world.settings.publicUrl), address)
    // The page failed over the database: one that needs nothing written says whom to ring meanwhile.
    const bare = shut ? 503 : bareFault(answer)
    await send(bare ? (await refused(bare)).answer : answer, outgoing)
  }
  const senderOf = async (incoming: Incoming) => {
    const request = new Request(world.settings.publicUrl + incoming.originalUrl, { headers: headersOf(incoming) })
    const { staff, wasIn } = visitorOf(world, request, signingOut)
    return (await staff()) ? 'desk' : (await wasIn()) ? 'known' : 'stranger'
  }
  return Object.assign(answering, { senderOf })
}

/**
 * Remix sorts and matches all the routes it has several times a request, a tenth of a page's time. So each pattern of
 * `routes.ts` has a handler that knows only the routes of that pattern and what is round them.
 */
function handlers(build: ServerBuild): (path: string) => RequestHandler {
  const patternOf = routePatterns(build.routes)
  const made = new Map<string, RequestHandler>()
  return (path) => {
    const pattern = patternOf(path)
    const handle = made.get(pattern) ?? createRequestHandler(only(build, pattern), 'production')
    made.set(pattern, handle)
    return handle
  }
}

function only(build: ServerBuild, pattern: string): ServerBuild {
  const { routes, assets } = build
  const kept = new Set<string>()
  for (const id of Object.keys(routes)) {
    if (patternOfRoute(routes, id) !== (pattern === '*' ? '/*' : pattern)) continue
    for (let route = routes[id]; route; route = routes[route.parentId ?? '']) kept.add(route.id)
  }
  const pick = <Route>(all: Record<string, Route>) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => kept.has(id)))
  return { ...build, routes: pick(routes), assets: { ...assets, routes: pick(assets.routes) } }
}

/** An address that is no page (a calendar file) cannot say "not found" itself: the page that says it for all others does. */
function bareFault({ status, headers }: Response): TurnedAway | undefined {
  const remixOwn =
    headers.has('X-Remix-Catch') || headers.has('X-Remix-Error') || headers.get('Content-Type') === 'text/plain'
  if (status < 400 || !remixOwn) return undefined
  return status === 405 || status === 500 ? status : 404
}

function requestOf(incoming: Incoming, origin: string): Request {
  const headers = headersOf(incoming)
  const body = incoming.method === 'POST' ? sentBody(incoming) : undefined
  if (body?.length === 0) headers.set('Content-Type', 'application/x-www-form-urlencoded')
  return new Request(origin + incoming.originalUrl, { method: incoming.method, headers, body })
}

/** What express read of the body: nothing is an empty form. */
export const sentBody = ({ body }: Incoming): Uint8Array<ArrayBuffer> =>
  Buffer.isBuffer(body) ? new Uint8Array(body) : new Uint8Array()

/** Without the two headers of which Remix makes its own, weaker, cross-site check: ours is done (`at-the-door.server.ts`). */
function headersOf(incoming: Incoming): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (name === 'origin' || name === 'x-forwarded-host') continue
    for (const one of [value ?? []].flat()) headers.append(name, one)
  }
  return headers
}

async function send(answer: Response, outgoing: Outgoing) {
  outgoing.status(answer.status)
  for (const [name, value] of answer.headers) outgoing.append(name, value)
  if (answer.status === 405 && !outgoing.hasHeader('Allow')) outgoing.setHeader('Allow', 'GET, HEAD')
  if (answer.headers.get('Content-Type') !== 'text/event-stream' || !answer.body) {
    outgoing.end(Buffer.from(await answer.arrayBuffer()))
    return
  }
  // News of the desk, as it comes; it ends when the browser goes, and not as a fault.
  const news = Readable.fromWeb(answer.body as ReadableStream)
  outgoing.once('close', () => news.destroy())
  news.pipe(outgoing)
}
