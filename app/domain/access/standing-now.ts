import { eq, sql } from 'drizzle-orm'
import type { World } from '#app/domain/world'
import type { Database } from '#db/client.server'
import { prepared } from '#db/prepared'
import { families } from '#db/schema'
import { newestIn, type Spoken } from './spoken'
import { type Standing, standingOf } from './standing'

/** What stands of a family, null while nothing is published, and the newest that was said in it. */
export type StandingNow = { family: Standing | null; newest: Spoken[] }
/** Good under this revision of the family, until this moment (ISO, UTC). */
type Kept = StandingNow & { revision: number; until: string }

/** So many are kept: a council's families of a day. */
const MOST = 300
const FOREVER = '~'
const kept = new WeakMap<Database, Map<string, Kept>>()

/**
 * The two loaders' answers for one family, read once and kept in memory for as long as they hold: under one `revision`
 * of the family, which triggers raise with every write of what they read, in whatever process, and until an assignment
 * begins or ends. Only what is the same for everybody is kept; whose eyes see what of it, and whether somebody may see
 * anything, is decided anew each time.
 */
export async function standingNow(world: World, familyId: string): Promise<StandingNow> {
  const all = kept.get(world.db) ?? new Map<string, Kept>()
  kept.set(world.db, all)
  const [now] = await revisionOf(world.db).all({ familyId })
  const known = all.get(familyId)
  if (now && known?.revision === now.revision && world.now().toISOString() < known.until) {
    // What was used last goes last.
    all.delete(familyId)
    all.set(familyId, known)
    return known
  }
  // What is read after the number may be newer than it, never older.
  const [family, newest] = await Promise.all([standingOf(world, familyId), newestIn(world, familyId)])
  all.delete(familyId)
  if (now) all.set(familyId, { family, newest, revision: now.revision, until: family?.until ?? FOREVER })
  for (const oldest of all.keys()) {
    if (all.size <= MOST) break
    all.delete(oldest)
  }
  return { family, newest }
}

const revisionOf = prepared((read) =>
  read
    .select({ revision: families.revision })
    .from(families)
    .where(eq(families.id, sql.placeholder('familyId')))
    .prepare(),
)
