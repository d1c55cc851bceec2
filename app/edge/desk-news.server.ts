import { staffSessionAt } from '#app/domain/council/staff-sessions'
import { newestHeard, waitingNow } from '#app/domain/desk/fresh'
import type { World } from '#app/domain/world'
import { type Log, traceOf } from './log.server'

/** How often it is looked: what somebody says is on an open desk within two seconds. */
const LOOK_MS = 1000
/** So often a quiet line keeps the connection open, and it is asked whether its reader is still signed in. */
const BEAT_MS = 15_000
/** A browser has six connections to one address: some stay free for its pages. */
const MOST_EACH = 4

type Reader = { staffId: string; idHash: string }
type Listener = Reader & { told?: number; tell: (line: string) => void; end: () => void }
/** Who listens, and whether somebody looks out for them. */
type Listening = { all: Set<Listener>; isLookedOut: boolean }
const listening = new WeakMap<World, Listening>()

/**
 * Server-sent events for an open desk: how much waits to be read, at once and each time that changes. It is read from
 * the database, so that it tells of what another process took in. Listening keeps nobody signed in. Null when this
 * reader listens on too many pages already: those are reloaded by hand.
 */
export function deskNews(world: World, { staffId, idHash }: Reader, log: Log): ReadableStream<Uint8Array> | null {
  const here = listening.get(world) ?? { all: new Set(), isLookedOut: false }
  listening.set(world, here)
  if ([...here.all].filter((one) => one.staffId === staffId).length >= MOST_EACH) return null
  const text = new TextEncoder()
  let listener: Listener
  return new ReadableStream({
    start(stream) {
      listener = {
        ...{ staffId, idHash },
        // It may have gone while it was counted what waits for it.
        tell: (line) => {
          if (here.all.has(listener)) stream.enqueue(text.encode(line))
        },
        end: () => {
          if (here.all.delete(listener)) stream.close()
        },
      }
      here.all.add(listener)
      listener.tell('retry: 5000\n\n')
      if (!here.isLookedOut) void lookOut(world, here, log)
    },
    cancel: () => {
      here.all.delete(listener)
    },
  })
}

/** Ends it for everybody, when the portal stops: browsers ask again by themselves. */
export function endNews(world: World): void {
  for (const one of listening.get(world)?.all ?? []) one.end()
}

/**
 * One look a second for all who listen, as long as anybody does. Who comes while it sleeps is seen when it wakes: only
 * where none is left is the next to come to start another.
 */
async function lookOut(world: World, here: Listening, log: Log) {
  here.isLookedOut = true
  let [last, looks] = ['', 0]
  for (; here.all.size > 0; await new Promise((next) => setTimeout(next, LOOK_MS).unref())) {
    try {
      if (looks++ % (BEAT_MS / LOOK_MS) === 0) await beat(world, here.all)
      const newest = await newestHeard(world)
      const behind = [...here.all].filter(({ told }) => newest !== last || told === undefined)
      last = newest
      await tellAll(world, behind)
    } catch (error) {
      // Their browsers come back in five seconds, and are told then.
      log({ deskNews: 'ended', ...traceOf(error) })
      for (const one of here.all) one.end()
    }
  }
  here.isLookedOut = false
}

async function beat(world: World, here: Set<Listener>) {
  for (const one of here) {
    if (await staffSessionAt(world, one.idHash)) one.tell(':\n\n')
    else one.end()
  }
}

async function tellAll(world: World, listeners: Listener[]) {
  for (const staffId of new Set(listeners.map((one) => one.staffId))) {
    const waiting = await waitingNow(world, staffId)
    for (const one of listeners.filter((other) => other.staffId === staffId && other.told !== waiting)) {
      one.tell(`event: waiting\ndata: ${waiting}\n\n`)
      one.told = waiting
    }
  }
}
