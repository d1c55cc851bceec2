import { and, eq, ne, sql } from 'drizzle-orm'
import { Refusal } from '#app/domain/refusal'
import type { World } from '#app/domain/world'
import { assignments, drafts, families, staff, type unusual, versions } from '#db/schema'
import { waitingFor } from './waiting'
import { worksWithNow } from './working-with'

/** A family as its staff find it. */
export type FamilyOfStaff = {
  familyId: string
  publicId: string
  reference: string
  familyName: string
  /** What this member of staff is to it. */
  as: 'worker' | 'covering' | 'manager' | 'glass'
  published: boolean
  /** A draft stands open: who began it, and when. */
  writing?: { by: string; at: string }
  /** So many entries of it wait to be read by them: none while nothing is published. */
  waiting: number
  /** What was unusual in it, for its manager: of everybody but themselves. */
  unusual?: { id: number; at: string; kind: (typeof unusual.$inferSelect)['kind']; name: string }[]
}

/** The families this member of staff holds at this moment, by name. An administrator has none. */
export async function familiesOf(world: World, staffId: string): Promise<FamilyOfStaff[]> {
  const found = await heldBy(world, staffId)
  return found.sort((a, b) => a.familyName.localeCompare(b.familyName, 'en'))
}

/** The family of this public id, or null when it is none of theirs: no different from one that does not exist. */
export async function familyForStaff(world: World, staffId: string, publicId: string): Promise<FamilyOfStaff | null> {
  const [found] = await heldBy(world, staffId, publicId)
  return found ?? null
}

const nearest = ['worker', 'covering', 'manager', 'glass'] as const

/** Each family once, as the nearest of what they are to it. */
async function heldBy(world: World, staffId: string, publicId?: string): Promise<FamilyOfStaff[]> {
  const ofFamily = sql`${versions.familyId} = ${families.id}`
  const rows = await world.db.read
    .select({
      familyId: families.id,
      publicId: families.publicId,
      reference: families.reference,
      // One that is written here has no version before its first plan is finished.
      familyName: sql<string>`coalesce(
        (select json_extract(${versions.document}, '$.familyName') from ${versions} where ${ofFamily} order by ${versions.number} desc limit 1),
        (select nullif(trim(json_extract(${drafts.state}, '$.document.familyName')), '') from ${drafts} where ${drafts.familyId} = ${families.id} order by ${drafts.madeAt} limit 1),
        ${families.reference})`,
      as: assignments.as,
      published: sql<number>`exists (select 1 from ${versions} where ${ofFamily} and ${versions.publishedAt} is not null)`,
      writing: sql<string | null>`(select json_object('by', w.name, 'at', d.made_at) from ${drafts} d
        join staff w on w.id = d.made_by where d.family_id = ${families.id} and d.closed_at is null)`,
      waiting: waitingFor(staffId),
      unusual: sql<string>`(select json_group_array(json_object('id', u.id, 'at', u.at, 'kind', u.kind, 'name', w.name))
        from unusual u join staff w on w.id = u.staff_id
        where u.family_id = ${families.id} and u.seen_at is null and u.staff_id <> ${staffId})`,
    })
    .from(assignments)
    .innerJoin(families, eq(families.id, assignments.familyId))
    .innerJoin(staff, eq(staff.id, assignments.staffId))
    .where(
      and(
        worksWithNow(world, staffId),
        ne(staff.role, 'administrator'),
        sql`(${staff.leftAt} is null or ${staff.leftAt} > ${world.now().toISOString()})`,
        publicId === undefined ? undefined : eq(families.publicId, publicId),
      ),
    )
  const sorted = rows.sort((a, b) => nearest.indexOf(a.as) - nearest.indexOf(b.as))
  return [...new Map(sorted.toReversed().map((row) => [row.familyId, familyIn(row)])).values()]
}

/** The id of the family of this reference. Rejects with `Refusal` when there is none. */
export async function familyByReference(world: World, reference: string): Promise<string> {
  const [family] = await world.db.read.select().from(families).where(eq(families.reference, reference))
  if (!family) throw new Refusal(`There is no family “${reference}” in the portal.`)
  return family.id
}

/** A family's reference, by its id. */
export async function referenceOf(world: World, familyId: string): Promise<string | undefined> {
  const [family] = await world.db.read.select().from(families).where(eq(families.id, familyId))
  return family?.reference
}

type Row = Omit<FamilyOfStaff, 'published' | 'writing' | 'unusual'> & {
  published: number
  writing: string | null
  unusual: string
}

function familyIn({ writing, unusual: found, ...row }: Row): FamilyOfStaff {
  const published = row.published === 1
  const waiting = published ? row.waiting : 0
  return {
    ...row,
    published,
    waiting,
    ...(writing && { writing: JSON.parse(writing) }),
    ...(row.as === 'manager' && found !== '[]' && { unusual: JSON.parse(found) }),
  }
}
