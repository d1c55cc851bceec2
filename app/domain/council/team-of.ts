import { and, eq, isNull, ne, or, sql } from 'drizzle-orm'
import type { World } from '#app/domain/world'
import { assignments, staff } from '#db/schema'
import { namedIn } from './restricting'
import type { Team } from './turns'
import { inForceNow } from './working-with'

/** Who works with a family at this moment, and everybody in the team of its worker who may see a family; by name. Of a restricted family, those of them who are named. */
export async function teamOf(world: World, familyId: string): Promise<Team> {
  const here = or(isNull(staff.leftAt), sql`${staff.leftAt} > ${world.now().toISOString()}`)
  const [all, holding, only] = await Promise.all([
    world.db.read
      .select({ id: staff.id, name: staff.name, role: staff.role, teamId: staff.teamId })
      .from(staff)
      .where(and(here, ne(staff.role, 'administrator')))
      .orderBy(staff.name),
    world.db.read
      .select({ id: assignments.staffId, as: assignments.as })
      .from(assignments)
      .where(and(eq(assignments.familyId, familyId), inForceNow(world))),
    namedIn(world, familyId),
  ])
  const everyone = only.length > 0 ? all.filter(({ id }) => only.includes(id)) : all
  const holds = (id: string, ...as: string[]) => holding.some((one) => one.id === id && as.includes(one.as))
  const teams = everyone.flatMap(({ id, teamId }) => (teamId && holds(id, 'worker', 'covering') ? [teamId] : []))
  const named = ({ id, name }: (typeof everyone)[number]) => ({ id, name })
  return {
    workers: everyone.filter(({ id }) => holds(id, 'worker', 'covering')).map(named),
    managers: everyone
      .filter(({ id, role }) => role === 'manager' && holds(id, 'manager') && !holds(id, 'worker', 'covering'))
      .map(named),
    colleagues: everyone.filter(({ teamId }) => teamId && teams.includes(teamId)).map(named),
  }
}
