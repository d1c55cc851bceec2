import { eyesOf } from '#app/domain/access/eyes'
import { personCalled } from '#app/domain/plan/called'
import type { FamilyFile, Id } from '#app/domain/plan/case-file'
import type { Finding, FindingKind } from '#app/domain/plan/checks/finding'
import type { Leak } from '#app/domain/plan/checks/leaks'
import { placeOf } from '#app/domain/plan/fault-place'
import type { Fault } from '#app/domain/plan/faults'
import { type ItemKind, itemTexts } from '#app/domain/plan/item-text'
import type { Looked } from './findings-of'
import { whichFinding } from './overrule'
import type { Overrule } from './overrules'

/** One finding as staff read it. Every id is public. */
export type FindingLine = {
  which: string
  kind: FindingKind
  /** The part of the plan or the person it stands in, and the words they go by. */
  thing?: { id?: string; kind: ItemKind | 'person'; words: string }
  /** Whom it concerns. */
  names: string[]
  found?: string
  leak?: { kind: Leak['kind']; text: string; language: string }
  /** It keeps the plan from being published. */
  open: boolean
  /** From whom the thing can be kept in one press, now. */
  keepFrom: { id: string; name: string }[]
}

/** What was decided in one press. */
export type DecidedLine = { id: number; found: string; names: string[]; by: string; at: string; reason: string }

export type FindingLines = {
  faults: (Fault & { place?: string })[]
  /** What keeps the plan from being published, then the rest, the gravest first. */
  blocks: FindingLine[]
  lookAt: FindingLine[]
  decided: DecidedLine[]
}

/** What was found, in lines with names and links for the desk. */
export function findingLines(looked: Looked): FindingLines {
  const { file, standing, publicIds, overrules, faults, findings } = looked
  const call = (id: Id) => called(file, standing.staff, id)
  const things = thingsIn(file)
  const lines = findings.map((finding): FindingLine => {
    const { kind, item, people, found, leak, open } = finding
    const thing = item === undefined ? undefined : things.get(item)
    const id = item && publicIds.get(item)
    return {
      ...{ which: whichFinding(finding), kind, names: people.map(call), open, keepFrom: keepable(looked, finding) },
      ...(thing && { thing: { ...thing, ...(id && { id }) } }),
      ...(found && { found }),
      ...(leak && { leak }),
    }
  })
  return {
    faults: faults.map((fault) => ({ ...fault, place: placeOf(fault.path) })),
    blocks: lines.filter(({ open }) => open),
    lookAt: lines.filter(({ kind }) => kind !== 'leak'),
    decided: overrules
      .filter((one, at) => overrules.findIndex((other) => isOnePress(one, other)) === at)
      .map((one) => ({
        ...{ id: one.id, found: one.found, by: one.by.name, at: one.at, reason: one.reason },
        names: overrules.filter((other) => isOnePress(one, other)).map(({ personId }) => call(personId)),
      })),
  }
}

const isOnePress = (one: Overrule, other: Overrule) =>
  one.word === other.word && one.at === other.at && one.by.id === other.by.id

/** Whoever is no more in the plan stands by nothing but their id. */
function called(file: FamilyFile, staff: Looked['standing']['staff'], id: Id): string {
  const isThere = [...file.people, ...file.children].some((one) => one.id === id) || id in staff
  return isThere ? personCalled(file, staff, id).name : id
}

function thingsIn(file: FamilyFile): Map<Id, NonNullable<FindingLine['thing']>> {
  const people = [...file.people, ...file.children.map(({ id, firstName }) => ({ id, name: firstName }))]
  return new Map<Id, NonNullable<FindingLine['thing']>>([
    ...people.map(({ id, name }) => [id, { kind: 'person', words: name }] as const),
    ...itemTexts(file).map(({ id, kind, text }) => [id, { kind, words: text }] as const),
  ])
}

/** What is published already can be shut to its readers at once; anything else only in the document. */
function keepable({ standing, versionId, isDraft, file }: Looked, { kind, item, people }: Finding) {
  const published = isDraft && standing.versions[0].id === versionId ? undefined : standing.document
  if (!item || !published || !['leak', 'more-than-told'].includes(kind) || !thingsIn(published).has(item)) return []
  return people.flatMap((person) => {
    const id = standing.publicIds.get(person)
    const mayBeShut = id && person !== item && eyesOf(standing, person)
    return mayBeShut ? [{ id, name: called(file, standing.staff, person) }] : []
  })
}
