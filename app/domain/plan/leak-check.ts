import type { FamilyFile, Id } from './case-file'
import { tellingParts } from './names'

/** A find of the leak check: what kind of thing, and the words that would tell. */
export type Leak = { kind: 'name' | 'giveaway' | 'phone' | 'postcode'; found: string }

/**
 * What in these words would tell this reader something kept from them: names and aliases of people hidden from
 * them, giveaway words, a phone number, a postcode. A surname shared with someone they may see is no find; titles
 * never are. `hides` and `isIn` are the reader's (see `access/eyes.ts`).
 */
export function leaksIn(
  file: FamilyFile,
  text: string,
  hides: (id: Id) => boolean,
  isIn: (list: Id[]) => boolean,
): Leak[] {
  return leakFinder(file, hides, isIn)(text)
}

/** The same for many texts of one reader: what to look for is put together once. */
export function leakFinder(file: FamilyFile, hides: (id: Id) => boolean, isIn: (list: Id[]) => boolean) {
  const hidden = file.people.filter((person) => hides(person.id))
  const open = new Set(
    [
      ...file.people.filter((person) => !hides(person.id)).map((person) => person.name),
      ...file.children.map((child) => child.firstName),
    ]
      .flatMap(tellingParts)
      .map((part) => part.toLowerCase()),
  )
  const names = hidden.flatMap((person) => [
    person.name,
    ...(person.alsoKnownAs ?? []),
    ...tellingParts(person.name).filter((part) => !open.has(part.toLowerCase())),
  ])
  const giveaways = (file.giveaways ?? []).filter((giveaway) => isIn(giveaway.keepFrom)).flatMap(({ words }) => words)
  const [namesIn, giveawaysIn] = [finder(names), finder(giveaways)]
  return (text: string): Leak[] => [
    ...namesIn(text).map((found) => ({ kind: 'name' as const, found })),
    ...giveawaysIn(text).map((found) => ({ kind: 'giveaway' as const, found })),
    ...[...text.matchAll(PHONE)].map(([found]) => ({ kind: 'phone' as const, found })),
    ...[...text.matchAll(POSTCODE)].map(([found]) => ({ kind: 'postcode' as const, found })),
  ]
}

/** Ten digits and more, however they are spaced. */
const PHONE = /\+?\d(?:[\s().-]?\d){9,14}/g
/** The shape of a UK postcode, by the rule in the Royal Mail's programmer's guide. */
const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/gi

/** Finds which of these phrases stand in a text as words of their own. */
function finder(phrases: string[]): (text: string) => string[] {
  const patterns = [...new Set(phrases)].map((phrase) => {
    const escaped = phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')
    return { phrase, pattern: new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu') }
  })
  return (text) => patterns.filter(({ pattern }) => pattern.test(text)).map(({ phrase }) => phrase)
}
