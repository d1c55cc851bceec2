import { sql } from 'drizzle-orm'
import type { World } from '#app/domain/world'
import { versions } from '#db/schema'

/** Who stands behind a published plan, by name, and since when it is shown (ISO, UTC). */
export type Published = { at: string; author: string; endorsedBy: string; checkedBy?: string }

/** The same of a family's newest published plan; undefined while there is none. */
export async function whoPublished({ db }: World, familyId: string): Promise<Published | undefined> {
  const name = (of: string) => sql<string | null>`(select name from staff where id = ${sql.raw(of)})`
  const [found] = await db.read
    .select({
      at: versions.publishedAt,
      author: name('versions.made_by'),
      endorsedBy: name('versions.endorsed_by'),
      checkedBy: name('versions.second_checked_by'),
    })
    .from(versions)
    .where(sql`${versions.familyId} = ${familyId} and ${versions.publishedAt} is not null`)
    .orderBy(sql`${versions.number} desc`)
    .limit(1)
  if (!found?.at) return undefined
  const { at, author, endorsedBy, checkedBy } = found
  return { at, author: author ?? '', endorsedBy: endorsedBy ?? '', ...(checkedBy && { checkedBy }) }
}
