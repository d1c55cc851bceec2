/**
 * Breaking the glass: a member of staff opens a family that is not hers, for some hours, and says why. It stands in the
 * family's trail and waits for its manager to read. A restricted family is opened to nobody this way.
 */
import { and, between, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { newToken } from '#app/domain/tokens'
import { ifChanged, writeAudited } from '#app/domain/trail/audit'
import { plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { assignments, brokenGlass, families, staff, unusual } from '#db/schema'
import type { FamilyOfStaff } from './families'

export const GLASS_HOURS = 4
const REASON = { least: 10, most: 500 }

type Found = { familyId: string; publicId: string }
export type GlassRefused = 'reference' | 'reason'

/**
 * The family of this reference, as it may be opened. Refuses the same way what there is not and what is restricted, with a
 * row in the council's trail, so that nobody tries references unseen.
 */
export async function toOpen(
  world: World,
  staffId: string,
  { reference, reason }: Record<GlassRefused, string>,
): Promise<Found | { refused: GlassRefused }> {
  const { length } = reason.trim()
  if (length < REASON.least || length > REASON.most) return { refused: 'reason' }
  const [found] = await world.db.read
    .select({ familyId: families.id, publicId: families.publicId })
    .from(families)
    .where(
      and(
        sql`lower(${families.reference}) = lower(${reference.trim()})`,
        sql`not exists (select 1 from restricted_to r where r.family_id = families.id and r.until is null)`,
      ),
    )
  if (found) return found
  await writeAudited(world, { who: `staff:${staffId}`, did: 'glass.refused' }, () => [])
  return { refused: 'reference' }
}

/** Opens it from now on. */
export async function breakGlass(
  world: World,
  staffId: string,
  { familyId }: Found,
  reason: string,
  write = plainly(world),
): Promise<void> {
  const now = world.now()
  const [at, until] = [now, new Date(now.getTime() + GLASS_HOURS * 60 * 60_000)].map((one) => one.toISOString()) as [
    string,
    string,
  ]
  const id = newToken(world)
  await write({ who: `staff:${staffId}`, familyId, did: 'glass.broken', about: id }, async (db) => [
    db.insert(assignments).values({ familyId, staffId, as: 'glass', from: at, until }),
    db.insert(brokenGlass).values({ id, familyId, staffId, reason: reason.trim(), at, until }),
  ])
}

/** Who opened one of these families, why and for how long, that nobody who manages it has read; newest first. */
export type GlassNotice = { id: string; familyId: string; name: string; reason: string; at: string; until: string }

export async function glassNotices(world: World, held: FamilyOfStaff[]): Promise<GlassNotice[]> {
  const ids = held.filter(({ as }) => as === 'manager').map(({ familyId }) => familyId)
  const { id, familyId, reason, at, until } = brokenGlass
  return world.db.read
    .select({ id, familyId, name: staff.name, reason, at, until })
    .from(brokenGlass)
    .innerJoin(staff, eq(staff.id, brokenGlass.staffId))
    .where(and(inArray(familyId, ids), isNull(brokenGlass.readAt)))
    .orderBy(desc(at))
}

/** The manager has read it: it leaves their desk too. */
export async function readNotice(world: World, by: string, notice: GlassNotice, write = plainly(world)): Promise<void> {
  const did = { who: `staff:${by}` as const, familyId: notice.familyId, did: 'glass.read', about: notice.id }
  const read = { readBy: by, readAt: world.now().toISOString() }
  const unread = and(eq(brokenGlass.id, notice.id), isNull(brokenGlass.readAt))
  // Their desk says it too, as something unusual: one reading is enough.
  const said = and(
    eq(unusual.familyId, notice.familyId),
    eq(unusual.kind, 'break-glass'),
    isNull(unusual.seenAt),
    between(unusual.at, notice.at, notice.until),
  )
  const isUnread = sql`exists (select 1 from ${brokenGlass} where ${unread})`
  await write(
    did,
    async (db) => [
      db.update(unusual).set({ seenAt: read.readAt, seenBy: by }).where(and(said, isUnread)),
      db.update(brokenGlass).set(read).where(unread),
    ],
    { onlyIf: ifChanged },
  )
}
