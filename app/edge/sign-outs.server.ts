/**
 * Signing out does not wait for a database that is locked: the browser loses its cookie at once, this process knows
 * the session no more, and its end is written as soon as it can be. If the process dies before that, the session idles
 * out like any that nobody touches.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { hashOf } from '#app/domain/tokens'
import { atMost } from './at-most.server'
import { type Log, traceOf } from './log.server'

/** From one try to the next, in milliseconds. */
const PAUSE = 500

export type SignOuts = {
  /** Has `write` end the session of this cookie, again and again until it is done. Waits for it a moment at most. */
  end: (cookie: string, write: () => Promise<unknown>) => Promise<void>
  /** Whether this cookie's session is being ended: nobody comes in by it. */
  isEnding: (cookie: string) => boolean
  /** Resolves when all are ended; after so many milliseconds it gives up. */
  done: (ms: number) => Promise<void>
}

export function signOuts(log: Log): SignOuts {
  const ending = new Map<string, Promise<void>>()
  let givenUp = false

  async function untilDone(write: () => Promise<unknown>) {
    while (!givenUp) {
      try {
        await write()
        return
      } catch (error) {
        log(traceOf(error))
        // Alone it keeps no process alive: whoever stops the portal waits for `done`.
        await wait(PAUSE, undefined, { ref: false })
      }
    }
  }

  return {
    end: async (cookie, write) => {
      const hash = hashOf(cookie)
      const done = ending.get(hash) ?? untilDone(write).then(() => void ending.delete(hash))
      ending.set(hash, done)
      await atMost(done)
    },
    isEnding: (cookie) => ending.has(hashOf(cookie)),
    done: async (ms) => {
      await atMost(Promise.all(ending.values()), ms)
      givenUp = true
    },
  }
}
