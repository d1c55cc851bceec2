import { eq } from 'drizzle-orm'
import type { Drizzle } from '#db/client.server'
import { families } from '#db/schema'

/** Something of the family was written since it was looked at: what was worked out of it is to be worked out anew. */
export class Moved extends Error {}

/** For the beginning of a write: throws `Moved` when the family no longer has the revision it was looked at under. */
export async function unlessMoved(db: Drizzle, familyId: string, revision: number | undefined): Promise<void> {
  const [family] = await db.select({ revision: families.revision }).from(families).where(eq(families.id, familyId))
  if (family?.revision !== revision) throw new Moved()
}
