import { sql } from 'drizzle-orm'
import type { PersonForStaff } from '#app/domain/people/person-for-staff'
import { isDate } from '#app/domain/plan/dates'
import { ifChanged } from '#app/domain/trail/audit'
import { type AuditedWrite, plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { insertWhere } from '#db/insert-where'
import { told } from '#db/schema'

export const HOW_TOLD = ['face-to-face', 'phone', 'letter'] as const
export type HowTold = (typeof HOW_TOLD)[number]

/** That somebody was told what changed up to a version: by whom of the staff, how, and on what day. */
export type Telling = { versionId: string; by: string; how: HowTold; on: string }

/** What a form says of it, or what is not right, by field. `today` is London's. */
export function tellingFrom(
  { how, on = '', by, version = '' }: Partial<Record<string, string>>,
  { today, staff }: { today: string; staff: string[] },
): Telling | { faults: Record<string, 'how-missing' | 'on-wrong' | 'by-missing'> } {
  const chosen = HOW_TOLD.find((one) => one === how)
  const who = staff.find((one) => one === by)
  const isDay = isDate(on) && on <= today
  if (chosen && who && isDay) return { versionId: version, by: who, how: chosen, on }
  return {
    faults: {
      ...(!chosen && { how: 'how-missing' as const }),
      ...(!isDay && { on: 'on-wrong' as const }),
      ...(!who && { by: 'by-missing' as const }),
    },
  }
}

/** Writes it down, with its audit row. Nothing is written of a version that this family was never shown. */
export async function noteTold(
  world: World,
  { staffId, familyId, personId }: PersonForStaff,
  telling: Telling,
  writeAs: AuditedWrite = plainly(world),
): Promise<void> {
  const at = world.now().toISOString()
  const row = { ...telling, familyId, personId, at, notedBy: staffId }
  const isShown = sql`exists (select 1 from versions where id = ${telling.versionId} and family_id = ${familyId}
    and published_at is not null)`
  await writeAs(
    { who: `staff:${staffId}`, familyId, did: 'change.told', about: personId },
    async (db) => [insertWhere(db, told, row, isShown)],
    { onlyIf: ifChanged },
  )
}
