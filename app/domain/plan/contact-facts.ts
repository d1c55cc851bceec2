import type { Child, FamilyFile, Person } from './case-file'

/** How to reach a person, as the database keeps it. The worker changes it between versions. */
export type ContactFacts = {
  phone: string | null
  landline: boolean | null
  unsafePhones: string[] | null
  language: string | null
  /** Never to be texted. */
  noTexts: boolean | null
  safeToText: NonNullable<Person['safeToText']> | null
}

/** The contact facts a document has: of every person, and of each child with a phone. */
export function contactFactsIn(document: FamilyFile): (ContactFacts & { personId: string })[] {
  const none = { landline: null, unsafePhones: null, language: null, safeToText: null }
  const people = document.people.map(({ id, phone, landline, unsafePhones, language, noTexts, safeToText }) => ({
    personId: id,
    phone: phone ?? null,
    landline: landline ?? null,
    unsafePhones: unsafePhones ?? null,
    language: language ?? null,
    noTexts: noTexts ?? null,
    safeToText: safeToText ?? null,
  }))
  const children = document.children.flatMap(({ id, phone, noTexts }) =>
    phone || noTexts ? [{ ...none, personId: id, phone: phone ?? null, noTexts: noTexts ?? null }] : [],
  )
  return [...people, ...children]
}

/** The document with the contact facts of today in it, each key where it was. */
export function withContactFacts(document: FamilyFile, rows: (ContactFacts & { personId: string })[]): FamilyFile {
  const facts = new Map(rows.map((row) => [row.personId, row]))
  const children = document.children.map((child): Child => {
    const row = facts.get(child.id)
    return row ? merged(child, { phone: row.phone ?? undefined, noTexts: row.noTexts ? true : undefined }) : child
  })
  const people = document.people.map((person): Person => {
    const row = facts.get(person.id)
    if (!row) return person
    return merged(person, {
      phone: row.phone ?? undefined,
      landline: row.landline ? true : undefined,
      unsafePhones: row.unsafePhones ?? undefined,
      language: row.language ?? undefined,
      noTexts: row.noTexts ? true : undefined,
      safeToText: row.safeToText ?? undefined,
    })
  })
  return { ...document, children, people }
}

/** A key that is undefined is taken out; one that was there keeps its place. */
function merged<T extends object>(one: T, facts: Partial<T>): T {
  const whole = { ...one, ...facts }
  for (const key of Object.keys(facts) as (keyof T)[]) if (whole[key] === undefined) delete whole[key]
  return whole
}
