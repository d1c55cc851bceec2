import { and, eq, gt, isNull, or } from 'drizzle-orm'
import { hashOf, newToken } from '#app/domain/tokens'
import { ifChanged, writeAudited } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import { staff, staffSessions } from '#db/schema'

const HOURS = 8

export type StaffSession = {
  kind: 'staff'
  idHash: string
  /** How many forms it has sent: part of the next form's ticket. */
  sent: number
  staffId: string
  name: string
  role: 'worker' | 'manager' | 'administrator'
}

/** The demo's staff as buttons: whoever works here now. Empty in live use, where staff sign in through the council. */
export async function demoStaff(world: World): Promise<Pick<StaffSession, 'staffId' | 'name' | 'role'>[]> {
  if (world.settings.mode !== 'demo') return []
  return world.db.read
    .select({ staffId: staff.id, name: staff.name, role: staff.role })
    .from(staff)
    .where(worksHere(world))
}

/** Signs a member of staff in by a press of a button, in the demo alone. Gives the cookie value, or null. */
export async function signInDemo(world: World, staffId: string): Promise<string | null> {
  if (!(await demoStaff(world)).some((member) => member.staffId === staffId)) return null
  const value = newToken(world)
  const now = world.now()
  const endsAt = new Date(now.getTime() + HOURS * 60 * 60_000).toISOString()
  const at = now.toISOString()
  await writeAudited(world, { who: `staff:${staffId}`, did: 'staff.signed-in' }, (db) => [
    db.insert(staffSessions).values({ idHash: hashOf(value), staffId, madeAt: at, seenAt: at, endsAt }),
  ])
  return value
}

/** The member of staff behind a cookie at this moment; null when the session is over or they have left. */
export const staffSessionOf = (world: World, value: string): Promise<StaffSession | null> =>
  staffSessionAt(world, hashOf(value))

/** The same by the hash of the cookie. */
export async function staffSessionAt(world: World, hash: string): Promise<StaffSession | null> {
  const { idHash, sent } = staffSessions
  const [found] = await world.db.read
    .select({ idHash, sent, staffId: staff.id, name: staff.name, role: staff.role })
    .from(staffSessions)
    .innerJoin(staff, eq(staff.id, staffSessions.staffId))
    .where(
      and(
        eq(idHash, hash),
        isNull(staffSessions.endedAt),
        gt(staffSessions.endsAt, world.now().toISOString()),
        worksHere(world),
      ),
    )
  return found ? { kind: 'staff', ...found } : null
}

/** Signs a member of staff out of this browser. */
export async function endStaffSession(world: World, { idHash, staffId }: StaffSession): Promise<void> {
  const at = world.now().toISOString()
  await writeAudited(
    world,
    { who: `staff:${staffId}`, did: 'staff.signed-out' },
    (db) => [
      db
        .update(staffSessions)
        .set({ endedAt: at })
        .where(and(eq(staffSessions.idHash, idHash), isNull(staffSessions.endedAt))),
    ],
    { onlyIf: ifChanged },
  )
}

const worksHere = (world: World) => or(isNull(staff.leftAt), gt(staff.leftAt, world.now().toISOString()))
