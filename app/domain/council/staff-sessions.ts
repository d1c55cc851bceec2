import { and, eq, gt, isNull, lt, or } from 'drizzle-orm'
import { hashOf, newToken } from '#app/domain/tokens'
import { ifChanged, writeAudited } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import type { Drizzle, Statement } from '#db/client.server'
import { staff, staffSessions } from '#db/schema'

/** However busy somebody is, they sign in again after so many hours; and after so many minutes in which they did nothing. */
const HOURS = 12
const IDLE_MINUTES = 30
/** That somebody is there is written down no oftener than this, in milliseconds. */
const NOTED_MS = 60_000

export type StaffSession = {
  kind: 'staff'
  idHash: string
  /** How many forms it has sent: part of the next form's ticket. */
  sent: number
  staffId: string
  name: string
  role: Role
  /** When they were last noted to be there: ISO, UTC. */
  seenAt: string
}
export type Role = (typeof staff.$inferSelect)['role']

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
  await writeAudited(world, { who: `staff:${staffId}`, did: 'staff.signed-in' }, (db) => [
    db.insert(staffSessions).values(newStaffSession(world, value, staffId)),
  ])
  return value
}

/** A session that begins now, known by the hash of its cookie. */
export function newStaffSession(
  world: World,
  value: string,
  staffId: string,
  providerSid?: string,
): typeof staffSessions.$inferInsert {
  const now = world.now()
  const at = now.toISOString()
  const endsAt = new Date(now.getTime() + HOURS * 60 * 60_000).toISOString()
  return { idHash: hashOf(value), staffId, madeAt: at, seenAt: at, endsAt, providerSid }
}

/** The member of staff behind a cookie at this moment; null when the session is over or they have left. */
export const staffSessionOf = (world: World, value: string): Promise<StaffSession | null> =>
  staffSessionAt(world, hashOf(value))

/** The same by the hash of the cookie. */
export async function staffSessionAt(world: World, hash: string): Promise<StaffSession | null> {
  const { idHash, sent, seenAt } = staffSessions
  const from = (minutes: number) => new Date(world.now().getTime() + minutes * 60_000).toISOString()
  const [found] = await world.db.read
    .select({ idHash, sent, seenAt, staffId: staff.id, name: staff.name, role: staff.role })
    .from(staffSessions)
    .innerJoin(staff, eq(staff.id, staffSessions.staffId))
    .where(
      and(
        eq(idHash, hash),
        isNull(staffSessions.endedAt),
        gt(staffSessions.endsAt, world.now().toISOString()),
        gt(seenAt, from(-IDLE_MINUTES)),
        // Later than that the clock was set back, and nobody knows for how long they did nothing.
        lt(seenAt, from(IDLE_MINUTES)),
        worksHere(world),
      ),
    )
  return found ? { kind: 'staff', ...found } : null
}

/** Whether there is, or was until a while ago, somebody behind a cookie. */
export const wasStaffSession = async (world: World, value: string): Promise<boolean> =>
  (await world.db.read.$count(staffSessions, eq(staffSessions.idHash, hashOf(value)))) > 0

/**
 * For the write of a page they look at: that they are there, when that was not noted for a minute. It rides along with
 * what is written anyway, so that it makes no page two writes.
 */
export function stillThere(world: World, db: Drizzle, { idHash, seenAt }: StaffSession): Statement[] {
  if (!isToBeNoted(world, { seenAt })) return []
  return [db.update(staffSessions).set({ seenAt: world.now().toISOString() }).where(eq(staffSessions.idHash, idHash))]
}

/** Whether it is so long ago that they were noted to be there. */
export const isToBeNoted = (world: World, { seenAt }: Pick<StaffSession, 'seenAt'>): boolean =>
  world.now().getTime() - Date.parse(seenAt) >= NOTED_MS

/** Notes by itself that they are there, for a page that writes nothing. */
export async function noteStillThere(world: World, session: StaffSession): Promise<void> {
  await world.db.write((db) => stillThere(world, db, session))
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
