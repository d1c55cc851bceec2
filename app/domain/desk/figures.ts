import { sql } from 'drizzle-orm'
import type { World } from '#app/domain/world'
import { council } from '#db/schema'

/** How the portal fares, in numbers that tell nobody's. Ages are in seconds, 0 when nothing waits. */
export type Figures = {
  /** Of the texts of the last day, 10,000 at the most. */
  texts: Record<'waiting' | 'unknown' | 'sent' | 'delivered' | 'failed' | 'cancelled', number>
  /** How long the text has been due that is longest. */
  queueAge: number
  unreadWorries: number
  oldestWorryAge: number
  /** When the last copy was made, in seconds since 1970; null before the first. */
  lastBackup: number | null
}

const AT_MOST = 10_000

/** One statement, which never walks a whole table: it is asked for every few seconds, for ever. */
export async function figuresNow({ db, now }: World): Promise<Figures> {
  const at = now().toISOString()
  const since = new Date(now().getTime() - 24 * 60 * 60_000).toISOString()
  const age = (moment: ReturnType<typeof sql>) => sql`max(0, round((julianday(${at}) - julianday(${moment})) * 86400))`
  const state = sql`case when failed_at is not null then 'failed' when delivered_at is not null then 'delivered'
    when sent_at is not null then 'sent' when cancelled_at is not null then 'cancelled'
    when unknown_at is not null then 'unknown' else 'waiting' end`
  const waits = sql`sent_at is null and cancelled_at is null and failed_at is null and called_at is null`
  const [row] = await db.read
    .select({
      all: sql<string>`json_object(
      'texts', (select json_group_object(state, many) from (select ${state} as state, count(*) as many
        from (select * from texts order by rowid desc limit ${AT_MOST}) where queued_at >= ${since} group by 1)),
      'queueAge', (select coalesce(${age(sql`min(not_before)`)}, 0) from texts where ${waits} and not_before <= ${at}),
      'unreadWorries', (select count(*) from unread where "first" = 1),
      'oldestWorryAge', (select coalesce(${age(sql`min(saved_at)`)}, 0) from unread where "first" = 1),
      'lastBackup', (select unixepoch(at) from audit where chain = 'council' and did = 'backup.made' order by seq desc limit 1))`,
    })
    .from(council)
  const found: Omit<Figures, 'texts'> & { texts: Partial<Figures['texts']> } = JSON.parse(row?.all ?? '{}')
  const none = { waiting: 0, unknown: 0, sent: 0, delivered: 0, failed: 0, cancelled: 0 }
  return { ...found, texts: { ...none, ...found.texts } }
}
