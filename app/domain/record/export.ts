import { and, asc, desc, eq, isNotNull } from 'drizzle-orm'
import { familyByReference } from '#app/domain/council/families'
import type { CaseFile, Said, SaidEntry } from '#app/domain/plan/case-file'
import { withContactFacts } from '#app/domain/plan/contact-facts'
import { saidSchema } from '#app/domain/plan/document/said'
import { Refusal } from '#app/domain/refusal'
import { writeAudited } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import { people, said, versions } from '#db/schema'

/**
 * One family as a case file: the newest published version (the newest draft when none is), how people are reached
 * today, and everything said since. Recorded in the trail, as done by this member of staff or by the operator.
 * Rejects with `Refusal` when there is no such family.
 */
export async function exportFamily(world: World, reference: string, { by }: { by?: string } = {}): Promise<CaseFile> {
  const { read } = world.db
  const familyId = await familyByReference(world, reference)
  const of = eq(versions.familyId, familyId)
  const newest = desc(versions.number)
  const [published] = await read
    .select()
    .from(versions)
    .where(and(of, isNotNull(versions.publishedAt)))
    .orderBy(newest)
    .limit(1)
  const [draft] = published ? [] : await read.select().from(versions).where(of).orderBy(newest).limit(1)
  const version = published ?? draft
  if (!version) throw new Refusal(`The family “${reference}” has no plan yet.`)
  const facts = await read.select().from(people).where(eq(people.familyId, familyId))
  const spoken = saidOf(await read.select().from(said).where(eq(said.familyId, familyId)).orderBy(asc(said.seq)))
  await writeAudited(
    world,
    { who: by ? `staff:${by}` : 'system', familyId, did: 'exported', about: version.id },
    () => [],
  )
  return { ...withContactFacts(version.document, facts), ...(spoken && { said: spoken }) }
}

/** One list a kind, in the order of the format, and in each what was said first comes first. */
export function saidOf(rows: { kind: keyof Said; entry: SaidEntry }[]): Said | undefined {
  if (rows.length === 0) return undefined
  const lists = saidSchema
    .keyof()
    .options.map((kind) => [kind, rows.filter((row) => row.kind === kind).map(({ entry }) => entry)] as const)
  return Object.fromEntries(lists.filter(([, entries]) => entries.length > 0))
}
