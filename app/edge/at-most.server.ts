import { setTimeout as wait } from 'node:timers/promises'

/** What a page that must not wait may take for a write, in milliseconds: it goes at once as a rule. */
const A_MOMENT = 200

/** Waits for work that goes on by itself, but no longer than a moment (or `ms`). The work may not reject. */
export async function atMost(work: Promise<unknown>, ms = A_MOMENT): Promise<void> {
  const over = new AbortController()
  const moment = wait(ms, undefined, { signal: over.signal }).catch(() => undefined)
  await Promise.race([work, moment])
  over.abort()
}
