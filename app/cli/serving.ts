/** The portal as it serves: the world opened, a port listened on, its texts sent from a thread of their own. */
import { once } from 'node:events'
import { createServer as httpServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import * as build from 'virtual:remix/server-build'
import { Refusal } from '#app/domain/refusal'
import { type Environment, readEnvironment } from '#app/edge/environment.server'
import { createServer } from '#app/edge/server.server'
import { buildWorld } from '#app/edge/world.server'
import { inOneSentence } from './in-one-sentence'
import type { TextingNeeds } from './texting'

/** How long what is being answered when the portal is told to stop may still take, in milliseconds. */
const LAST_ANSWERS = 5000

/** `stop` closes all of it in good order: what is being answered is still answered, for five seconds at the most. */
export type Serving = { url: string; stop: () => Promise<void> }

/** Starts it, and gives the address it can be reached at. Throws a `Refusal` when it cannot serve as it is told to. */
export async function startServing(mode: Environment['mode'], told: NodeJS.ProcessEnv): Promise<Serving> {
  const environment = readEnvironment(mode, told)
  const world = await buildWorld(environment)
  const server = httpServer(createServer(world, build, { proxies: environment.proxies }))
  await listen(server, environment)
  if (!environment.publicUrl) world.settings.publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { publicUrl } = world.settings
  const aheadMs = world.now().getTime() - Date.now()
  const texting = startTexting({ environment: { ...environment, publicUrl }, aheadMs })

  const stop = async () => {
    const answered = new Promise((resolve) => server.close(resolve))
    // Browsers hold their connections open; what is being answered on one is still answered.
    server.closeIdleConnections()
    // One that was opened ahead and never used counts as busy, for minutes.
    setTimeout(() => server.closeAllConnections(), LAST_ANSWERS).unref()
    texting.postMessage('stop')
    await Promise.all([answered, once(texting, 'exit')])
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

function listen(server: Server, { host, port }: Environment): Promise<void> {
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
