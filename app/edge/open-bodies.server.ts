/**
 * The forms that are being sent. One is there in a moment; so where there are too many at once, the one that has been on
 * its way longest gives way to the next: whoever holds forms half sent holds up nobody, not behind their own address.
 */
import type { Request } from 'express'
import { networkOf } from './known-browser.server'

/** Of whoever is signed in nowhere, and of all others: as much at once, in bytes, as they may say they send. */
const MOST = { stranger: 32 * 1024 * 1024, known: 256 * 1024 * 1024 }
/** Of strangers behind one address: a whole school sends fewer in the same second. */
const MOST_FROM_ONE = 64
/** On the worst line a form takes half a minute; a photo as long as the server lets it. */
const LONGEST_MS = 30_000

type Open = { request: Request; bytes: number; network: string }

/** Counts in the form a request brings; what it gives counts it out again. */
export function openBodies(): (request: Request, who: keyof typeof MOST, bytes: number) => () => void {
  // In the order in which they came.
  const open = { stranger: new Set<Open>(), known: new Set<Open>() }
  return (request, who, bytes) => {
    const all = open[who]
    const isStranger = who === 'stranger'
    const mine: Open = { request, bytes, network: isStranger ? networkOf(request.ip ?? '') : '' }
    const giveWay = (one: Open | undefined) => {
      if (one && all.delete(one)) one.request.destroy()
    }
    all.add(mine)
    const near = [...all].filter(({ network }) => network === mine.network)
    if (isStranger && near.length > MOST_FROM_ONE) giveWay(near[0])
    let held = [...all].reduce((sum, one) => sum + one.bytes, 0)
    for (const one of all) {
      if (held <= MOST[who]) break
      held -= one.bytes
      giveWay(one)
    }
    const over = isStranger ? setTimeout(() => giveWay(mine), LONGEST_MS).unref() : undefined
    return () => {
      clearTimeout(over)
      all.delete(mine)
    }
  }
}
