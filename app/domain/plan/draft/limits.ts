/** What a draft does by itself for whoever sees only their own items, so that nobody is let see more by forgetting. */
import type { Id } from '../case-file'
import { kindNamed, kindOf } from './kinds'
import { blank, FILE, type Found, isItem, type Loose } from './loose'
import { idsOf } from './same'

type Items = Map<Id, Found>

/** The sentence somebody reads in place of a sign is theirs alone, and says for whom. */
const OF_ONE_PERSON = new Set(['forYou'])

/** A thing with nothing written in it yet, as it is begun in this draft, in the thing or list's holder `within`. */
export function blankIn(items: Items, key: string, within: Id, { id, newId }: { id: Id; newId: () => Id }): Loose {
  const shutTo = startsShutTo(items, key, within)
  return { ...blank(key, id, newId), ...(shutTo.length > 0 && { hiddenFrom: shutTo }) }
}

/**
 * From whom a thing begun under this key starts shut: everyone who sees only their own items, by their side where all
 * of it does. Not from whom it stands in something shut to already; they are let see it by a press on the thing itself.
 */
function startsShutTo(items: Items, key: string, within: Id): Id[] {
  const kind = kindOf(key)
  if (!kind || !kindNamed(kind).seen || OF_ONE_PERSON.has(kind)) return []
  const file = items.get(FILE)?.item
  const narrow = list(file?.people)
    .filter(seesOwnItems)
    .map(({ id }) => id)
  const sides = list(file?.sides).filter(
    ({ people }) => idsOf(people).length > 0 && idsOf(people).every((id) => narrow.includes(id)),
  )
  const bySide = new Set(sides.flatMap(({ people }) => idsOf(people)))
  const all = [...sides.map(({ id }) => id), ...narrow.filter((id) => !bySide.has(id))]
  const shutAlready = above(items, within).flatMap(({ hiddenFrom }) => idsOf(hiddenFrom))
  return all.filter((id) => !shutAlready.includes(id))
}

/** Who comes to see only their own items by being put on a side: whoever stood on it (`before`) does, or somebody is hidden from it. */
export function limitedBySide(items: Items, side: Loose, before: Id[]): Loose[] {
  const people = list(items.get(FILE)?.item.people)
  const isLimited =
    people.some((one) => before.includes(one.id) && seesOwnItems(one)) ||
    people.some(({ hiddenFrom }) => idsOf(hiddenFrom).includes(side.id))
  return isLimited ? people.filter((one) => idsOf(side.people).includes(one.id) && !seesOwnItems(one)) : []
}

const seesOwnItems = ({ planView }: Loose) => planView === 'own-items'
const list = (value: unknown): Loose[] => (Array.isArray(value) ? value.filter(isItem) : [])

/** A thing and all it stands in. */
function above(items: Items, id: Id): Loose[] {
  const found = items.get(id)
  return found && id !== FILE ? [found.item, ...above(items, found.in)] : []
}
