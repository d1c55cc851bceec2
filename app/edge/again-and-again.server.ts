import { type Log, traceOf } from './log.server'

export type Loop = {
  /** Not to wait for the next round: there may be work now. */
  wake: () => void
  /** No new round, and the one under way is told; resolves when it is done. */
  stop: () => Promise<void>
}

type Work = (stopping: AbortSignal) => Promise<unknown>

/** Does the work, then again `pause` milliseconds after it is done, never twice at once. What goes wrong is logged, and tried again. */
export function againAndAgain(work: Work, pause: number | (() => number), log: Log): Loop {
  let timer: NodeJS.Timeout | undefined
  const stopping = new AbortController()
  const { signal } = stopping
  let wanted = false
  let underWay: Promise<void> | undefined

  const round = async () => {
    do {
      wanted = false
      await work(signal).catch((error) => log(traceOf(error)))
    } while (wanted && !signal.aborted)
    underWay = undefined
    if (!signal.aborted) timer = setTimeout(start, typeof pause === 'number' ? pause : pause())
  }
  const start = () => {
    clearTimeout(timer)
    underWay = round()
  }
  start()
  return {
    wake: () => {
      wanted = true
      if (!underWay && !signal.aborted) start()
    },
    stop: async () => {
      stopping.abort()
      clearTimeout(timer)
      await underWay
    },
  }
}
