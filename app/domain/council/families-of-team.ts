import { and, eq, isNull, sql } from 'drizzle-orm'
import type { World } from '#app/domain/world'
import { assignments, restrictedTo, staff } from '#db/schema'
import { type Absence, absencesOf } from './cover'
import type { FamilyOfStaff } from './families'
import { inForceNow } from './working-with'

/** A family of a manager's, with who has it. */
export type FamilyOfTeam = {
  id: string
  name: string
  reference: string
  /** Nobody, when nobody is its worker. */
  worker?: { id: string; name: string; left: boolean }
  /** The worker is away, to this moment (ISO, UTC). */
  away?: string
  cover?: string
  restricted: boolean
}

/** The families somebody manages: those that have nobody first, then those whose worker is away. */
export async function familiesOfTeam(world: World, all: FamilyOfStaff[]): Promise<FamilyOfTeam[]> {
  const held = all.filter(({ as }) => as === 'manager')
  const now = world.now().toISOString()
  const ids = JSON.stringify(held.map(({ familyId }) => familyId))
  const among = sql`in (select value from json_each(${ids}))`
  const [holding, restricted] = await Promise.all([
    world.db.read
      .select({
        ...{ familyId: assignments.familyId, as: assignments.as, id: staff.id, name: staff.name },
        left: sql<number>`coalesce(${staff.leftAt} <= ${now}, 0)`,
      })
      .from(assignments)
      .innerJoin(staff, eq(staff.id, assignments.staffId))
      .where(and(sql`${assignments.familyId} ${among}`, inForceNow(world))),
    world.db.read
      .selectDistinct({ familyId: restrictedTo.familyId })
      .from(restrictedTo)
      .where(and(sql`${restrictedTo.familyId} ${among}`, isNull(restrictedTo.until))),
  ])
  const workers = holding.filter(({ as }) => as === 'worker')
  const away = workers.length > 0 ? await absencesOf(world, [...new Set(workers.map(({ id }) => id))]) : []
  const isNow = ({ from, staffId }: Absence, id: string) => staffId === id && from <= now
  return held
    .map(({ familyId, publicId, familyName, reference }) => {
      const of = (as: string) =>
        holding.findLast((one) => one.familyId === familyId && one.as === as && (as === 'worker' || !one.left))
      const worker = of('worker')
      const absence = worker && away.find((one) => isNow(one, worker.id))
      const cover = of('covering')
      return {
        ...{ id: publicId, name: familyName, reference },
        ...(worker && { worker: { id: worker.id, name: worker.name, left: worker.left === 1 } }),
        ...(absence && { away: absence.until }),
        ...(cover && { cover: cover.name }),
        restricted: restricted.some((one) => one.familyId === familyId),
      }
    })
    .sort((a, b) => needOf(b) - needOf(a))
}

/** How much a family needs somebody: 2, nobody has it; 1, its worker is away. */
export const needOf = ({ worker, away }: FamilyOfTeam): number => (!worker || worker.left ? 2 : away ? 1 : 0)
