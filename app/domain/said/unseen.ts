import { and, desc, eq, sql } from 'drizzle-orm'
import { type Spoken, sayingColumns, spokenIn } from '#app/domain/access/spoken'
import { waitsFor } from '#app/domain/council/waiting'
import type { World } from '#app/domain/world'
import { prepared } from '#db/prepared'
import { publicIds, said, unread } from '#db/schema'

/**
 * What waits to be read (`unread`): an entry until the family's worker or whoever covers has read it, however long
 * that takes. What a manager alone has read still waits for them, and for the manager no more. Left out from the start
 * is what staff wrote themselves or wrote down for someone, and of what came with a family's file all but the
 * check-ins, since a plan is agreed with its answers before it gets here.
 */
export type Waiting = Spoken & { familyId: string; first: boolean }

/** Of what waits, one kind alone: calls asked for, worries, what was done or went well, what was said of the plan. */
export const ONLY = ['calls', 'worries', 'checkIns', 'answers'] as const
export type Only = (typeof ONLY)[number]

/** Where a page of a part goes on from: an entry's public id. */
export type Pages = { first?: string | null; rest?: string | null }

/** Of worries and "please ring me", and of the rest, the newest `limit` that wait for this member of staff in these families. */
export async function newestWaiting(
  world: World,
  staffId: string,
  familyIds: string[],
  {
    before: { first = null, rest = null } = {},
    only = null,
    limit,
  }: { before?: Pages; only?: Only | null; limit: number },
): Promise<Waiting[]> {
  const asked = { staffId, families: JSON.stringify(familyIds), beforeFirst: first, beforeRest: rest, only, limit }
  const rows = await queriesOn(world.db).list.all(asked)
  return rows.map(({ familyId, first, row }) => ({ familyId, first, ...spokenIn(row) }))
}

const queriesOn = prepared((read) => {
  const asked = (name: string) => sql.placeholder(name)
  const isAsked = sql`case ${asked('only')} when 'calls' then call = 1 when 'worries' then "first" = 1 and call = 0
    when 'checkIns' then "first" = 0 and (select kind from said where seq = unread.seq) = 'checkIns'
    when 'answers' then (select kind from said where seq = unread.seq) <> 'checkIns' else 1 end`
  // Of each family so many at the most, off its index, before they are put in order.
  const part = (first: 0 | 1, before: string) => sql`select seq from (
    select u.seq, u.saved_at from json_each(${asked('families')}) f join unread u on u.seq in (
      select seq from unread where family_id = f.value and "first" = ${sql.raw(String(first))}
        and ${waitsFor(sql.placeholder('staffId'))}
        and ${isAsked}
        and (${asked(before)} is null or (saved_at, seq) < (
          select s.saved_at, s.seq from said s join public_ids p on p.family_id = s.family_id and p.item_id = s.id
          where p.public_id = ${asked(before)}))
      order by saved_at desc, seq desc limit ${asked('limit')})
    order by u.saved_at desc, u.seq desc limit ${asked('limit')})`
  return {
    list: read
      .select({ familyId: unread.familyId, first: unread.first, row: sayingColumns })
      .from(unread)
      .innerJoin(said, eq(said.seq, unread.seq))
      .innerJoin(publicIds, and(eq(publicIds.familyId, said.familyId), eq(publicIds.itemId, said.id)))
      .where(sql`${unread.seq} in (${part(1, 'beforeFirst')} union all ${part(0, 'beforeRest')})`)
      .orderBy(desc(said.savedAt), desc(said.seq))
      .prepare(),
  }
})
