import { and, eq } from 'drizzle-orm'
import type { cards, invitations, memberships, people, sessions, texts, wrongWords } from '#db/schema'

/** A person of a family. */
export type Who = { familyId: string; personId: string }
type TheirTable =
  | typeof cards
  | typeof invitations
  | typeof memberships
  | typeof people
  | typeof sessions
  | typeof texts
  | typeof wrongWords

/** The rows of a table that are this person's. */
export const isOf = (table: TheirTable, { familyId, personId }: Who) =>
  and(eq(table.familyId, familyId), eq(table.personId, personId))
