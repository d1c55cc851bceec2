import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { documentOf } from '#app/domain/access/documents'
import type { FamilyFile, Id, SafeToText } from '#app/domain/plan/case-file'
import { type ContactFacts, contactFactsIn } from '#app/domain/plan/contact-facts'
import type { World } from '#app/domain/world'
import { people, versions } from '#db/schema'

/** How to reach a person now, and the hash of their word. */
export type Contact = {
  phone: string | null
  landline: boolean
  unsafePhones: string[]
  language: string
  /** Never to be texted: they come in by paper card. */
  noTexts: boolean
  safeToText: SafeToText | null
  wordHash: string | null
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
  const { read } = world.db
  const [newest] = await read
    .select({ id: versions.id })
    .from(versions)
    .where(and(eq(versions.familyId, familyId), isNotNull(versions.publishedAt)))
    .orderBy(desc(versions.number))
    .limit(1)
  if (!newest) return null
  const { file } = await documentOf(world, newest.id)
  return reachFrom(file, await read.select().from(people).where(eq(people.familyId, familyId)))
}

type Row = ContactFacts & { personId: Id; wordHash?: string | null }

/** The same of a family that is loaded: its document, and the rows beside it. Where those hold no word, there is none. */
export function reachFrom(file: FamilyFile, rows: Row[]): Reach {
  const inFile = new Map(contactFactsIn(file).map((facts) => [facts.personId, facts]))
  const now = new Map(rows.map((row) => [row.personId, row]))
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
      wordHash: now.get(personId)?.wordHash ?? null,
    }
  }
  return { file, everyone: [...new Set([...now.keys(), ...inFile.keys()])], contactOf, unsafeInPlan }
}

/** All the names a person of the family goes by. */
export function namesOf(file: FamilyFile, personId: Id): string[] {
  const person = file.people.find((person) => person.id === personId)
  const child = file.children.find((child) => child.id === personId)
  return person ? [person.name, ...(person.alsoKnownAs ?? [])] : child ? [child.firstName] : []
}
