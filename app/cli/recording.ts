/** The thread in which one recording is put together anew: see `edge/recorded-apart.server.ts`. */
import { parentPort, workerData } from 'node:worker_threads'
import { recorded } from '#app/domain/record/voices/recorded'

recorded(workerData).then((made) => parentPort?.postMessage(made))
