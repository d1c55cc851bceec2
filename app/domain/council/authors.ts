/** Who wrote a version: whoever presses Finish is not alone. */
import { sql } from 'drizzle-orm'

/**
 * The ids of everybody who wrote in a row of `versions` since the one published before it, as JSON: who finished
 * it or one it was begun from, and who changed anything in their drafts; and the same of a version that one of these
 * was made of anew. For a column of a statement over `versions`.
 */
export const authorsAsJson = () => sql<string>`json_array(
  json((with recursive ${written} select json_group_array(distinct v.made_by) from versions v where v.id in (select id from w))),
  json((with recursive ${written} select json_group_array(distinct c."by") from drafts d join draft_changes c on c.draft_id = d.id
    where d.family_id = versions.family_id and d.became in (select id from w))))`

const since = (of: string) => `v.family_id = ${of}.family_id and v.number <= ${of}.number and v.number > coalesce(
  (select max(p.number) from versions p where p.family_id = ${of}.family_id and p.number < ${of}.number
    and p.published_at is not null), 0)`

/** The versions whose writers count. */
const written = sql.raw(`w(id) as (select v.id from versions v where ${since('versions')}
  union select v.id from w join versions made on made.id = w.id join versions old on old.id = made.restored_from
    join versions v on ${since('old')})`)

/** As read from that column. */
export const authorsIn = (json: string): string[] => [...new Set((JSON.parse(json) as string[][]).flat())]
