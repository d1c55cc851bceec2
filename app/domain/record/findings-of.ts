/** The look before publishing over what a family has newest, a draft or what is published: for the desk and the operator. */
import { eq, sql } from 'drizzle-orm'
import { documentsOf } from '#app/domain/access/documents'
import { findingsIn } from '#app/domain/access/findings'
import { type Standing, standingOf } from '#app/domain/access/standing'
import { toldOf } from '#app/domain/access/told-of'
import { authorsAsJson, authorsIn } from '#app/domain/council/authors'
import { londonDay } from '#app/domain/london'
import type { FamilyFile, Id } from '#app/domain/plan/case-file'
import type { Finding } from '#app/domain/plan/checks/finding'
import { withContactFacts } from '#app/domain/plan/contact-facts'
import { type Fault, faultsIn } from '#app/domain/plan/faults'
import { staffOf } from '#app/domain/plan/who-publishes'
import type { World } from '#app/domain/world'
import { versions } from '#db/schema'
import { type Counting, type Overrule, overrulesOf, undecided } from './overrules'

/** `open`: a leak that nobody has decided, which keeps the plan from being published. */
export type Looked = {
  versionId: string
  isDraft: boolean
  standing: Standing
  publicIds: Map<Id, string>
  /** What was looked at, with people's contact facts of today. */
  file: FamilyFile
  /** What is wrong with the document itself: then nothing else is looked for. */
  faults: Fault[]
  findings: (Finding & { open: boolean })[]
  /** What was decided and holds. */
  overrules: Overrule[]
}

/** Everything found in a family's newest version; undefined when there is no such family. `secondBy` as in `Counting`. */
export async function findingsOf(
  world: World,
  familyId: string,
  secondBy?: Counting['secondBy'],
): Promise<Looked | undefined> {
  const [standing, newest, everyone, overrules] = await Promise.all([
    standingOf(world, familyId, { orDraft: true }),
    newestOf(world, familyId),
    staffOf(world),
    overrulesOf(world, familyId),
  ])
  if (!standing || !newest) return undefined
  const { id: versionId, before } = newest
  const documents = await documentsOf(world, [versionId, ...(before ? [before] : [])])
  const document = documents.get(versionId)
  if (!document) return undefined
  const file = withContactFacts(document.file, standing.contactFacts)
  const today = londonDay(world.now().toISOString())
  const read = faultsIn(file, { staff: everyone.map(({ id }) => id) })
  const looked = { versionId, isDraft: !newest.published, standing, publicIds: document.publicIds, file, overrules }
  if ('faults' in read) return { ...looked, faults: read.faults, findings: [] }
  // Its worker of today may stand in no file: it was given to them.
  const { narrowings, joined, worker, staff } = standing
  const found = findingsIn(
    { file, narrowings, joined, worker, staff, today },
    before ? documents.get(before)?.file : undefined,
  )
  const leaks = found.filter(({ kind }) => kind === 'leak')
  const left = undecided(leaks, overrules, { authors: newest.authors, secondBy }, toldOf({ file, narrowings }))
  const isOpen = (one: Finding) => left.some(({ path, found }) => path === one.path && found === one.found)
  return { ...looked, faults: [], findings: found.map((one) => ({ ...one, open: isOpen(one) })) }
}

/**
 * The newest version, and of a draft the one that somebody beside its author last looked at: it was endorsed, looked at
 * as each person, sent back or published.
 */
async function newestOf(world: World, familyId: string) {
  const [newest] = await world.db.read
    .select({
      id: versions.id,
      authors: authorsAsJson(),
      published: versions.publishedAt,
      before: sql<string | null>`(select v.id from versions v where v.family_id = versions.family_id
        and v.number < versions.number and versions.published_at is null and (v.published_at is not null
          or exists (select 1 from hands h where h.version_id = v.id and h.kind <> 'asked' and h."by" <> v.made_by))
        order by v.number desc limit 1)`,
    })
    .from(versions)
    .where(eq(versions.familyId, familyId))
    .orderBy(sql`${versions.number} desc`)
    .limit(1)
  return newest && { ...newest, authors: authorsIn(newest.authors), before: newest.before ?? undefined }
}
