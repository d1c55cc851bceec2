import { and, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import { plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { assignments, staff, teams } from '#db/schema'
import { colleagues } from './colleagues'
import { absencesOf, covering } from './cover'
import { namedIn } from './restricting'
import { inForceNow } from './working-with'

/**
 * A family gets another worker. One of another team takes it there: who leads that has it from now on, and who managed it
 * has it no longer. Cover goes with the worker. Refuses who may not have it: `nobody`; of a restricted family, who is not named.
 */
export async function moveFamily(
  world: World,
  by: string,
  familyId: string,
  to: string,
  write = plainly(world),
): Promise<{ refused: 'nobody' | 'not-named' } | { moved: string }> {
  const [all, named, holding, away] = await Promise.all([
    colleagues(world),
    namedIn(world, familyId),
    holdersOf(world, familyId),
    absencesOf(world, [to]),
  ])
  const next = all.find(({ id }) => id === to)
  if (!next) return { refused: 'nobody' }
  if (named.length > 0 && !named.includes(to)) return { refused: 'not-named' }
  const before = holding.filter(({ as }) => as === 'worker')
  const managers = holding.filter(({ as }) => as === 'manager').map(({ id }) => id)
  const stays = before.some(({ teamId }) => teamId === next.teamId)
  const lead = stays || named.length > 0 ? undefined : await leadOf(world, next.teamId)
  const isMoved = lead !== undefined && lead !== to && !managers.includes(lead)
  const at = world.now().toISOString()
  const going = isMoved ? (['worker', 'covering', 'manager'] as const) : (['worker', 'covering'] as const)
  await write({ who: `staff:${by}`, familyId, did: 'family.moved', about: to }, async (db) => [
    db
      .update(assignments)
      .set({ until: at })
      .where(
        and(
          eq(assignments.familyId, familyId),
          inArray(assignments.as, [...going]),
          or(isNull(assignments.until), gt(assignments.until, at)),
        ),
      ),
    db
      .insert(assignments)
      .values([
        { familyId, staffId: to, as: 'worker' as const, from: at },
        ...(isMoved ? [{ familyId, staffId: lead, as: 'manager' as const, from: at }] : []),
      ]),
    ...covering(
      db,
      [familyId],
      away.map((one) => ({ ...one, from: one.from > at ? one.from : at })),
    ),
  ])
  return { moved: to }
}

const holdersOf = (world: World, familyId: string) =>
  world.db.read
    .select({ id: assignments.staffId, as: assignments.as, teamId: staff.teamId })
    .from(assignments)
    .innerJoin(staff, eq(staff.id, assignments.staffId))
    .where(and(eq(assignments.familyId, familyId), inForceNow(world)))

async function leadOf(world: World, teamId: string | null): Promise<string | undefined> {
  if (!teamId) return undefined
  const [team] = await world.db.read.select({ lead: teams.leadId }).from(teams).where(eq(teams.id, teamId))
  return team?.lead ?? undefined
}
