/**
 * Families that need somebody: nobody who works here manages them; of a restricted one, nobody who is named works here.
 * They are known by their reference alone until somebody has them. Who leads the team of their last worker takes them; where
 * nobody does, or it is restricted, an administrator says who has it: nobody opens a restricted family to themselves.
 */
import { sql } from 'drizzle-orm'
import { plainlyInSeveral } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { assignments, families, restrictedTo } from '#db/schema'
import { colleagues } from './colleagues'

/** `id`: public. */
export type NobodysFamily = { id: string; reference: string; restricted: boolean }
type Row = NobodysFamily & { familyId: string; leadId?: string }
type Asks = { staffId: string; role: string }

/** What this member of staff is to know of them: a lead, of the families of their team; an administrator, of those that no lead takes. */
export async function nobodysFor(world: World, who: Asks): Promise<(NobodysFamily & { takes: boolean })[]> {
  const rows = await nobodys(world)
  return rows
    .filter((row) => isFor(who, row) || row.leadId === who.staffId)
    .map((row) => ({ id: row.id, reference: row.reference, restricted: row.restricted, takes: isFor(who, row) }))
}

/** Whether it is theirs to say who has it. */
const isFor = ({ staffId, role }: Asks, { restricted, leadId }: Row) =>
  role === 'administrator' ? restricted || !leadId : !restricted && leadId === staffId

/** From now on `to` manages it, and of a restricted family is named. A lead gives it to nobody but themselves. */
export async function giveNobodys(
  world: World,
  by: Asks,
  { family, to }: { family: string; to: string },
  write = plainlyInSeveral(world),
): Promise<{ refused: 'nobody' } | { managed: string }> {
  const [rows, all] = await Promise.all([nobodys(world), colleagues(world)])
  const row = rows.find(({ id }) => id === family)
  const isManager = all.some(({ id, role }) => id === to && role === 'manager')
  if (!row || !isFor(by, row) || !isManager || (by.role !== 'administrator' && to !== by.staffId))
    return { refused: 'nobody' }
  const { familyId, restricted } = row
  const from = world.now().toISOString()
  await write({ who: `staff:${by.staffId}`, familyId, did: 'manager.set', about: to }, async (db) => [
    db.insert(assignments).values({ familyId, staffId: to, as: 'manager', from }),
    ...(restricted ? [db.insert(restrictedTo).values({ familyId, staffId: to, by: by.staffId, from })] : []),
  ])
  return { managed: to }
}

async function nobodys(world: World): Promise<Row[]> {
  const now = world.now().toISOString()
  const isHere = (who: string) => sql`(${sql.raw(who)}.left_at is null or ${sql.raw(who)}.left_at > ${now})`
  const named = sql`select r.staff_id from restricted_to r where r.family_id = families.id and r.until is null`
  const rows = await world.db.read
    .select({
      ...{ familyId: families.id, id: families.publicId, reference: families.reference },
      restricted: sql<number>`exists (${named})`,
      leadId: sql<string | null>`(select l.id from assignments a join staff w on w.id = a.staff_id
        join teams t on t.id = w.team_id join staff l on l.id = t.lead_id
        where a.family_id = families.id and a."as" = 'worker' and l.role = 'manager' and ${isHere('l')}
        order by a."from" desc limit 1)`,
    })
    .from(families)
    .where(
      sql`not exists (select 1 from assignments a join staff s on s.id = a.staff_id
        where a.family_id = families.id and a."from" <= ${now} and (a.until is null or a.until > ${now})
          and ${isHere('s')} and s.role <> 'administrator'
          and case when exists (${named}) then a.staff_id in (${named}) and a."as" <> 'glass' else a."as" = 'manager' end)`,
    )
    .orderBy(families.reference)
  return rows.map(({ leadId, restricted, ...row }) => ({
    ...row,
    restricted: restricted === 1,
    ...(leadId && { leadId }),
  }))
}
