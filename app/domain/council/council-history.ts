/** What was set of the council, by whom, and what it was before: nothing that families are shown changes without a trace. */
import { desc, eq } from 'drizzle-orm'
import type { World } from '#app/domain/world'
import type { Drizzle, Statement } from '#db/client.server'
import { councilChanges, staff } from '#db/schema'
import type { Council } from './council'
import type { OpeningHours } from './opening-hours'

/** The rows for what is set now: one for each setting that is another now. `by`: null is the operator. */
export function historyOf(
  world: World,
  db: Drizzle,
  by: string | null,
  was: Partial<Council>,
  becomes: Partial<Council>,
): Statement[] {
  const at = world.now().toISOString()
  const other = Object.entries(becomes).flatMap(([what, value]) => {
    const before = was[what as keyof Council] ?? null
    return JSON.stringify(before) === JSON.stringify(value) ? [] : [{ at, by, what, was: before, becomes: value }]
  })
  return other.length > 0 ? [db.insert(councilChanges).values(other)] : []
}

/** `by`: a name; undefined: the operator. `was` and `becomes` as one reads them; "" is nothing. */
export type CouncilChange = { at: string; by?: string; what: keyof Council; was: string; becomes: string }

/** The last of them, newest first. */
export async function councilHistory(world: World, most = 20): Promise<CouncilChange[]> {
  const rows = await world.db.read
    .select({ change: councilChanges, by: staff.name })
    .from(councilChanges)
    .leftJoin(staff, eq(staff.id, councilChanges.by))
    .orderBy(desc(councilChanges.id))
    .limit(most)
  return rows.map(({ change: { at, what, was, becomes }, by }) => ({
    ...{ at, what: what as keyof Council, was: asRead(was), becomes: asRead(becomes) },
    ...(by !== null && { by }),
  }))
}

/** Hours as they are typed. */
export const hoursAsTyped = (hours: OpeningHours): string =>
  hours.map(({ day, from, to }) => `${day} ${from}-${to}`).join(', ')

function asRead(value: unknown): string {
  if (Array.isArray(value))
    return value
      .map((one) =>
        typeof one === 'string' ? one : 'word' in one ? `${one.word} = ${one.plain}` : hoursAsTyped([one]),
      )
      .join(', ')
  if (value && typeof value === 'object') return Object.values(value).join(', ')
  return typeof value === 'string' ? value : ''
}
