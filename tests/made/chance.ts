/** The same chance for the same number: what a run finds can be made again from the number it names. */
export type Chance = {
  below: (count: number) => number
  one: <T>(list: readonly T[]) => T
  /** So many different ones. */
  some: <T>(list: readonly T[], count: number) => T[]
}

/** Mulberry32, by Tommy Ettinger: 32 bits of state, enough to draw families with. */
export function chance(seed: number): Chance {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (count: number) => Math.floor(next() * count)
  const one = <T>(list: readonly T[]): T => {
    const found = list[below(list.length)]
    if (found === undefined) throw new Error('Nothing to choose from.')
    return found
  }
  const some = <T>(list: readonly T[], count: number): T[] => {
    const left = [...list]
    return Array.from({ length: Math.min(count, left.length) }, () => left.splice(below(left.length), 1)).flat()
  }
  return { below, one, some }
}
