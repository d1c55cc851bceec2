/** Shut by mistake: what one press added is taken away again. Beside a published version the only thing that widens. */
import { and, asc, eq, gte, inArray, type SQL, sql } from 'drizzle-orm'
import type { StaffSession } from '#app/domain/council/staff-sessions'
import { type Form, type Sent, sendOnce } from '#app/domain/forms/tickets'
import { ifChanged } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import { narrowings } from '#db/schema'
import { closablesIn, shuteesIn } from './narrowable'
import { saidOf } from './spoken'
import { standingOf } from './standing'

const UNDO_MINUTES = 10

/** What one press shut, and to whom; `at` (ISO, UTC) and `to` (as the form had it) say which press. */
export type RecentlyShut = { at: string; to: string; name: string; what: string; others: number }

/** What this member of staff has shut in a family in the last minutes and can still open again, newest first. */
export async function recentlyShut(world: World, staffId: string, familyId: string): Promise<RecentlyShut[]> {
  const rows = await undoableRows(world, staffId, familyId)
  const family = rows.length > 0 ? await standingOf(world, familyId) : null
  if (!family) return []
  const said = await saidOf(world, { familyId, ids: rows.map(({ itemId }) => itemId) })
  const sayings = said.map(({ saying }) => saying)
  const words = new Map(closablesIn(family, sayings).map((thing) => [thing.caseId, thing.words]))
  const viewers = new Map(shuteesIn(family).map((viewer) => [viewer.caseId, viewer]))
  const pressOf = ({ at, shutTo }: (typeof rows)[number]) => `${at} ${shutTo}`
  const presses = [...new Set(rows.map(pressOf))].map((press) => rows.filter((row) => pressOf(row) === press))
  return presses.toReversed().flatMap(([first, ...others]) => {
    const viewer = first && viewers.get(first.shutTo)
    const what = first && words.get(first.itemId)
    return viewer && what ? [{ at: first.at, to: viewer.id, name: viewer.name, what, others: others.length }] : []
  })
}

/**
 * Takes away what that press added, and nothing that anybody else shut or that was shut before it. Null, and nothing
 * written, when it is too late: after ten minutes, or once a version was published or something was said that others
 * may read, since whoever did that saw who could read it.
 */
export async function undoNarrow(
  world: World,
  sender: StaffSession,
  form: Form,
  { familyId, at, to }: { familyId: string } & Pick<RecentlyShut, 'at' | 'to'>,
): Promise<Sent<unknown> | null> {
  const { staffId } = sender
  const family = await standingOf(world, familyId)
  const viewer = family && shuteesIn(family).find(({ id }) => id === to)
  if (!viewer) return null
  const all = await undoableRows(world, staffId, familyId)
  const rows = all.filter((row) => row.at === at && row.shutTo === viewer.caseId)
  const [first] = rows
  if (!first) return null
  const about = `${first.itemId} ${first.shutTo}`
  const did = { who: `staff:${staffId}`, familyId, did: 'narrowing.undone', about } as const
  const sent = await sendOnce(
    world,
    sender,
    form,
    did,
    (db) => {
      const ids = rows.map(({ id }) => id)
      return [db.delete(narrowings).where(and(inArray(narrowings.id, ids), undoable(world, staffId, familyId)))]
    },
    { onlyIf: ifChanged },
  )
  return sent.state === 'done' && sent.results[0].rowsAffected === 0 ? null : sent
}

const undoableRows = (world: World, staffId: string, familyId: string) =>
  world.db.read
    .select()
    .from(narrowings)
    .where(undoable(world, staffId, familyId))
    .orderBy(asc(narrowings.id))

function undoable(world: World, staffId: string, familyId: string): SQL | undefined {
  const since = new Date(world.now().getTime() - UNDO_MINUTES * 60_000).toISOString()
  return and(
    eq(narrowings.familyId, familyId),
    eq(narrowings.by, staffId),
    gte(narrowings.at, since),
    sql`narrowings.at >= coalesce((select max(published_at) from versions where family_id = ${familyId}), '')`,
    sql`narrowings.at >= coalesce((select max(saved_at) from said where family_id = ${familyId} and saved_at >= ${since}
      and kind in ('answers', 'positions', 'scores', 'approvals', 'agreements', 'checkIns', 'replies')
      and shared_with in ('inner', 'network')), '')`,
  )
}
