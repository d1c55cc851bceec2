/**
 * A translator outside the council reads "{person 1}" where a plan names somebody, and "{number 1}" where it has a phone
 * number. Whom each stands for is worked out of the plan again when the translation comes back, and is in no file.
 */
import type { FamilyFile, Person } from '../case-file'
import { checked, leakCheck } from '../checks/leaks'
import { withPlainDigits } from '../digits'
import { isRightToLeft } from './direction'

/** A text without names and numbers, and what each placeholder stands for. */
export type Masked = { text: string; stands: Map<string, string> }

/** Takes names and numbers out of any text of the family; undefined when one is left that cannot be taken out. */
export type Mask = (text: string) => Masked | undefined

/** `staff`: those who work with the family and stand in no file of it. */
export function maskOf(file: FamilyFile, staff: { name: string }[] = []): Mask {
  const everyone = everyoneIn(file, staff)
  const whose = everyone.map((one) =>
    leakCheck(
      only(file, [one]),
      () => true,
      () => false,
    ),
  )
  const anybody = leakCheck(
    only(file, everyone),
    () => true,
    () => false,
  )
  return (text) => {
    const once = checked(text)
    const found = new Map<string, string>()
    const shared = new Set<string>()
    whose.forEach((names, at) => {
      const words = names(once).flatMap(({ kind, found: words }) => (kind === 'name' ? [bare(words)] : []))
      for (const word of new Set(words)) {
        if (found.has(word)) shared.add(word)
        found.set(word, `person ${at + 1}`)
      }
    })
    // A name that several have, and one behind an initial, is nobody's of them for sure.
    for (const [at, word] of [...shared, ...withInitials(text, [...found.keys()])].entries())
      found.set(word, `person ${everyone.length + at + 1}`)
    for (const { kind, found: words } of anybody(once)) if (isContact(kind)) found.set(words, kind)
    const masked = taken(text, found)
    return anybody(masked.text).every(({ kind }) => kind === 'script') ? masked : undefined
  }
}

const isContact = (kind: string) => kind === 'phone' || kind === 'email' || kind === 'postcode'

/** As the leak check takes somebody of whom only the names count. */
function everyoneIn({ people, children }: FamilyFile, staff: { name: string }[]): Person[] {
  const named = (id: string, name: string): Person => ({ id, name, relationship: '-', kind: 'network' })
  return [
    ...children.map(({ id, firstName }) => named(id, firstName)),
    ...people,
    ...staff.map(({ name }, at) => named(`staff ${at}`, name)),
  ]
}

const only = (file: FamilyFile, people: Person[]): FamilyFile => ({ ...file, people, children: [], giveaways: [] })

/** "Kelly's" is Kelly and an ending, which the translator needs. */
const bare = (words: string) => words.replace(/(?<=.)['’]s?$/u, '')

/** "J. Marsh" may be another than the Marsh of the plan, and the initial would tell who. */
function withInitials(text: string, names: string[]): Set<string> {
  if (names.length === 0) return new Set()
  const any = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:\\p{Lu}\\.\\s?)+(?:${names.map(escaped).join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  )
  return new Set(text.match(any))
}

/** The longest first: "Kelly Marsh" is one, and not Kelly and a surname. Another way to name the same person gets a letter. */
function taken(text: string, found: Map<string, string>): Masked {
  const stands = new Map<string, string>()
  if (found.size === 0) return { text, stands }
  const words = [...found.keys()].sort((a, b) => b.length - a.length)
  const any = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  const masked = text.replace(any, (word) => {
    const who = found.get(word) ?? ''
    const known = [...stands].find(([, stood]) => stood === word)?.[0]
    const name = known ?? freeName(isContact(who) ? 'number' : who, stands)
    stands.set(name, word)
    return `{${name}}`
  })
  return { text: masked, stands }
}

function freeName(who: string, stands: Map<string, string>): string {
  const names =
    who === 'number' ? numbered(who) : [who, ...[...'bcdefghijklmnopqrstuvwxyz'].map((letter) => who + letter)]
  return names.find((name) => !stands.has(name)) ?? who
}

const numbered = (who: string) => Array.from({ length: 50 }, (_, at) => `${who} ${at + 1}`)

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** However a translator or their program has written it: "{ Person  1B }", "{person ۱}". */
const PLACEHOLDER = /\{\s*(person|number)\s*(\p{Nd}+)\s*([a-z]?)\s*\}/giu

const nameOf = (kind: string, number: string, letter: string) =>
  `${kind.toLowerCase()} ${Number(withPlainDigits(number))}${letter.toLowerCase()}`

/** The placeholders of a text, each once. */
export const placeholdersIn = (text: string): Set<string> =>
  new Set(
    [...text.matchAll(PLACEHOLDER)].map(([, kind = '', number = '', letter = '']) => nameOf(kind, number, letter)),
  )

/**
 * A translation with the names and numbers back in their places. In a language that runs the other way each keeps to
 * itself (Unicode isolates), so that no number is turned round.
 */
export function unmasked(translation: string, stands: Map<string, string>, language: string): string {
  const other = isRightToLeft(language)
  return translation.replace(PLACEHOLDER, (whole, kind, number, letter) => {
    const word = stands.get(nameOf(kind, number, letter))
    if (word === undefined) return whole
    if (!other) return word
    return kind.toLowerCase() === 'number' ? `\u2066${word}\u2069` : `\u2068${word}\u2069`
  })
}

/** The same text without the signs that keep a part of it to itself. */
export const withoutIsolates = (text: string): string => text.replace(/[\u2066-\u2069]/g, '')
