import { eq } from 'drizzle-orm'
import { leakFaults, leaksIn } from '#app/domain/access/leaks-for-readers'
import { type ToldOf, toldOf } from '#app/domain/access/told-of'
import { authorsAsJson, authorsIn } from '#app/domain/council/authors'
import { londonDay } from '#app/domain/london'
import type { FamilyFile } from '#app/domain/plan/case-file'
import type { Finding } from '#app/domain/plan/checks/finding'
import { withContactFacts } from '#app/domain/plan/contact-facts'
import { type Fault, faultsIn } from '#app/domain/plan/faults'
import { type StaffMember, staffOf } from '#app/domain/plan/who-publishes'
import type { World } from '#app/domain/world'
import { families, narrowings, people, versions } from '#db/schema'
import { type Counting, overrulesOf, undecided } from './overrules'

/**
 * What was found, as the family stands at this revision: under the same number it still holds. Among the faults are the
 * leaks that nobody has decided may stand; `leaks` are all.
 */
export type LookedThrough = {
  revision?: number
  faults: Fault[]
  leaks: Finding[]
  toldOf: ToldOf
  everyone: StaffMember[]
}

/** All in a document itself that keeps it from being shown: its faults, and what it would tell one of its readers. */
export async function lookThrough(
  world: World,
  familyId: string,
  document: FamilyFile,
  counting: Counting,
): Promise<LookedThrough> {
  const [family] = await world.db.read.select().from(families).where(eq(families.id, familyId))
  const [everyone, known, shut, decided] = await Promise.all([
    staffOf(world),
    world.db.read.select().from(people).where(eq(people.familyId, familyId)),
    world.db.read.select().from(narrowings).where(eq(narrowings.familyId, familyId)),
    overrulesOf(world, familyId),
  ])
  const today = londonDay(world.now().toISOString())
  const read = faultsIn(withContactFacts(document, known), { staff: everyone.map(({ id }) => id) })
  const leaks = 'file' in read ? leaksIn({ file: read.file, narrowings: shut, today }) : []
  const tells = toldOf({ file: withContactFacts(document, known), narrowings: shut })
  const faults = [
    ...('faults' in read ? read.faults : leakFaults(read.file, undecided(leaks, decided, counting, tells))),
    ...(family?.reference === document.reference
      ? []
      : [{ path: '$.reference', message: 'A family keeps its reference.' }]),
  ]
  return { revision: family?.revision, faults, leaks, toldOf: tells, everyone }
}

/** The same of a version that is kept: undefined when there is none of this id. `secondBy` as in `Counting`. */
export async function lookThroughVersion(
  world: World,
  versionId: string,
  secondBy?: string,
): Promise<LookedThrough | undefined> {
  const [version] = await world.db.read
    .select({ familyId: versions.familyId, document: versions.document, authors: authorsAsJson() })
    .from(versions)
    .where(eq(versions.id, versionId))
  return (
    version && lookThrough(world, version.familyId, version.document, { authors: authorsIn(version.authors), secondBy })
  )
}
