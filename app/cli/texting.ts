/**
 * The thread of a portal that serves in which texts are sent. It has a world of its own on the same database, and the
 * pages have the process's other thread to themselves: how long they take tells nobody whether a number is known.
 */
import { parentPort, workerData } from 'node:worker_threads'
import type { Environment } from '#app/edge/environment.server'
import { logToStdout } from '#app/edge/log.server'
import { startTexting } from '#app/edge/texting.server'
import { buildWorld } from '#app/edge/world.server'
import type { DatabaseNews } from '#db/client.server'

/** `aheadMs`: how far the world's clock is ahead of this machine's; the demo's is on a day of its own. */
export type TextingNeeds = { environment: Environment; aheadMs: number }

/** What goes wrong before the first round ends the thread, and with it the portal. */
async function startThread({ environment, aheadMs }: TextingNeeds) {
  const toTheMainThread = (news: DatabaseNews) => parentPort?.postMessage(news)
  const now = new Date(Date.now() + aheadMs)
  const world = await buildWorld({ ...environment, now }, logToStdout, toTheMainThread)
  const texting = startTexting(world, logToStdout)
  parentPort?.once('message', async () => {
    await texting.stop()
    await world.db.close()
  })
}

startThread(workerData)
