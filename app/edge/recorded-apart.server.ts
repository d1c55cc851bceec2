/**
 * A recording is read in a thread of its own, which ends when it takes too long or too much: how long a file takes is for
 * whoever made it to say, and the pages have one thread.
 */
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { NoRecording, Recording } from '#app/domain/record/voices/recorded'

/** Three minutes of sound take a tenth of a second. */
const LONGEST_MS = 4000
const MOST_MB = 128
/** The thread lies among the programs, and this among what they share. */
const THREAD = join(import.meta.dirname.replace(/[\\/]assets$/, ''), 'recording.js')

let turn: Promise<unknown> = Promise.resolve()

/** As `recorded` does, one at a time and in bounds. What goes beyond them is no recording. */
export function recordedApart(sent: Uint8Array): Promise<Recording | { refused: NoRecording }> {
  const mine = turn.then(() => readApart(sent))
  turn = mine
  return mine
}

/** Never rejects. */
async function readApart(sent: Uint8Array): Promise<Recording | { refused: NoRecording }> {
  const bounds = { maxOldGenerationSizeMb: MOST_MB, maxYoungGenerationSizeMb: MOST_MB / 4 }
  const thread = new Worker(THREAD, { workerData: sent, resourceLimits: bounds })
  const over = setTimeout(() => void thread.terminate(), LONGEST_MS)
  const made = await new Promise<Recording | { refused: NoRecording } | undefined>((resolve) => {
    thread.once('message', resolve).once('error', () => resolve(undefined))
    thread.once('exit', () => resolve(undefined))
  })
  clearTimeout(over)
  await thread.terminate()
  if (!made) return { refused: 'not-a-voice' }
  // Between threads a Buffer loses its name.
  return 'refused' in made ? made : { ...made, bytes: Buffer.from(made.bytes) }
}
