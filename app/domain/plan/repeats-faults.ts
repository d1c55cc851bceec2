/** What must hold between a commitment's rule of days and its first and last day. */
import { isDate } from './dates'
import { type Fault, type Path, pathText, valuesAt, wordsAt } from './paths'
import { comesRound, needsStart, wrongWithRule } from './repeats'

/** Whether a rule ever comes is counted out, which takes a while: of more rules than any plan has, the first are. */
const MOST_COUNTED = 200

/** Rules that need a first day and have none, that never come, and last days before the first. */
export function repeatsFaults(json: unknown): Fault[] {
  const comes = countedOnce()
  return valuesAt(json, 'plan.commitments.*').flatMap(({ path, value }) => {
    const word = (key: string) => wordsAt(value, key)[0]?.value
    const [repeats, from, until, dueBy] = ['repeats', 'from', 'until', 'dueBy'].map(word)
    const fault = (key: string, message: string) => [{ path: pathText([...path, key] as Path), message }]
    const early = from && until && until < from ? fault('until', 'This is before “from”. Name a later day.') : []
    if (repeats && dueBy)
      return fault('dueBy', 'What comes round has no one day. Write "until", or take "repeats" out.')
    if (repeats === undefined || wrongWithRule(repeats) || (from && !isDate(from))) return early
    if (!from && needsStart(repeats)) return fault('repeats', startFor(repeats))
    return comes(repeats, from) ? early : fault('repeats', 'This rule comes on no day. Check its days and months.')
  })
}

function startFor(repeats: string): string {
  const first = '"from": "2026-11-23" beside it, with the day it first happens'
  return needsStart(repeats) === 'counts'
    ? `This rule counts from a first day. Add ${first}.`
    : `This rule does not say on which day. Add BYDAY or BYMONTHDAY to it, or ${first}.`
}

function countedOnce() {
  const known = new Map<string, boolean>()
  return (repeats: string, from: string | undefined) => {
    const rule = `${repeats} ${from}`
    const comes = known.get(rule) ?? (known.size >= MOST_COUNTED || comesRound(repeats, from))
    known.set(rule, comes)
    return comes
  }
}
