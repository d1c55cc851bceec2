import type { FamilyFile, Id } from '#app/domain/plan/case-file'
import type { Situation } from './situation'

/** What may be kept from a person: an item, a person, something said. */
export type Keepable = { id?: Id; hiddenFrom?: Id[]; onlyFor?: Id[] }

/** How far a viewer sees before anything is shut to them. */
export type Sight = 'staff' | 'inner' | 'middle' | 'young'

/** One viewer's side of the rule: who they are, how far they see, what is shut to them. */
export type Eyes = {
  id: Id
  sight: Sight
  /** Only what involves them: someone under an order, or from whom the network is hidden. */
  ownItems: boolean
  /** Whether a list of people, children or sides holds this viewer. */
  isIn: (list: Id[] | undefined) => boolean
  /** Whether this viewer must not learn that the person is involved. */
  hides: (personId: Id | undefined) => boolean
  /** Whether the item, or anyone it names in its own content, is kept from this viewer. */
  shut: (item: Keepable, names?: (Id | undefined)[]) => boolean
}

/** The eyes of a person or young person; null for whoever may have no view at all: outer circle, not to be told, professionals. */
export function eyesOf(situation: Pick<Situation, 'file' | 'narrowings'>, viewerId: Id): Eyes | null {
  const found = sightOf(situation.file, viewerId)
  if (!found) return null
  const mine = new Set([viewerId, ...sidesOf(situation.file, viewerId)])
  const isIn = (list: Id[] | undefined) => !!list?.some((id) => mine.has(id))
  const narrowed = new Set(situation.narrowings.filter((row) => mine.has(row.shutTo)).map((row) => row.itemId))
  const hidden = new Set(situation.file.people.filter((person) => isIn(person.hiddenFrom)).map((person) => person.id))
  const hides = (personId: Id | undefined) =>
    !!personId && personId !== viewerId && (hidden.has(personId) || narrowed.has(personId))
  const shut = (item: Keepable, names: (Id | undefined)[] = []) =>
    isIn(item.hiddenFrom) ||
    (!!item.onlyFor && !isIn(item.onlyFor)) ||
    (!!item.id && narrowed.has(item.id)) ||
    names.some(hides)
  return { id: viewerId, ...found, isIn, hides, shut }
}

/** The family's worker, covering worker and manager: nothing is ever shut to them. */
export function staffEyes(staffId: Id): Eyes {
  return { id: staffId, sight: 'staff', ownItems: false, isIn: () => false, hides: () => false, shut: () => false }
}

/** The sides a person stands on. */
export function sidesOf(file: FamilyFile, personId: Id): Id[] {
  return (file.sides ?? []).filter((side) => side.people.includes(personId)).map((side) => side.id)
}

function sightOf(file: FamilyFile, id: Id): { sight: Sight; ownItems: boolean } | null {
  const child = file.children.find((child) => child.id === id)
  if (child) return child.ownSignIn ? { sight: 'young', ownItems: false } : null
  const person = file.people.find((person) => person.id === id)
  if (!person || person.kind === 'professional' || person.notToBeTold) return null
  if (person.circle !== 'inner' && person.circle !== 'middle') return null
  return { sight: person.circle, ownItems: person.planView === 'own-items' }
}
