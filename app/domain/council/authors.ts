/** Who wrote a version: whoever presses Finish is not alone. */
import { sql } from 'drizzle-orm'

/**
 * The ids of everybody who wrote in a row of `versions` since the one published before it, as JSON: who finished
 * it or one it was begun from, and who changed anything in their drafts. For a column of a statement over `versions`.
 */
export const authorsAsJson = () => sql<string>`json_array(
  json((select json_group_array(distinct v.made_by) from versions v where ${isSince})),
  json((select json_group_array(distinct c."by") from versions v join drafts d on d.family_id = v.family_id and d.became = v.id
    join draft_changes c on c.draft_id = d.id where ${isSince})))`

const isSince = sql.raw(`v.family_id = versions.family_id and v.number <= versions.number and v.number > coalesce(
  (select max(p.number) from versions p where p.family_id = versions.family_id and p.number < versions.number
    and p.published_at is not null), 0)`)

/** As read from that column. */
export const authorsIn = (json: string): string[] => [...new Set((JSON.parse(json) as string[][]).flat())]
