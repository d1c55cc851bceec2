/** What runs beside the pages of a process that serves: texts asked for, handed over, asked after, collected and forgotten. */

import { answerAsks } from '#app/domain/coming-in/asks'
import { collectMissed } from '#app/domain/coming-in/collecting'
import { lastLooks } from '#app/domain/coming-in/last-look'
import { stampWhatRanOut } from '#app/domain/coming-in/running-out'
import { clearSpent } from '#app/domain/coming-in/spent'
import { forgetDue } from '#app/domain/texts/forgetting'
import { handOverDue, isAnyDue, stampAbandoned } from '#app/domain/texts/hand-over'
import { lookUpDue } from '#app/domain/texts/looking-up'
import type { World } from '#app/domain/world'
import { againAndAgain } from './again-and-again.server'
import type { Log } from './log.server'

/** How long after one look into the outbox comes the next, in milliseconds. */
const PAUSE = 1000
const LOOK_PAUSE = 250
const HANDS_PAUSE = 60_000
const FORGETTING_PAUSE = 60_000
const COLLECTING_PAUSE = 10 * 60_000
const CLEARING_PAUSE = 60 * 60_000
/** So many texts are handed over at once: with a provider that takes 200 ms, more than 50 a second. */
const HANDS = 16

/** Resolves, once it is told to stop, when nothing is under way any more. */
export function startTexting(world: World, log: Log): { stop: () => Promise<void> } {
  // One that waits for a slow provider keeps none of the others waiting.
  const hands = Array.from({ length: HANDS }, () =>
    againAndAgain((stopping) => handOverDue(world, lastLooks, stopping), HANDS_PAUSE, log),
  )
  const wakeHands = async () => {
    if (await isAnyDue(world)) for (const hand of hands) hand.wake()
  }
  // From one quarter of a second to three: when a number is looked up says nothing of when it was given.
  const soon = () => 250 + world.random(1).readUInt8() * 2
  const clerk = againAndAgain((stopping) => answerAsks(world, stopping), soon, log)
  const others = [
    againAndAgain(wakeHands, LOOK_PAUSE, log),
    againAndAgain(() => stampWhatRanOut(world), PAUSE, log),
    againAndAgain(() => stampAbandoned(world), PAUSE, log),
    againAndAgain((stopping) => lookUpDue(world, stopping), PAUSE, log),
    againAndAgain((stopping) => forgetDue(world, stopping), FORGETTING_PAUSE, log),
    againAndAgain(() => collectMissed(world), COLLECTING_PAUSE, log),
    againAndAgain(() => clearSpent(world), CLEARING_PAUSE, log),
  ]
  return {
    stop: async () => {
      await Promise.all([clerk, ...others, ...hands].map((loop) => loop.stop()))
    },
  }
}
