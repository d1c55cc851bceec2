import { type Standing, standingOf } from '#app/domain/access/standing'
import type { FamilyFile, Id, SafeToText } from '#app/domain/plan/case-file'
import { contactFactsIn } from '#app/domain/plan/contact-facts'
import { allNames } from '#app/domain/plan/names'
import type { World } from '#app/domain/world'

/** How to reach a person now, and whether a word was agreed with them. */
export type Contact = {
  phone: string | null
  landline: boolean
  unsafePhones: string[]
  language: string
  /** Never to be texted: they come in by paper card. */
  noTexts: boolean
  safeToText: SafeToText | null
  hasWord: boolean
}

/** A family as it is published, with how to reach each of its people now. */
export type Reach = {
  file: FamilyFile
  everyone: Id[]
  contactOf: (personId: Id) => Contact
  /** The unsafe numbers the published plan names: they stay, whatever else changes. */
  unsafeInPlan: (personId: Id) => string[]
}

/** What the worker changed since publishing wins over the file; an unsafe number stays unsafe. Null when nothing is published. */
export async function reachIn(world: World, familyId: string): Promise<Reach | null> {
  const standing = await standingOf(world, familyId)
  return standing && reachFrom(standing)
}

/** The same of a family that is loaded. */
export function reachFrom({ document: file, contactFacts }: Pick<Standing, 'document' | 'contactFacts'>): Reach {
  const inFile = new Map(contactFactsIn(file).map((facts) => [facts.personId, facts]))
  const now = new Map(contactFacts.map((row) => [row.personId, row]))
  const unsafeInPlan = (personId: Id) => inFile.get(personId)?.unsafePhones ?? []
  const contactOf = (personId: Id): Contact => {
    const facts = now.get(personId) ?? inFile.get(personId)
    return {
      phone: facts?.phone ?? null,
      landline: facts?.landline ?? false,
      unsafePhones: [...(facts?.unsafePhones ?? []), ...unsafeInPlan(personId)],
      language: facts?.language ?? file.language,
      noTexts: facts?.noTexts ?? false,
      safeToText: facts?.safeToText ?? null,
      hasWord: !!now.get(personId)?.hasWord,
    }
  }
  return { file, everyone: [...new Set([...now.keys(), ...inFile.keys()])], contactOf, unsafeInPlan }
}

/** All the names a person of the family goes by. */
export function namesOf(file: FamilyFile, personId: Id): string[] {
  const person = file.people.find((person) => person.id === personId)
  const child = file.children.find((child) => child.id === personId)
  return person ? allNames(person) : child ? [child.firstName] : []
}
