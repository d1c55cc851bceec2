import { eq, sql } from 'drizzle-orm'
import { documentsOf } from '#app/domain/access/documents'
import type { Id } from '#app/domain/plan/case-file'
import { type Difference, differences, isReordered } from '#app/domain/plan/differences'
import type { World } from '#app/domain/world'
import { staff, versions } from '#db/schema'

type Act = { kind: 'asked' | 'endorsed' | 'second-checked' | 'sent-back'; by: string; at: string }

/** One version of a family's plan: who made it and when, whose hands it went through, and since when it is shown. */
export type VersionLine = {
  versionId: string
  number: number
  madeAt: string
  by: string
  acts: Act[]
  publishedAt?: string
  /** Of who published it without hands of its own: it came in so. */
  endorsedBy?: string
  checkedBy?: string
}

/** Every version there ever was, newest first. The caller has made sure that the member of staff works with the family. */
export async function versionsOf({ db }: World, familyId: string): Promise<VersionLine[]> {
  const name = (of: string) => sql<string | null>`(select name from staff where id = ${sql.raw(of)})`
  const rows = await db.read
    .select({
      versionId: versions.id,
      number: versions.number,
      madeAt: versions.madeAt,
      by: name('versions.made_by'),
      publishedAt: versions.publishedAt,
      endorsedBy: name('versions.endorsed_by'),
      checkedBy: name('versions.second_checked_by'),
      acts: sql<string>`(select json_group_array(json(act)) from (
        select json_object('kind', h.kind, 'at', h.at, 'by', s.name) as act
        from hands h join staff s on s.id = h."by" where h.version_id = versions.id order by h.id))`,
    })
    .from(versions)
    .where(eq(versions.familyId, familyId))
    .orderBy(sql`${versions.number} desc`)
  return rows.map(({ by, acts, publishedAt, endorsedBy, checkedBy, ...row }) => ({
    ...row,
    by: by ?? '',
    acts: JSON.parse(acts) as Act[],
    ...(publishedAt && { publishedAt }),
    ...(endorsedBy && { endorsedBy }),
    ...(checkedBy && { checkedBy }),
  }))
}

export type Compared = { older: VersionLine; newer: VersionLine; differences: Difference[]; reordered: boolean }

/** Two versions of a family held together by their numbers, the older first; undefined when it has not got both. */
export async function compared(
  world: World,
  familyId: string,
  [one, other]: [number, number],
): Promise<Compared | undefined> {
  const all = await versionsOf(world, familyId)
  const lineOf = (number: number) => all.find((line) => line.number === number)
  const [older, newer] = [lineOf(Math.min(one, other)), lineOf(Math.max(one, other))]
  if (!older || !newer || older === newer) return undefined
  const documents = await documentsOf(world, [older.versionId, newer.versionId])
  const [was, is] = [documents.get(older.versionId), documents.get(newer.versionId)]
  if (!was || !is) return undefined
  const everyone = await world.db.read.select({ id: staff.id, name: staff.name }).from(staff)
  const named = new Map<Id, string>(everyone.map(({ id, name }) => [id, name]))
  return {
    ...{ older, newer, differences: differences(was.file, is.file, named) },
    reordered: isReordered(was.file, is.file),
  }
}

/** What a family's draft changes in what it reads now; undefined while nothing is published, or nothing waits. */
export async function changesOfDraft(world: World, familyId: string): Promise<Compared | undefined> {
  const [newest, ...older] = await versionsOf(world, familyId)
  const shown = older.find(({ publishedAt }) => publishedAt)
  if (!newest || newest.publishedAt || !shown) return undefined
  return compared(world, familyId, [shown.number, newest.number])
}
