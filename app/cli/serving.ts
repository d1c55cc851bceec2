/** The portal as it serves: the world opened, a port listened on, its texts sent from a thread of their own. */
import { once } from 'node:events'
import { createServer as httpServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import * as build from 'virtual:remix/server-build'
import { councilIfSet } from '#app/domain/council/council'
import { onCallAnyway } from '#app/domain/council/on-call'
import { Refusal } from '#app/domain/refusal'
import { mostConnections, roomFor } from '#app/edge/connections.server'
import { databaseWatch } from '#app/edge/database-watch.server'
import { endNews } from '#app/edge/desk-news.server'
import { type Environment, readEnvironment } from '#app/edge/environment.server'
import { networkOf } from '#app/edge/known-browser.server'
import { type Log, logToStdout } from '#app/edge/log.server'
import { metrics } from '#app/edge/metrics.server'
import { createServer } from '#app/edge/server.server'
import { signOuts } from '#app/edge/sign-outs.server'
import { staffProvider as providerOfStaff } from '#app/edge/staff-provider.server'
import { alarmsOf, buildWorld } from '#app/edge/world.server'
import type { DatabaseNews } from '#db/client.server'
import { inOneSentence } from './in-one-sentence'
import type { TextingNeeds } from './texting'

/** How long what is being answered when the portal is told to stop may still take, in milliseconds. */
const LAST_ANSWERS = 5000

/** After so long it ends whatever is still under way: who stops us for good does so after ten seconds. */
const LONGEST_STOP = 8000

/**
 * How long a proxy of ours may keep a connection it does not use, in milliseconds: longer than any of them does by
 * itself (75 s), or it would send a request into one we are closing.
 */
const KEPT_FOR_PROXIES = 80_000

/** So long may a request take to arrive, in milliseconds: a photo on a slow line. What it says of itself, less. */
const LONGEST_REQUEST = 180_000
const LONGEST_HEADERS = 20_000
/** Of those it is looked so often whether they are over. */
const LOOKED_AT = 5000

/** So many connections one address may have when no proxy of ours stands in front: forty browsers. */
const MOST_CONNECTIONS = 256

/**
 * How long a portal that lost its database still answers before it ends, in milliseconds: so long do those who wrote
 * get their words back, and whoever watches reads why.
 */
const LAST_WORDS = 1000

/** `stop` closes all of it in good order, in eight seconds at the most: what is being answered is still answered, for five. */
export type Serving = { url: string; stop: () => Promise<void> }

/** Starts it, and gives the address it can be reached at. Throws a `Refusal` when it cannot serve as it is told to. */
export async function startServing(mode: Environment['mode'], variables: NodeJS.ProcessEnv): Promise<Serving> {
  const environment = readEnvironment(mode, variables)
  const figures = environment.metrics && metrics()
  const log: Log = (line) => {
    logToStdout(line)
    figures?.heard(line)
  }
  const heard = databaseWatch(alarmsOf(log), () => {
    process.exitCode = 1
    setTimeout(() => process.exit(), LAST_WORDS)
  })
  const world = await buildWorld(environment, log, (news) => heard('pages', news), figures?.waited)
  if (!(await councilIfSet(world))) {
    await world.db.close()
    throw new Refusal(
      'The council has not said yet what it is called, when it reads and whom to ring: npm run portal -- council set',
    )
  }
  // To be known when the database no longer says it.
  await onCallAnyway(world)
  const { publicUrl: given, staff } = environment
  const staffProvider = staff && given ? providerOfStaff(staff, () => given) : undefined
  const signingOut = signOuts(log)
  const server = httpServer(
    { connectionsCheckingInterval: LOOKED_AT },
    createServer(world, build, { log, proxies: environment.proxies, signingOut, staffProvider }),
  )
  server.requestTimeout = LONGEST_REQUEST
  server.headersTimeout = LONGEST_HEADERS
  const most = mostConnections()
  roomFor(server, most, () => alarmsOf(log)('no-room', { most }))
  if (environment.proxies === 0) boundConnections(server)
  else {
    server.keepAliveTimeout = KEPT_FOR_PROXIES
    server.headersTimeout = KEPT_FOR_PROXIES + 1000
  }
  await listen(server, environment)
  const told = environment.metrics && figures && httpServer(figures.server(world, log))
  if (told && environment.metrics) await listen(told, environment.metrics)
  if (!environment.publicUrl) world.settings.publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { publicUrl } = world.settings
  const aheadMs = world.now().getTime() - Date.now()
  const texting = startTexting({ environment: { ...environment, publicUrl }, aheadMs })
  texting.on('message', (news: DatabaseNews) => {
    if (news.is === 'lost') world.db.giveUp(news.why)
    else heard('texting', news)
  })

  const stop = async () => {
    const answered = new Promise((resolve) => server.close(resolve))
    // Browsers hold their connections open; what is being answered on one is still answered.
    server.closeIdleConnections()
    // One that was opened ahead and never used counts as busy, for minutes.
    setTimeout(() => server.closeAllConnections(), LAST_ANSWERS).unref()
    endNews(world)
    texting.postMessage('stop')
    told?.close().closeAllConnections()
    // A text that hangs at its provider is asked after at the next start.
    const all = Promise.all([answered.then(() => signingOut.done(LAST_ANSWERS)), once(texting, 'exit')])
    await Promise.race([all, wait(LONGEST_STOP, undefined, { ref: false })])
    await world.db.close()
  }
  return { url: publicUrl, stop }
}

/** Without its texts the portal is of no use: whoever runs it starts it again. */
function startTexting(needs: TextingNeeds): Worker {
  return new Worker(join(import.meta.dirname, 'texting.js'), { workerData: needs }).once('error', (error) => {
    inOneSentence(error)
    process.exit()
  })
}

function boundConnections(server: Server) {
  const open = new Map<string, number>()
  server.on('connection', (socket) => {
    const network = networkOf(socket.remoteAddress ?? '')
    const count = (by: number) => open.set(network, (open.get(network) ?? 0) + by).get(network)
    socket.once('close', () => count(-1) || open.delete(network))
    if ((count(1) ?? 0) > MOST_CONNECTIONS) socket.destroy()
  })
}

function listen(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(new Refusal(`Port ${port} is taken: stop what uses it, or set PORT to another.`))
      else if (error.code === 'EACCES')
        reject(new Refusal(`Port ${port} may not be used by you: set PORT to one above 1023.`))
      else reject(error)
    })
    server.listen(port, host)
  })
}
