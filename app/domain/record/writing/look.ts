import { asc, eq } from 'drizzle-orm'
import { leaksForReaders } from '#app/domain/access/leaks-for-readers'
import type { OpenDraft } from '#app/domain/council/open-draft'
import { londonDay } from '#app/domain/london'
import type { FamilyFile } from '#app/domain/plan/case-file'
import { withContactFacts } from '#app/domain/plan/contact-facts'
import { finished } from '#app/domain/plan/draft/finished'
import { type Fault, faultsIn } from '#app/domain/plan/faults'
import { staffOf } from '#app/domain/plan/who-publishes'
import type { World } from '#app/domain/world'
import { families, narrowings, people, said, versions } from '#db/schema'
import { saidOf } from '../export'

/** A draft as the version it would become. `hadReaders`: something was published, so how people are reached is no longer the draft's. */
export type Looked = {
  file: FamilyFile
  faults: Fault[]
  more?: number
  /** Looked for once there are no faults. */
  leaks: Fault[]
  revision?: number
  hadReaders: boolean
}

/**
 * What keeps a draft from becoming a version: what is missing or wrong in it, and what people said that it has no place
 * for any more. What it would tell one of its readers (`leaks`) keeps the version from being shown.
 */
export async function lookAtWriting(world: World, { familyId, writing }: OpenDraft): Promise<Looked> {
  const { read } = world.db
  const [family] = await read.select().from(families).where(eq(families.id, familyId))
  const [staff, known, shut, spoken, before] = await Promise.all([
    staffOf(world),
    read.select().from(people).where(eq(people.familyId, familyId)),
    read.select().from(narrowings).where(eq(narrowings.familyId, familyId)),
    read.select().from(said).where(eq(said.familyId, familyId)).orderBy(asc(said.seq)),
    read.select({ publishedAt: versions.publishedAt }).from(versions).where(eq(versions.familyId, familyId)),
  ])
  const hadReaders = before.some(({ publishedAt }) => publishedAt !== null)
  const written = finished(writing.document)
  const file = hadReaders ? withContactFacts(written, known) : written
  const entries = saidOf(spoken)
  const today = londonDay(world.now().toISOString())
  const checked = faultsIn(entries ? { ...file, said: entries } : file, { staff: staff.map(({ id }) => id) })
  const listed =
    'faults' in checked
      ? { ...checked, leaks: [] }
      : { faults: [], leaks: leaksForReaders({ file, narrowings: shut, today }) }
  return { file, ...listed, revision: family?.revision, hadReaders }
}
