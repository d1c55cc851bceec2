import { checkAll } from '#app/edge/check.server'
import type { Command } from './command'

/** Tries each setting for real, and ends with a code other than 0 when one does not do what it is for. What is missing or misspelt, and a database it may not open, is said before it comes to that. */
export const check: Command = {
  name: 'check',
  usage: '',
  words: 0,
  isOfLive: true,
  run: async (world, _given, environment) => {
    const all = await checkAll(world, environment)
    if (!all.every(({ ok }) => ok)) process.exitCode = 1
    return all
  },
}
