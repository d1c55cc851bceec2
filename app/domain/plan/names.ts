import type { FamilyFile, Id } from './case-file'

const TITLES = /^(mr|mrs|ms|miss|mx|dr|prof|rev|sir|pan|pani)\.?$/i

/**
 * What people call someone: the name the plan's own sentences use ("Nan", "Ms Orr", "Kelly"), the whole name,
 * and how others would say who they are ("neighbour"). Covers children and council staff too.
 */
export function personCalled(
  file: FamilyFile,
  staff: Record<Id, { name: string }>,
  id: Id,
): { name: string; fullName: string; addressAs?: string } {
  const child = file.children.find((child) => child.id === id)
  if (child) return { name: child.firstName, fullName: child.firstName }
  const person = file.people.find((person) => person.id === id)
  const fullName = person?.name ?? staff[id]?.name
  if (!fullName) throw new Error('Nobody of this id is in the family or its staff.')
  const addressAs = person ? person.addressAs : 'social worker'
  return { name: person?.alsoKnownAs?.[0] ?? firstName(fullName), fullName, ...(addressAs && { addressAs }) }
}

/** "Kelly" of "Kelly Marsh"; the whole of "Ms Orr", because nobody says "Ms". */
export function firstName(fullName: string): string {
  const [first = fullName] = fullName.split(' ')
  return TITLES.test(first) ? fullName : first
}

/** The parts of a name that point at a person: no titles. */
export function tellingParts(fullName: string): string[] {
  return fullName.split(/[\s-]+/).filter((part) => part && !TITLES.test(part))
}
