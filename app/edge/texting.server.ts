/** What runs beside the pages of a process that serves: texts asked for, handed over, asked after and forgotten. */
import { prepareDue } from '#app/domain/texts/dispatch'
import { forgetDue } from '#app/domain/texts/forgetting'
import { handOverDue } from '#app/domain/texts/hand-over'
import { lookUpDue } from '#app/domain/texts/looking-up'
import type { World } from '#app/domain/world'
import { againAndAgain } from './again-and-again.server'
import type { Log } from './log.server'

/** How long after one look into the outbox comes the next, in milliseconds. A form that was sent does not wait for it. */
const PAUSE = 1000
const FORGETTING_PAUSE = 60_000
/** So many texts are handed over at once: with a provider that takes 200 ms, more than 50 a second. */
const HANDS = 16

/** `wake`: there may be a text to send. `stop` resolves when nothing is under way any more. */
export function startTexting(world: World, log: Log): { wake: () => void; stop: () => Promise<void> } {
  // One that waits for a slow provider keeps none of the others waiting.
  const hands = Array.from({ length: HANDS }, () => againAndAgain(() => handOverDue(world), PAUSE, log))
  const wakeHands = () => {
    for (const hand of hands) hand.wake()
  }
  const clerk = againAndAgain(() => prepareDue(world).finally(wakeHands), PAUSE, log)
  const lookUps = againAndAgain(() => lookUpDue(world), PAUSE, log)
  const forgetting = againAndAgain(() => forgetDue(world), FORGETTING_PAUSE, log)
  return {
    wake: clerk.wake,
    stop: async () => {
      await Promise.all([clerk, lookUps, forgetting, ...hands].map((loop) => loop.stop()))
    },
  }
}
