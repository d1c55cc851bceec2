/** `npm start` (the demo) and `npm run serve`: serves until it is told to stop. */
import { inOneSentence } from './in-one-sentence'

async function serve() {
  // Before React and its router are loaded, however this was started: otherwise they log the addresses people ask for.
  process.env.NODE_ENV = 'production'
  const { startServing } = await import('./serving')
  const isDemo = process.argv[2] === 'demo'
  const serving = await startServing(isDemo ? 'demo' : 'live', process.env)
  const stop = async () => {
    await serving.stop()
    // Each page leaves a timer of the framework's behind, and those would hold the process for five seconds.
    process.exit()
  }
  process.once('SIGTERM', stop).once('SIGINT', stop)
  announce(serving.url, isDemo)
}

function announce(url: string, isDemo: boolean) {
  const phone = isDemo ? `  The demo phone:    ${url}/demo/phone\n` : ''
  process.stdout.write(`Ready: ${url}\n  The worker's desk: ${url}/desk\n${phone}`)
}

// Node's own last words would quote the error, and an error may quote what somebody wrote.
process.once('uncaughtException', (error) => {
  inOneSentence(error)
  process.exit()
})

serve().catch(inOneSentence)
