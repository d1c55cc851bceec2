import type { FamilyFile, Id } from './case-file'
import { callable } from './names'
import { type Called, toldApart } from './told-apart'

/** Who works with a family, by id. */
export type Staff = Record<Id, { name: string }>

/**
 * What staff call somebody, told apart from everyone in the family, hidden or not, and all who work with it; behind a
 * name for others to read stands the one in the record. Whoever else reads has names of their own (`access/naming.ts`). Throws for whoever is neither.
 */
export function personCalled(file: FamilyFile, staff: Staff, id: Id): Called {
  const called = everyoneCalled(file, staff).get(id)
  if (!called) throw new Error('Nobody of this id is in the family or its staff.')
  return called
}

/** Worked out once for each family a page has before it. */
const known = new WeakMap<FamilyFile, WeakMap<Staff, Map<Id, Called>>>()

function everyoneCalled(file: FamilyFile, staff: Staff): Map<Id, Called> {
  const ofFile = known.get(file) ?? new WeakMap<Staff, Map<Id, Called>>()
  known.set(file, ofFile)
  const before = ofFile.get(staff)
  if (before) return before
  const ids = new Set([...file.people, ...file.children].map(({ id }) => id).concat(Object.keys(staff)))
  const called = toldApart([...ids].map((id) => [id, callable(file, staff, id)]))
  for (const { id, name, shownAs } of file.people) {
    const one = called.get(id)
    if (one && shownAs) called.set(id, { ...one, fullName: `${one.fullName} (${name})` })
  }
  ofFile.set(staff, called)
  return called
}
