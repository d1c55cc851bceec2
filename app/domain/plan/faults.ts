import type { CaseFile } from './case-file'
import { type Fault, pathText, valuesAt, wordsAt } from './paths'
import { peopleFaults } from './people-faults'
import { referenceFaults } from './reference-faults'
import { repeatsFaults } from './repeats-faults'
import { shapeFaults } from './shape-faults'

export type { Fault } from './paths'

/**
 * Whether this is a case file that can be taken in, or all that is wrong with it at once, each fault with its path.
 * `staff` are the ids of the staff the portal knows, `today` the day in London. The file comes back as it was
 * given, every key in its place.
 */
export function faultsIn(
  json: unknown,
  { staff, today }: { staff: string[]; today: string },
): { file: CaseFile } | { faults: Fault[] } {
  const shape = shapeFaults(json)
  const broken = new Set(shape.map(({ path }) => path))
  const between = [
    ...referenceFaults(json, staff),
    ...peopleFaults(json, { staff, today }),
    ...repeatsFaults(json),
    ...repliesInACircle(json),
  ]
  const faults = [...shape, ...between.filter(({ path }) => !broken.has(path))]
  return faults.length > 0 ? { faults } : { file: json as CaseFile }
}

/** A reply leads to something said; replies that lead to each other would be read by nobody. */
function repliesInACircle(json: unknown): Fault[] {
  const replies = valuesAt(json, 'said.replies.*')
  const word = (value: unknown, key: string) => wordsAt(value, key)[0]?.value
  const to = new Map(replies.map(({ value }) => [word(value, 'id'), word(value, 'to')]))
  return replies.flatMap(({ path, value }) => {
    const passed = new Set<string | undefined>()
    let at = word(value, 'id')
    while (at !== undefined && to.has(at) && !passed.has(at)) {
      passed.add(at)
      at = to.get(at)
    }
    if (at === undefined || at !== word(value, 'id')) return []
    return [{ path: pathText([...path, 'to']), message: 'This reply leads back to itself. Name the entry it answers.' }]
  })
}
