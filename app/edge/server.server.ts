import { constants } from 'node:zlib'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import type { World } from '#app/domain/world'
import { hasTooManyFields, isForm, turnedAway } from './at-the-door.server'
import { safeHeaders } from './headers.server'
import { type Log, logToStdout, routePatterns, traceOf } from './log.server'
import { type Pages, remixPages, sentBody } from './pages.server'
import { sentBytes } from './sent-bytes.server'
import { type SignOuts, signOuts } from './sign-outs.server'
import type { StaffProvider } from './staff-provider.server'

type Options = {
  log?: Log
  /** The proxies of our own in front, how many or which: only what they say of an address is believed. */
  proxies?: number | string[]
  /** To be waited for when the portal stops. */
  signingOut?: SignOuts
  /** The council's own sign-in, in live use. */
  staffProvider?: StaffProvider
}

/** Everything a request passes through, in this order. */
export function createServer(
  world: World,
  build: ServerBuild,
  { log = logToStdout, proxies = 0, signingOut = signOuts(log), staffProvider }: Options = {},
): Express {
  const pages = remixPages(world, build, { log, signingOut, staffProvider })
  const answer = async (request: express.Request, response: express.Response) => {
    if (request.method !== 'POST') return pages(request, response)
    const type = request.headers['content-type']
    const body = sentBody(request)
    if (hasTooManyFields(type, body, request.path)) return pages(request, response, 413)
    const whole = isProviders(request.path) || (await isForm(type, body))
    if (!whole) return pages(request, response, 400)
    await pages(request, response)
  }
  const server = express()
    .disable('x-powered-by')
    .disable('etag')
    .set('query parser', false)
    .set('trust proxy', proxies)
  server.use(oneLine(log, build))
  server.use(compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } }))
  // Before the headers of a page: they would be more bytes than the icon itself, and a file that holds nobody's words needs few.
  server.use('/assets', assets(build))
  server.use(safeHeaders(world.settings.publicUrl, build.entry.module.styleHashes))
  server.use(door(pages))
  server.use(sentBytes((request) => pages.senderOf(request)))
  server.use((request, response, next) => answer(request, response).catch(next))
  server.use(faults(pages, log))
  return server
}

/** What the provider of texts sends is its own affair, and is checked by its own library. */
const isProviders = (path: string) => /^\/texts\//i.test(path)

function oneLine(log: Log, build: ServerBuild): RequestHandler {
  const patternOf = routePatterns(build.routes)
  return (request, response, next) => {
    const began = performance.now()
    response.on('close', () => {
      const path = request.originalUrl.split('?')[0] ?? ''
      const route = path.startsWith('/assets/') ? '/assets' : patternOf(path)
      const ms = Math.round((performance.now() - began) * 10) / 10
      log({ method: request.method, route, status: response.statusCode, ms })
    })
    next()
  }
}

/** Files with their hash in the name never change; the icon may. No page request ever looks on the disk. */
function assets(build: ServerBuild): RequestHandler {
  const setHeaders = (response: express.Response, path: string) => {
    const hashed = /-[\w-]{8}\.\w+$/.test(path)
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
    response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=86400')
  }
  return express.static(`${build.assetsBuildDirectory}/assets`, { index: false, redirect: false, setHeaders })
}

function door(pages: Pages): RequestHandler {
  return (request, response, next) => {
    const status = turnedAway(request)
    if (!status) return next()
    if (status === 405) response.setHeader('Allow', 'GET, HEAD, POST')
    pages(request, response, status).catch(next)
  }
}

/** The body was too large or broken; or the pages themselves failed, which they should not. */
function faults(pages: Pages, log: Log): ErrorRequestHandler {
  return (error, request, response, _next) => {
    if (error.type === 'request.aborted') return response.destroy()
    const status = error.status === 413 ? 413 : error.status >= 400 && error.status < 500 ? 400 : 500
    if (status === 500) log(traceOf(error))
    if (response.headersSent) return response.destroy()
    // What is still coming of a body nobody will read.
    response.setHeader('Connection', 'close')
    pages(request, response, status).catch((again) => {
      log(traceOf(again))
      response.status(500).end()
    })
  }
}
