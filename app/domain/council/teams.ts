/** Who works here, in which team, and who leads it: an administrator's. No family stands in anything here. */
import { and, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import { newToken } from '#app/domain/tokens'
import { plainlyInSeveral } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { absences, assignments, staff, teams } from '#db/schema'
import { hasHiddenSigns } from './hidden-signs'

/** One of all who ever worked here. `awayUntil`: ISO, UTC. */
export type StaffLine = {
  id: string
  name: string
  role: 'worker' | 'manager' | 'administrator'
  teamId?: string
  leftAt?: string
  awayUntil?: string
}
export type TeamLine = { id: string; name: string; leadId?: string; people: number }

/** Everybody, who is here first, by name. */
export async function everybody(world: World): Promise<StaffLine[]> {
  const now = world.now().toISOString()
  const rows = await world.db.read
    .select({
      ...{ id: staff.id, name: staff.name, role: staff.role, teamId: staff.teamId, leftAt: staff.leftAt },
      awayUntil: sql<string | null>`(select max(${absences.until}) from ${absences}
        where ${absences.staffId} = staff.id and ${absences.from} <= ${now} and ${absences.until} > ${now})`,
    })
    .from(staff)
    .orderBy(sql`${staff.leftAt} is not null`, staff.name)
  return rows.map(({ teamId, leftAt, awayUntil, ...row }) => ({
    ...row,
    ...(teamId && { teamId }),
    ...(leftAt && { leftAt }),
    ...(awayUntil && { awayUntil }),
  }))
}

/** Every team, by name. */
export async function allTeams(world: World): Promise<TeamLine[]> {
  const people = sql<number>`(select count(*) from ${staff} where ${staff.teamId} = teams.id and ${staff.leftAt} is null)`
  const rows = await world.db.read
    .select({ id: teams.id, name: teams.name, leadId: teams.leadId, people })
    .from(teams)
    .orderBy(teams.name)
  return rows.map(({ leadId, ...row }) => ({ ...row, ...(leadId && { leadId }) }))
}

/** Adds a team. Refuses a name that is none, or taken. */
export async function addTeam(world: World, by: string, typed: string, write = plainlyInSeveral(world)) {
  const name = typed.trim()
  const same = sql`lower(${teams.name}) = lower(${name})`
  if (!name || name.length > 60 || hasHiddenSigns(name) || (await world.db.read.$count(teams, same)) > 0)
    return { refused: 'name' as const }
  const id = newToken(world)
  await write({ who: `staff:${by}`, did: 'team.added', about: id }, async (db) => [
    db.insert(teams).values({ id, name }),
  ])
  return { id }
}

/**
 * From now on this manager leads the team: the families whose worker is in it, and that who led it manages, go over. Refuses
 * who is no manager here.
 */
export async function setLead(
  world: World,
  by: string,
  of: { teamId: string; leadId: string },
  write = plainlyInSeveral(world),
) {
  const { teamId, leadId } = of
  const [[team], [lead]] = await Promise.all([
    world.db.read.select().from(teams).where(eq(teams.id, teamId)),
    world.db.read
      .select()
      .from(staff)
      .where(and(eq(staff.id, leadId), eq(staff.role, 'manager'), isNull(staff.leftAt))),
  ])
  if (!team || !lead) return { refused: 'lead' as const }
  const at = world.now().toISOString()
  const open = or(isNull(assignments.until), gt(assignments.until, at))
  const ofTeam = await world.db.read
    .selectDistinct({ familyId: assignments.familyId })
    .from(assignments)
    .innerJoin(staff, eq(staff.id, assignments.staffId))
    .where(and(eq(staff.teamId, teamId), eq(assignments.as, 'worker'), open))
  const ids = ofTeam.map(({ familyId }) => familyId)
  const has = await world.db.read
    .select({ familyId: assignments.familyId })
    .from(assignments)
    .where(
      and(eq(assignments.staffId, leadId), eq(assignments.as, 'manager'), open, inArray(assignments.familyId, ids)),
    )
  const gets = ids.filter((id) => !has.some(({ familyId }) => familyId === id))
  const who = `staff:${by}` as const
  const dids = ids.map((familyId) => ({ who, familyId, did: 'manager.set', about: leadId }))
  await write([{ who, did: 'team.lead-set', about: teamId }, ...dids], async (db) => [
    db.update(teams).set({ leadId }).where(eq(teams.id, teamId)),
    ...(team.leadId && team.leadId !== leadId
      ? [
          db
            .update(assignments)
            .set({ until: at })
            .where(
              and(
                eq(assignments.staffId, team.leadId),
                eq(assignments.as, 'manager'),
                open,
                inArray(assignments.familyId, ids),
              ),
            ),
        ]
      : []),
    ...(gets.length > 0
      ? [
          db
            .insert(assignments)
            .values(gets.map((familyId) => ({ familyId, staffId: leadId, as: 'manager' as const, from: at }))),
        ]
      : []),
  ])
  return { leadId }
}

/** Another team or role, from the next request on. Refuses what there is not, and the last administrator's own role. */
export async function changeStaff(
  world: World,
  by: string,
  { id, role, teamId }: { id: string; role: string; teamId: string },
  write = plainlyInSeveral(world),
) {
  const known = ['worker', 'manager', 'administrator'] as const
  const becomes = known.find((one) => one === role)
  const [all, some] = await Promise.all([everybody(world), allTeams(world)])
  const one = all.find((line) => line.id === id && !line.leftAt)
  if (!one || !becomes || (teamId && !some.some((team) => team.id === teamId))) return { refused: 'staff' as const }
  if (id === by && becomes !== one.role) return { refused: 'self' as const }
  await write({ who: `staff:${by}`, did: 'staff.changed', about: id }, async (db) => [
    db
      .update(staff)
      .set({ role: becomes, teamId: teamId || null })
      .where(eq(staff.id, id)),
  ])
  return { id }
}
