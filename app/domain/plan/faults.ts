import type { CaseFile } from './case-file'
import { datesFaults } from './dates-faults'
import { faultList, type Listed } from './listed'
import { type Fault, pathText, valuesAt, wordsAt } from './paths'
import { peopleFaults } from './people-faults'
import { referenceFaults } from './reference-faults'
import { repeatsFaults } from './repeats-faults'
import { shapeFaults } from './shape-faults'
import { storiesFaults } from './stories-faults'
import { knownPart, tooLarge } from './too-large'
import { wordsFaults } from './words-faults'

export type { Listed } from './listed'
export type { Fault } from './paths'

/**
 * Whether this is a case file that can be taken in, or what is wrong with it, all at once, each fault with its path:
 * the first fifty, and how many more. `staff` are the ids of the staff the portal knows.
 * The file comes back as it was given, every key in its place.
 */
export function faultsIn(json: unknown, asked: { staff: string[] }): { file: CaseFile } | Listed {
  const large = tooLarge(json)
  if (large) return { faults: [large] }
  const shape = shapeFaults(json)
  // What does not look like a case file at all is not searched for what must hold between its parts.
  const faults = shape.more ? shape : withBetween(shape, betweenFaults(knownPart(json), asked))
  return faults.faults.length > 0 ? faults : { file: json as CaseFile }
}

function betweenFaults(json: unknown, { staff }: { staff: string[] }): Fault[] {
  return [
    ...referenceFaults(json, staff),
    ...peopleFaults(json, { staff }),
    ...repeatsFaults(json),
    ...datesFaults(json),
    ...storiesFaults(json),
    ...repliesInACircle(json),
    ...wordsFaults(json),
  ]
}

function withBetween(shape: Listed, between: Fault[]): Listed {
  const broken = new Set(shape.faults.map(({ path }) => path))
  const { add, listed } = faultList()
  for (const fault of [...shape.faults, ...between.filter(({ path }) => !broken.has(path))]) add(() => fault)
  return listed()
}

/** A reply leads to something said; replies that lead to each other would be read by nobody. */
function repliesInACircle(json: unknown): Fault[] {
  const word = (value: unknown, key: string) => wordsAt(value, key)[0]?.value
  const replies = valuesAt(json, 'said.replies.*').map(({ path, value }) => ({
    path,
    id: word(value, 'id'),
    to: word(value, 'to'),
  }))
  const to = new Map(replies.map((reply) => [reply.id, reply.to]))
  const circling = inCircles(to)
  return replies
    .filter(({ id }) => id !== undefined && circling.has(id))
    .map(({ path }) => ({
      path: pathText([...path, 'to']),
      message: 'This reply leads back to itself. Name the entry it answers.',
    }))
}

/** Everything that leads to itself. Each is passed once: a chain of replies may be as long as the file. */
function inCircles<T>(to: Map<T, T>): Set<T> {
  const passed = new Set<T>()
  const circling = new Set<T>()
  for (const start of to.keys()) {
    const way = new Map<T, number>()
    let at: T | undefined = start
    while (at !== undefined && to.has(at) && !passed.has(at)) {
      passed.add(at)
      way.set(at, way.size)
      at = to.get(at)
    }
    const back = at === undefined ? undefined : way.get(at)
    if (back !== undefined) for (const [one, step] of way) if (step >= back) circling.add(one)
  }
  return circling
}
