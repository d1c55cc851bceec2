import { tellingParts } from './names'

/**
 * What may stand in somebody's circle, shortest first: "K", "Ke", "Kl" for Kelly; "NM", "NMo" for Nana Mo; "O" for
 * Ms Orr.
 */
export function initialsOf(name: string): string[] {
  const [first = [], second] = tellingParts(name)
    .map((part) => [...part.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '')])
    .filter((letters) => letters.length > 0)
  const start = first[0]?.toUpperCase()
  if (!start) return [[...name.trim()][0] ?? '?']
  const then = second?.[0]?.toUpperCase()
  if (second && then) return [start + then, ...second.slice(1).map((letter) => start + then + letter)]
  return [start, ...first.slice(1).map((letter) => start + letter)]
}
