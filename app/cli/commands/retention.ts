import { stampWhatRanOut } from '#app/domain/coming-in/running-out'
import { clearSpent } from '#app/domain/coming-in/spent'
import { forgetDue } from '#app/domain/texts/forgetting'
import type { Command } from './command'

/** What a portal that serves does by itself, once an hour and once a minute: for one that was stopped for long. */
export const retentionRun: Command = {
  name: 'retention run',
  usage: '',
  words: 0,
  run: async (world) => {
    await stampWhatRanOut(world)
    await forgetDue(world)
    return { deleted: await clearSpent(world) }
  },
}
