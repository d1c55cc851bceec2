/** The plan of a family that nobody has shown yet, and what was done so far to get it shown. */
import { sql } from 'drizzle-orm'
import type { World } from '#app/domain/world'
import { prepared } from '#db/prepared'
import { families, staff, versions } from '#db/schema'
import { authorsAsJson, authorsIn } from './authors'

export type Named = { id: string; name: string }
/** `here`: they have not left. */
type Member = Named & { role: 'worker' | 'manager' | 'administrator'; here: boolean }

/** One act on a draft, by whom and when (ISO, UTC). */
export type Hand = {
  kind: 'asked' | 'endorsed' | 'second-checked' | 'sent-back'
  by: Member
  at: string
  /** Whom the asker named for the second check. */
  checker?: Member
  /** Why it was sent back. */
  words?: string
}

/** A family's newest version while it is not published. */
export type Draft = {
  familyId: string
  publicId: string
  reference: string
  familyName: string
  versionId: string
  madeAt: string
  /** Who finished it. */
  author: Named
  /** The ids of all who wrote in it since the last published version: none of them may endorse, check or overrule. */
  authors: string[]
  domesticAbuse: boolean
  /** First to last. */
  hands: Hand[]
}

/** The drafts of these families, and those this member of staff was ever named for, in one statement. */
export async function draftsOf(
  world: World,
  { familyIds = [], namedTo = '' }: { familyIds?: string[]; namedTo?: string },
): Promise<Draft[]> {
  const now = world.now().toISOString()
  const rows = await query(world.db).all({ ids: JSON.stringify(familyIds), namedTo, now })
  return rows.map(({ hands, authorName, authors, madeBy, domesticAbuse, ...row }) => ({
    ...row,
    author: { id: madeBy, name: authorName },
    authors: authorsIn(authors),
    domesticAbuse: domesticAbuse === 1,
    hands: (JSON.parse(hands) as Written[]).map(({ checker, words, ...hand }) => ({
      ...{ ...hand, by: memberIn(hand.by) },
      ...(checker && { checker: memberIn(checker) }),
      ...(words && { words }),
    })),
  }))
}

/** The draft of one family; undefined when its newest version is published. */
export async function draftOf(world: World, familyId: string): Promise<Draft | undefined> {
  return (await draftsOf(world, { familyIds: [familyId] }))[0]
}

/** As SQLite writes yes and no. */
type WrittenMember = Omit<Member, 'here'> & { here: number }
type Written = Omit<Hand, 'by' | 'checker'> & { by: WrittenMember; checker: WrittenMember | null }

const memberIn = (written: WrittenMember): Member => ({ ...written, here: written.here === 1 })

const query = prepared((read) => {
  const now = sql.placeholder('now')
  const member = (of: string) => sql`json_object('id', ${sql.raw(of)}.id, 'name', ${sql.raw(of)}.name,
    'role', ${sql.raw(of)}.role, 'here', ${sql.raw(of)}.left_at is null or ${sql.raw(of)}.left_at > ${now})`
  return read
    .select({
      familyId: families.id,
      publicId: families.publicId,
      reference: families.reference,
      familyName: sql<string>`json_extract(${versions.document}, '$.familyName')`,
      versionId: sql<string>`${versions.id}`.as('version_id'),
      madeAt: versions.madeAt,
      madeBy: versions.madeBy,
      authorName: sql<string>`${staff.name}`.as('author_name'),
      authors: authorsAsJson().as('authors'),
      domesticAbuse: sql<number>`coalesce(json_extract(${versions.document}, '$.domesticAbuse'), 0)`,
      hands: sql<string>`(select json_group_array(json(hand)) from (select json_object('kind', h.kind, 'at', h.at, 'words', h.words, 'by', ${member('s')},
        'checker', case when c.id is not null then ${member('c')} end) as hand
        from hands h join staff s on s.id = h."by" left join staff c on c.id = h.second_check_by
        where h.version_id = ${versions.id} order by h.id))`,
    })
    .from(versions)
    .innerJoin(families, sql`${families.id} = ${versions.familyId}`)
    .innerJoin(staff, sql`${staff.id} = ${versions.madeBy}`)
    .where(
      sql`${versions.id} in (
          select v.id from versions v where v.family_id in (select value from json_each(${sql.placeholder('ids')}))
          union select h.version_id from hands h where h.second_check_by = ${sql.placeholder('namedTo')} and (
            not exists (select 1 from restricted_to r where r.family_id = h.family_id and r.until is null)
            or exists (select 1 from restricted_to r where r.family_id = h.family_id and r.until is null and r.staff_id = h.second_check_by)))
        and ${versions.publishedAt} is null
        and not exists (select 1 from versions later where later.family_id = ${versions.familyId} and later.number > ${versions.number})`,
    )
    .prepare()
})
