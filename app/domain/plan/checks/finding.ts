import type { FamilyFile, Id } from '../case-file'
import { type Path, pathText, wordsAt } from '../paths'
import type { Leak } from './leaks'

/** What the look before publishing may find, the gravest first. A leak alone keeps a plan from being published. */
export const FINDING_KINDS = [
  'leak',
  'not-to-be-told',
  'unseen-duty',
  'more-than-told',
  'no-last-step',
  'nobody-to-ring',
  'about-reader',
  'nobody-makes-sure',
  'nobody-does-it',
  'order-over',
  'past-date',
  'new-since',
] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

/** One thing found in a plan. Ids are those of the case file. */
export type Finding = {
  kind: FindingKind
  /** The part of the plan, or the person, it stands in; none for what concerns the plan as a whole. */
  item?: Id
  path: string
  /** Whom it concerns: who would read it, who has the duty, who is not to be told. */
  people: Id[]
  /** The words that tell, or the day that is past. */
  found?: string
  /** Of a leak: what kind of words, the text they stand in and the language of it. */
  leak?: { kind: Leak['kind']; text: string; language: string }
}

/** Where every person, child and part of a plan stands in its document. */
export function placesOf(file: FamilyFile): Map<Id, Path> {
  const found = ['people.*.id', 'children.*.id', 'plan.**.id'].flatMap((pattern) => wordsAt(file, pattern))
  return new Map(found.map(({ path, value }) => [value, path.slice(0, -1)]))
}

/** A finding about one part of a plan. */
export function findingIn(
  places: Map<Id, Path>,
  kind: FindingKind,
  item: Id,
  rest: Partial<Pick<Finding, 'people' | 'found'>> = {},
): Finding {
  return { kind, item, path: pathText(places.get(item) ?? []), people: [], ...rest }
}
