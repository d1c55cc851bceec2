import { type Log, traceOf } from './log.server'

export type Loop = {
  /** Not to wait for the next round: there may be work now. */
  wake: () => void
  /** No new round; resolves when the one under way is done. */
  stop: () => Promise<void>
}

/** Does the work, then again `pause` milliseconds after it is done, never twice at once. What goes wrong is logged, and tried again. */
export function againAndAgain(work: () => Promise<unknown>, pause: number, log: Log): Loop {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let wanted = false
  let underWay: Promise<void> | undefined

  const round = async () => {
    do {
      wanted = false
      await work().catch((error) => log(traceOf(error)))
    } while (wanted && !stopped)
    underWay = undefined
    if (!stopped) timer = setTimeout(start, pause)
  }
  const start = () => {
    clearTimeout(timer)
    underWay = round()
  }
  start()
  return {
    wake: () => {
      wanted = true
      if (!underWay && !stopped) start()
    },
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await underWay
    },
  }
}
