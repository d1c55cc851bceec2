import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { londonTime } from '#app/domain/london'
import type { FamilyFile, Id } from '#app/domain/plan/case-file'
import type { ContactFacts } from '#app/domain/plan/contact-facts'
import type { World } from '#app/domain/world'
import type { Database } from '#db/client.server'
import { prepared } from '#db/prepared'
import * as tables from '#db/schema'
import type { Situation } from './situation'

type Version = { id: string; publishedAt: string }
/** One family as the database holds it, for the rule to look at. */
export type Loaded = Pick<Situation, 'said' | 'narrowings' | 'joined' | 'worker' | 'staff'> & {
  publicId: string
  document: FamilyFile
  /** Published versions, newest first; while there is none, for staff, the newest draft. */
  versions: [Version, ...Version[]]
  people: (ContactFacts & { personId: Id })[]
  publicIds: Map<Id, string>
}

/** Everything of one family that decides who sees what; null when nothing is published, but for staff with `orDraft`. */
export async function loadFamily(world: World, familyId: string, { orDraft = false } = {}): Promise<Loaded | null> {
  const ask = queriesOn(world.db)
  const published = await ask.versions.all({ familyId })
  const [newest, ...older] = published.length === 0 && orDraft ? await ask.draft.all({ familyId }) : published
  if (!newest) return null
  const [[family], said, seen, narrowings, joined, people, [ids], assigned, document] = await Promise.all([
    ask.family.all({ familyId }),
    ask.said.all({ familyId }),
    ask.seen.all({ familyId }),
    ask.narrowings.all({ familyId }),
    ask.joined.all({ familyId }),
    ask.people.all({ familyId }),
    ask.publicIds.all({ familyId }),
    ask.assigned.all({ familyId }),
    documentOf(world, newest.id),
  ])
  if (!family) return null
  const now = world.now().toISOString()
  const read = new Map(seen.map(({ saidId, by, at }) => [saidId, { by, on: londonTime(at) }]))
  const current = assigned.findLast(({ as, from, until }) => as === 'worker' && from <= now && (!until || until > now))
  return {
    publicId: family.publicId,
    document,
    versions: [newest, ...older],
    said: said.map(({ kind, entry, ringMe, textRead }) => ({
      kind,
      entry,
      ringMe,
      textRead: textRead ?? undefined,
      seen: read.get(entry.id),
    })),
    narrowings,
    joined,
    worker: current?.id ?? document.worker,
    staff: Object.fromEntries(assigned.map(({ id, name, phone }) => [id, { name, phone: phone ?? undefined }])),
    people,
    publicIds: new Map(Object.entries<string>(JSON.parse(ids?.all ?? '{}'))),
  }
}

/** A version's document never changes, so each is read and parsed once; the newest few hundred are kept. */
const documents = new WeakMap<Database, Map<string, FamilyFile>>()

/** The document of a version. Rejects when there is none of this id. */
export async function documentOf(world: World, versionId: string): Promise<FamilyFile> {
  const kept = documents.get(world.db) ?? new Map<string, FamilyFile>()
  documents.set(world.db, kept)
  const known = kept.get(versionId)
  if (known) return known
  const [version] = await queriesOn(world.db).document.all({ versionId })
  if (!version) throw new Error('No version of this id.')
  if (kept.size > 300) kept.delete(kept.keys().next().value as string)
  kept.set(versionId, version.document)
  return version.document
}

const queriesOn = prepared((read) => {
  const { families, versions, said, seen, narrowings, memberships, people, publicIds, assignments, staff } = tables
  const familyId = sql.placeholder('familyId')
  return {
    family: read.select({ publicId: families.publicId }).from(families).where(eq(families.id, familyId)).prepare(),
    versions: read
      .select({ id: versions.id, publishedAt: sql<string>`${versions.publishedAt}` })
      .from(versions)
      .where(and(eq(versions.familyId, familyId), isNotNull(versions.publishedAt)))
      .orderBy(desc(versions.number))
      .prepare(),
    document: read
      .select({ document: versions.document })
      .from(versions)
      .where(eq(versions.id, sql.placeholder('versionId')))
      .prepare(),
    draft: read
      .select({ id: versions.id, publishedAt: versions.madeAt })
      .from(versions)
      .where(eq(versions.familyId, familyId))
      .orderBy(desc(versions.number))
      .limit(1)
      .prepare(),
    said: read
      .select({ kind: said.kind, entry: said.entry, ringMe: said.ringMe, textRead: said.textRead })
      .from(said)
      .where(eq(said.familyId, familyId))
      .orderBy(asc(said.savedAt), asc(said.seq))
      .prepare(),
    seen: read
      .select({ saidId: seen.saidId, by: seen.by, at: seen.at })
      .from(seen)
      .where(eq(seen.familyId, familyId))
      .orderBy(desc(seen.at))
      .prepare(),
    narrowings: read
      .select({ itemId: narrowings.itemId, shutTo: narrowings.shutTo })
      .from(narrowings)
      .where(eq(narrowings.familyId, familyId))
      .prepare(),
    joined: read
      .select({ personId: memberships.personId, notToRing: memberships.notToRing })
      .from(memberships)
      .where(and(eq(memberships.familyId, familyId), isNull(memberships.endedAt)))
      .prepare(),
    people: read
      .select({
        personId: people.personId,
        phone: people.phone,
        landline: people.landline,
        unsafePhones: people.unsafePhones,
        language: people.language,
        noTexts: people.noTexts,
        safeToText: people.safeToText,
      })
      .from(people)
      .where(eq(people.familyId, familyId))
      .prepare(),
    // In one row: a family has a hundred, and taking rows apart costs more than asking for them.
    publicIds: read
      .select({ all: sql<string>`json_group_object(${publicIds.itemId}, ${publicIds.publicId})` })
      .from(publicIds)
      .where(eq(publicIds.familyId, familyId))
      .prepare(),
    assigned: read
      .select({
        id: staff.id,
        name: staff.name,
        phone: staff.phone,
        as: assignments.as,
        from: assignments.from,
        until: assignments.until,
      })
      .from(assignments)
      .innerJoin(staff, eq(staff.id, assignments.staffId))
      .where(eq(assignments.familyId, familyId))
      .orderBy(asc(assignments.id))
      .prepare(),
  }
})
