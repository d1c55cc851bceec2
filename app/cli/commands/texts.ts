import { repliesFromNobody, retryText, textsForOperator } from '#app/domain/desk/texts-for-operator'
import { Refusal } from '#app/domain/refusal'
import { type Command, option } from './command'

const STATES = ['waiting', 'unknown', 'sent', 'delivered', 'failed', 'cancelled']

export const textsList: Command = {
  name: 'texts list',
  usage: `[--state ${STATES.join('|')}]`,
  words: 0,
  options: { state: { type: 'string' } },
  run: (world, given) => {
    const state = option(given, 'state')
    if (state && !STATES.includes(state)) throw new Refusal(`A text is ${STATES.join(', ')}; never “${state}”.`)
    return textsForOperator(world, state)
  },
}

export const textsFromNobody: Command = {
  name: 'texts from-nobody',
  usage: '',
  words: 0,
  run: repliesFromNobody,
}

export const textsRetry: Command = {
  name: 'texts retry',
  usage: 'TEXT',
  words: 1,
  run: (world, { words: [id = ''] }) => retryText(world, id),
}
