import { eq, sql } from 'drizzle-orm'
import { londonDay } from '#app/domain/london'
import { writeAudited } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import { families, people, staff, versions } from '#db/schema'
import type { FamilyFile } from './case-file'
import { withContactFacts } from './contact-facts'
import { type Fault, faultsIn } from './faults'
import { versionRows, writeVersion } from './version'

/** Who stands behind a version. A family with domestic abuse has a second pair of eyes. */
export type Publishing = { endorsedBy: string; secondCheckBy?: string }
export type StaffMember = Pick<typeof staff.$inferSelect, 'id' | 'role' | 'teamId'> & { left: boolean }

/** Everyone who works or has worked at this council. */
export async function staffOf(world: World): Promise<StaffMember[]> {
  const now = world.now().toISOString()
  const everyone = await world.db.read.select().from(staff)
  return everyone.map(({ id, role, teamId, leftAt }) => ({ id, role, teamId, left: leftAt !== null && leftAt <= now }))
}

/**
 * Makes a new version and shows it from now on: the version, the people and public ids that are new with it, and
 * the audit row, in one write. Gives the faults instead, and writes nothing, when the document has any or these
 * members of staff may not publish it. The caller has made sure that they work with this family.
 */
export async function publishVersion(
  world: World,
  familyId: string,
  document: FamilyFile,
  { by, endorsedBy, secondCheckBy }: { by: string } & Publishing,
): Promise<{ versionId: string; number: number } | { faults: Fault[] }> {
  const [everyone, [family], known] = await Promise.all([
    staffOf(world),
    world.db.read.select().from(families).where(eq(families.id, familyId)),
    world.db.read.select().from(people).where(eq(people.familyId, familyId)),
  ])
  const read = faultsIn(withContactFacts(document, known), {
    staff: everyone.map(({ id }) => id),
    today: londonDay(world.now().toISOString()),
  })
  const faults = [
    ...('faults' in read ? read.faults : []),
    ...(family?.reference === document.reference
      ? []
      : [{ path: '$.reference', message: 'A family keeps its reference.' }]),
    ...publishingFaults(everyone, document.domesticAbuse === true, by, { endorsedBy, secondCheckBy }),
  ]
  if (faults.length > 0) return { faults }

  const rows = versionRows(world, { familyId, document, by, publish: { endorsedBy, secondCheckBy } })
  const number = sql<number>`(select coalesce(max(${versions.number}), 0) + 1 from ${versions} where ${versions.familyId} = ${familyId})`
  await writeAudited(world, { who: `staff:${by}`, familyId, did: 'published', about: rows.version.id }, (db) =>
    writeVersion(db, rows, number),
  )
  const [made] = await world.db.read.select().from(versions).where(eq(versions.id, rows.version.id))
  return { versionId: rows.version.id, number: made?.number ?? 0 }
}

/** Why these members of staff may not publish: author, endorser and second check are three different people. */
export function publishingFaults(
  everyone: StaffMember[],
  domesticAbuse: boolean,
  by: string,
  publish: Publishing,
): Fault[] {
  const { endorsedBy, secondCheckBy } = publish
  const hands = [by, endorsedBy, ...(secondCheckBy ? [secondCheckBy] : [])]
  const role = (id: string) => everyone.find((one) => one.id === id && !one.left)?.role
  const messages = [
    role(endorsedBy) !== 'manager' && `“${endorsedBy}” is no manager here. A manager endorses a plan.`,
    secondCheckBy &&
      !mayHoldAFamily(everyone, secondCheckBy) &&
      `“${secondCheckBy}” is no worker or manager here. One of them makes the second check.`,
    domesticAbuse &&
      !secondCheckBy &&
      'There is domestic abuse in this family. Name someone for the second check as well.',
    new Set(hands).size < hands.length && 'The author, the endorser and the second check must be different people.',
  ]
  return messages.filter((message) => typeof message === 'string').map((message) => ({ path: '$', message }))
}

/** A worker or manager who has not left: an administrator has no family's content. */
export function mayHoldAFamily(everyone: StaffMember[], id: string): boolean {
  return everyone.some((one) => one.id === id && one.role !== 'administrator' && !one.left)
}
