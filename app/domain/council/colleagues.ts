import { and, eq, isNull, ne, or, sql } from 'drizzle-orm'
import type { World } from '#app/domain/world'
import { staff, teams } from '#db/schema'

/** Somebody who may have a family: works here now, and is no administrator. */
export type Colleague = { id: string; name: string; role: 'worker' | 'manager'; teamId: string | null; team?: string }

/** For a query on `staff`: whoever works here at this moment. */
export const isHere = (world: World) => or(isNull(staff.leftAt), sql`${staff.leftAt} > ${world.now().toISOString()}`)

/** Everybody who may have a family, by name, with the name of their team. */
export async function colleagues(world: World): Promise<Colleague[]> {
  const rows = await world.db.read
    .select({ id: staff.id, name: staff.name, role: staff.role, teamId: staff.teamId, team: teams.name })
    .from(staff)
    .leftJoin(teams, eq(teams.id, staff.teamId))
    .where(and(isHere(world), ne(staff.role, 'administrator')))
    .orderBy(staff.name)
  return rows.map(({ team, role, ...row }) => ({ ...row, role: role as Colleague['role'], ...(team && { team }) }))
}
