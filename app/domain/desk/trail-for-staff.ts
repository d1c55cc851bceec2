import { and, desc, eq, gte, lt, lte, sql } from 'drizzle-orm'
import { standingOf } from '#app/domain/access/standing'
import { londonDay } from '#app/domain/london'
import { personCalled } from '#app/domain/plan/called'
import { type Act, actOf } from '#app/domain/trail/acts'
import type { World } from '#app/domain/world'
import { audit, staff as table } from '#db/schema'

/** Somebody in a trail. `id` holds the list to them. No name: the portal itself, or somebody of whom nothing is left. */
export type InTrail = { id: string; name?: string; is: 'person' | 'staff' | 'system' }
/** One act, without content. `about`: whom it was about. */
export type TrailLine = { at: string; who: InTrail; act: Act | 'other'; about?: string; times: number }
export type Trail = {
  lines: TrailLine[]
  /** Everybody who can be chosen. */
  everyone: InTrail[]
  /** Where the page that follows goes on from. */
  earlier?: string
}

const ON_A_PAGE = 50

/**
 * Who looked at or did what in a family, newest first, a page at a time: by one of them (`who`), on one day of London's
 * (`day`), from `before` on. The caller has made sure that it is shown to a manager of the family alone.
 */
export async function trailOf(
  world: World,
  familyId: string,
  { who, day, before }: { who?: string | null; day?: string | null; before?: string | null },
): Promise<Trail> {
  const standing = await standingOf(world, familyId, { orDraft: true })
  const { read } = world.db
  const hadToDo = sql`(select staff_id from assignments where family_id = ${familyId}
    union select "by" from hands where version_id in (select id from versions where family_id = ${familyId})
    union select staff_id from unusual where family_id = ${familyId})`
  const members = await read
    .select({ id: table.id, name: table.name })
    .from(table)
    .where(sql`${table.id} in ${hadToDo}`)
  const publicIds = standing?.publicIds ?? new Map<string, string>()
  const { people = [], children = [] } = standing?.file ?? {}
  const persons = [...people, ...children].flatMap(({ id }): (InTrail & { key: string })[] => {
    const publicId = publicIds.get(id)
    if (!publicId || !standing) return []
    const { name } = personCalled(standing.file, standing.staff, id)
    return [{ key: `person:${id}`, id: publicId, name, is: 'person' }]
  })
  const staff = members.map(({ id, name }) => ({ key: `staff:${id}`, id: `staff.${id}`, name, is: 'staff' as const }))
  const everyone = [...staff, ...persons]
  const chosen = everyone.find(({ id }) => id === who)
  const [from, until] = day ? [startOf(day), startOf(nextDay(day))] : ['', '~']
  const [at = '~', id = '0'] = before?.split('_') ?? []
  const rows = await read
    .select({ id: audit.id, at: audit.at, who: audit.who, did: audit.did, about: audit.about })
    .from(audit)
    .where(
      and(
        ...[eq(audit.familyId, familyId), gte(audit.at, from), lt(audit.at, until), lte(audit.at, at)],
        sql`(${audit.at}, ${audit.id}) < (${at}, ${Number(id) || 0})`,
        chosen && eq(audit.who, chosen.key),
      ),
    )
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(ON_A_PAGE + 1)
  const shown = rows.slice(0, ON_A_PAGE)
  const last = shown.at(-1)
  const named = (key: string): InTrail => {
    const found = everyone.find((one) => one.key === key)
    const is = key.startsWith('staff:') ? 'staff' : key.startsWith('person:') ? 'person' : 'system'
    return found ? { id: found.id, name: found.name, is } : { id: '', is }
  }
  return {
    lines: together(shown.map((row) => ({ ...row, who: named(row.who), about: about(everyone, row) }))),
    everyone: everyone.map(({ key: _, ...one }) => one),
    ...(rows.length > ON_A_PAGE && last && { earlier: `${last.at}_${last.id}` }),
  }
}

/** These are about a member of staff: whoever gets the family. */
const ABOUT_STAFF = ['cover.set', 'cover.ended', 'family.moved', 'manager.set']

function about(everyone: (InTrail & { key: string })[], row: { who: string; did: string; about: string | null }) {
  const key = `${ABOUT_STAFF.includes(row.did) ? 'staff' : 'person'}:${row.about}`
  return row.who === key ? undefined : everyone.find((one) => one.key === key)?.name
}

type Row = { at: string; who: InTrail; did: string; about?: string }

/** What somebody did again and again in one minute is one line. */
function together(rows: Row[]): TrailLine[] {
  const lines: TrailLine[] = []
  for (const { at, who, did, about: whom } of rows) {
    const line = { at, who, act: actOf(did), ...(whom && { about: whom }), times: 1 }
    const last = lines.at(-1)
    const same = last && last.who.id === who.id && last.who.is === who.is && last.act === line.act
    if (same && last.about === line.about && last.at.slice(0, 16) === at.slice(0, 16)) last.times++
    else lines.push(line)
  }
  return lines
}

/** The moment London's day begins, ISO, UTC. */
function startOf(day: string): string {
  const midnight = new Date(`${day}T00:00:00.000Z`)
  const inSummer = new Date(midnight.getTime() - 60 * 60_000)
  return (londonDay(inSummer.toISOString()) === day ? inSummer : midnight).toISOString()
}

const nextDay = (day: string) => new Date(Date.parse(day) + 24 * 60 * 60_000).toISOString().slice(0, 10)
