import type { Id } from './case-file'
import { initialsOf } from './initials'
import type { Callable } from './names'

/** What somebody is called, and what stands in their circle. */
export type Called = { name: string; fullName: string; addressAs?: string; initials: string }

/**
 * What to call each of these people, so that no two are called alike, by as little as does it; and initials, no two
 * alike. Whoever is not among them changes nothing: give only people the reader may know of. `mayRead` says whether a
 * longer way of calling somebody is for the reader's eyes (a new surname may not be).
 */
export function toldApart(people: [Id, Callable][], mayRead: (words: string) => boolean = () => true): Map<Id, Called> {
  const names = apart(
    people.map(([, { ways }]) => ways),
    mayRead,
  )
  const circles = apart(names.map(initialsOf))
  return new Map(
    people.map(([id, { fullName, addressAs }], at) => [
      id,
      { name: names[at] ?? '', fullName, ...(addressAs && { addressAs }), initials: circles[at] ?? '' },
    ]),
  )
}

/**
 * One of each one's ways, no two the same to the eye: whoever shares theirs goes on to the next one they have. Who has
 * no more keeps theirs, and a number when another has it still.
 */
function apart(all: string[][], may: (way: string) => boolean = () => true): string[] {
  const at = all.map(() => 0)
  const wayOf = (one: number) => all[one]?.[at[one] ?? 0] ?? ''
  const next = (one: number) => all[one]?.findIndex((way, i) => i > (at[one] ?? 0) && may(way)) ?? -1
  for (;;) {
    const alike = groupsOf(all.map((_, one) => wayOf(one))).filter((group) => group.length > 1)
    const moving = alike.flat().filter((one) => next(one) > 0)
    if (moving.length === 0) return numbered(all.map((_, one) => wayOf(one)))
    for (const one of moving) at[one] = next(one)
  }
}

function groupsOf(ways: string[]): number[][] {
  const groups = new Map<string, number[]>()
  ways.forEach((way, one) => {
    const key = toTheEye(way)
    groups.set(key, [...(groups.get(key) ?? []), one])
  })
  return [...groups.values()]
}

function numbered(ways: string[]): string[] {
  const taken = new Set(ways.map(toTheEye))
  const seen = new Set<string>()
  return ways.map((way) => {
    let unique = way
    for (let n = 2; seen.has(toTheEye(unique)); n++) {
      const tried = `${way} ${n}`
      if (!taken.has(toTheEye(tried))) unique = tried
    }
    seen.add(toTheEye(unique))
    return unique
  })
}

/** Siân and Sian, O'Brien and O’Brien are told apart by nobody who hears them. */
const toTheEye = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\p{P}\p{Sk}\s]+/gu, '')
    .toLowerCase()
