/**
 * The portals of one worker's tests, one after the other: each a whole demo as an operator starts it, in a process
 * that stays. To load the program anew for every test, and run it cold, was a quarter of all the browser tests' work.
 */
import { startServing } from '../../build/server/serving.js'

let serving

process.on('message', async (settings) => {
  await serving?.stop()
  serving = settings.stop ? undefined : await startServing('demo', settings)
  process.send(serving?.url ?? 'stopped')
})
