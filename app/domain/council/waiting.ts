import { type Placeholder, type SQL, sql } from 'drizzle-orm'

/** For a query on `unread`: this member of staff has not read it, though somebody else of the family's may have. */
export const waitsFor = (staffId: string | Placeholder): SQL =>
  sql`not exists (select 1 from seen where family_id = unread.family_id and said_id = unread.said_id and "by" = ${staffId})`

/** For a query on `families`: so many entries of the family wait for this member of staff. */
export const waitingFor = (staffId: string): SQL<number> =>
  sql<number>`(select count(*) from unread where family_id = families.id and ${waitsFor(staffId)})`
