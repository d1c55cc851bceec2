/** Pairs of days in a case file that must come in their order. */
import { type Fault, pathText, valuesAt, wordsAt } from './paths'

const IN_ORDER = [
  { at: 'courtOrders.*', first: 'from', last: 'until' },
  { at: 'plan.commitments.*', first: 'from', last: 'dueBy' },
  { at: 'plan.meetings.*', first: 'at', last: 'ends' },
  { at: 'plan', first: 'from', last: 'reviewBy' },
]

/** Last days before the first. */
export function datesFaults(json: unknown): Fault[] {
  return IN_ORDER.flatMap(({ at, first, last }) =>
    valuesAt(json, at).flatMap(({ path, value }) => {
      const [from] = wordsAt(value, first)
      return wordsAt(value, last)
        .filter(({ value: day }) => from && day < from.value)
        .map(() => ({ path: pathText([...path, last]), message: `This is before “${first}”. Name a later day.` }))
    }),
  )
}
