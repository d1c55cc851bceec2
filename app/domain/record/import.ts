import { eq, sql } from 'drizzle-orm'
import { linesFor } from '#app/domain/access/approvals'
import { audienceOf } from '#app/domain/access/audience'
import { leaksForReaders } from '#app/domain/access/leaks-for-readers'
import { WHOLE_PLAN } from '#app/domain/access/spoken'
import { londonDay } from '#app/domain/london'
import { askedIn } from '#app/domain/plan/asked'
import type { CaseFile, FamilyFile, SaidEntry, SaidKind } from '#app/domain/plan/case-file'
import { momentAfter } from '#app/domain/plan/dates'
import { type Fault, faultsIn, type Listed } from '#app/domain/plan/faults'
import { valuesAt, wordsAt } from '#app/domain/plan/paths'
import { inParts, publicIdRows, randomId, versionRows, writeVersion } from '#app/domain/plan/version'
import {
  mayHoldAFamily,
  type Publishing,
  publishingFaults,
  type StaffMember,
  staffOf,
} from '#app/domain/plan/who-publishes'
import { type AuditedWrite, plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { wasThereAlready } from '#db/client.server'
import { assignments, families, publicIds, said, unread } from '#db/schema'

type Options = {
  /** Who brings the file in. */
  by: string
  /** The member of staff who will work with the family, when it is not the one in the file. */
  worker?: string
  /** In the demo only: shows the plan at once. */
  publish?: Publishing
}

/**
 * Takes a case file in: the whole of it in one write, or nothing and every fault of the file and of the asking (those
 * at `$`). The plan is version 1, a draft unless published; published it must tell none of its readers what is kept from them. Its worker holds the family; so does the manager who
 * endorsed it, or else the managers of the worker's team.
 */
export async function importFamily(
  world: World,
  json: unknown,
  options: Options,
  writeAs = plainly(world),
): Promise<{ familyId: string; publicId: string; reference: string } | Listed> {
  const staff = await staffOf(world)
  const today = londonDay(world.now().toISOString())
  const read = faultsIn(json, { staff: staff.map(({ id }) => id) })
  const faults = [
    ...('faults' in read ? read.faults : []),
    ...('file' in read && options.publish ? leaksForReaders({ file: read.file, narrowings: [], today }) : []),
    ...(await referenceTaken(world, wordsAt(json, 'reference')[0]?.value)),
    ...askingFaults(world, staff, json, options),
  ]
  if ('faults' in read) return { faults, ...(read.more && { more: read.more }) }
  if (faults.length > 0) return { faults }

  const { file } = read
  const family = { id: randomId(world), publicId: randomId(world), reference: file.reference }
  try {
    await write(world, file, family, holders(staff, file, options), options, writeAs)
  } catch (error) {
    // Another process took the same file in at this moment.
    if (wasThereAlready(error, 'families.reference')) return { faults: await referenceTaken(world, file.reference) }
    throw error
  }
  return { familyId: family.id, publicId: family.publicId, reference: family.reference }
}

async function referenceTaken(world: World, reference: string | undefined): Promise<Fault[]> {
  if (reference === undefined) return []
  // “cs-20417” is no other family than “CS-20417”.
  const same = sql`lower(${families.reference}) = ${reference.toLowerCase()}`
  const taken = await world.db.read.select({ id: families.id }).from(families).where(same)
  return taken.map(() => ({ path: '$.reference', message: `There is a family “${reference}” in the portal already.` }))
}

function askingFaults(world: World, staff: StaffMember[], json: unknown, { by, worker, publish }: Options): Fault[] {
  const fault = (message: string) => [{ path: '$', message }]
  const inFile = wordsAt(json, 'worker')[0]?.value
  const holds = worker ?? (staff.some(({ id }) => id === inFile) ? inFile : undefined)
  const domesticAbuse = valuesAt(json, 'domesticAbuse').some(({ value }) => value === true)
  return [
    ...(mayHoldAFamily(staff, by)
      ? []
      : fault(`“${by}” is no worker or manager here. One of them brings a family in.`)),
    ...(holds === undefined || mayHoldAFamily(staff, holds)
      ? []
      : fault(`“${holds}” is no worker or manager here. Name one of them as the family's worker.`)),
    ...(publish && world.settings.mode !== 'demo'
      ? fault('Only the demo publishes a plan on import. Bring it in as a draft.')
      : []),
    ...(publish ? publishingFaults(staff, domesticAbuse, by, publish) : []),
  ]
}

function holders(staff: StaffMember[], file: CaseFile, { worker = file.worker, publish }: Options) {
  const team = staff.find(({ id }) => id === worker)?.teamId
  const managers = publish
    ? [publish.endorsedBy]
    : staff
        .filter(({ id, role, teamId }) => team && teamId === team && role === 'manager' && mayHoldAFamily(staff, id))
        .map(({ id }) => id)
  return [
    { staffId: worker, as: 'worker' as const },
    ...managers.filter((id) => id !== worker).map((staffId) => ({ staffId, as: 'manager' as const })),
  ]
}

async function write(
  world: World,
  file: CaseFile,
  family: { id: string; publicId: string; reference: string },
  holders: { staffId: string; as: 'worker' | 'manager' }[],
  { by, publish }: Options,
  writeAs: AuditedWrite,
) {
  const { said: spoken = {}, ...document } = file
  const now = world.now().toISOString()
  const rows = versionRows(world, { familyId: family.id, document, by, publish })
  const entries = Object.entries(spoken).flatMap(([kind, list]) => {
    let before = ''
    return list.map((entry) => {
      before = momentAfter(before, entry.on)
      return saidRow(family.id, document, kind as SaidKind, entry, before)
    })
  })
  const entryIds = publicIdRows(
    world,
    family.id,
    entries.map(({ id }) => id),
  )
  await writeAs(
    { who: `staff:${by}`, familyId: family.id, did: publish ? 'imported and published' : 'imported' },
    async (db) => [
      db.insert(families).values({ ...family, addedAt: now, addedBy: by }),
      db.insert(assignments).values(holders.map((holder) => ({ ...holder, familyId: family.id, from: now }))),
      ...writeVersion(db, rows, 1),
      ...inParts(entryIds).map((some) => db.insert(publicIds).values(some)),
      ...inParts(entries).map((some) => db.insert(said).values(some)),
      // What came with a draft was said, and read, before there was a desk for it: it is no news when that is shown.
      ...(publish ? [] : [db.delete(unread).where(eq(unread.familyId, family.id))]),
    ],
  )
}

/** What an entry is about, as it is kept: what it answers, a part of the plan, or all of it. */
function aboutIn(entry: SaidEntry): string | undefined {
  if ('to' in entry) return entry.to
  return 'as' in entry ? WHOLE_PLAN : entry.about
}

/** The entry as the file has it, and beside it what the portal sorts and finds it by. */
function saidRow(familyId: string, document: FamilyFile, kind: SaidKind, entry: SaidEntry, savedAt: string) {
  const sharedWith = audienceOf(kind, entry, document)
  const about = aboutIn(entry)
  const asked = kind === 'answers' && document.plan.commitments.find(({ id }) => id === about)
  const story =
    kind === 'approvals' && JSON.stringify(linesFor({ file: document, narrowings: [] }, entry.by, about ?? ''))
  const textRead = asked ? askedIn(asked) : story || null
  return { familyId, id: entry.id, kind, by: entry.by, about, savedAt, entry, sharedWith, textRead }
}
