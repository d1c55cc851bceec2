import { answerAsks } from '#app/domain/coming-in/asks'
import { stampWhatRanOut } from '#app/domain/coming-in/running-out'
import type { World } from '#app/domain/world'
import { handOverDue, stampAbandoned } from './hand-over'
import { lookUpDue } from './looking-up'

/** Does all that is due by now, one after another, and gives how many texts the provider took. */
export async function dispatchDue(world: World): Promise<{ sent: number }> {
  await stampWhatRanOut(world)
  await stampAbandoned(world)
  await answerAsks(world)
  await lookUpDue(world)
  return handOverDue(world)
}
