import { and, eq } from 'drizzle-orm'
import { loadFamily } from '#app/domain/access/load-family'
import { worksWithNow } from '#app/domain/council/working-with'
import { personCalled } from '#app/domain/plan/called'
import type { Id, SaidEntry, SaidKind } from '#app/domain/plan/case-file'
import type { World } from '#app/domain/world'
import { assignments, families, publicIds, said } from '#db/schema'

/** Something said, as its place in the record: only `entryForStaff` gives one out, and only to who works with the family. */
export type EntryForStaff = {
  familyId: string
  /** The family's public id. */
  family: string
  /** The entry's public id. */
  id: string
  saidId: Id
  kind: SaidKind
  entry: SaidEntry
}

/** What goes by this public id, if the member of staff works with its family now; else null, as if it had never been. */
export async function entryForStaff(world: World, staffId: string, publicId: string): Promise<EntryForStaff | null> {
  const [found] = await world.db.read
    .select({
      familyId: said.familyId,
      family: families.publicId,
      id: publicIds.publicId,
      saidId: said.id,
      kind: said.kind,
      entry: said.entry,
    })
    .from(publicIds)
    .innerJoin(said, and(eq(said.familyId, publicIds.familyId), eq(said.id, publicIds.itemId)))
    .innerJoin(families, eq(families.id, said.familyId))
    .innerJoin(assignments, and(eq(assignments.familyId, said.familyId), worksWithNow(world, staffId)))
    .where(eq(publicIds.publicId, publicId))
    .limit(1)
  return found ?? null
}

/** What somebody said, as a page about it alone shows it. `joined`: they can read an answer in the portal today. */
export type Heard = { id: string; name: string; on: string; words?: string; language?: string; joined: boolean }

/** The entry with its author's name, also while only a draft of the family's plan is there. */
export async function heardBy(world: World, { familyId, id, entry }: EntryForStaff): Promise<Heard> {
  const family = await loadFamily(world, familyId, { orDraft: true })
  if (!family) throw new Error('A family without a plan has said something.')
  const { name } = personCalled(family.document, family.staff, entry.by)
  const { on, words, language } = entry
  return { id, name, on, words, language, joined: family.joined.some(({ personId }) => personId === entry.by) }
}
