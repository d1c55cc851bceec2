import { type Placeholder, type SQL, sql } from 'drizzle-orm'

/**
 * For a query on `unread`: this member of staff has not read it, though somebody else of the family's may have; or it
 * asks for a call that was not made yet.
 */
export const waitsFor = (staffId: string | Placeholder): SQL =>
  sql`(unread.call = 1 or not exists (select 1 from seen where family_id = unread.family_id and said_id = unread.said_id and "by" = ${staffId}))`

/**
 * For a query on `families` and `assignments`: so many entries of the family wait for this member of staff. What its
 * worker or whoever covers has read waits for nobody; a manager's own reading is taken off, as is that of who broke the glass.
 */
export const waitingFor = (staffId: string): SQL<number> =>
  sql<number>`families.unread - case when assignments."as" in ('worker', 'covering') then 0 else (
    select count(*) from unread u where u.family_id = families.id and u.call = 0 and exists (
      select 1 from seen s where s.family_id = u.family_id and s.said_id = u.said_id and s."by" = ${staffId})) end`
