import { answerAsks } from '#app/domain/coming-in/asks'
import { lastLooks } from '#app/domain/coming-in/last-look'
import { stampWhatRanOut } from '#app/domain/coming-in/running-out'
import { handOverDue, stampAbandoned } from '#app/domain/texts/hand-over'
import { lookUpDue } from '#app/domain/texts/looking-up'
import type { World } from '#app/domain/world'

/** Does all that is due by now, one after another, and gives how many texts the provider took. */
export async function dispatchDue(world: World): Promise<{ sent: number }> {
  await stampWhatRanOut(world)
  await stampAbandoned(world)
  await answerAsks(world)
  await lookUpDue(world)
  return handOver(world)
}

/** Hands over what is due, as the texting thread does. */
export const handOver = (world: World, stopping?: AbortSignal) => handOverDue(world, lastLooks, stopping)
