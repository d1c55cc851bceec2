/** Versions never change: each document is read and parsed once a process, and so are the public ids of what is in it. */
import { sql } from 'drizzle-orm'
import type { FamilyFile, Id } from '#app/domain/plan/case-file'
import { itemIdsIn } from '#app/domain/plan/version'
import type { World } from '#app/domain/world'
import type { Database } from '#db/client.server'
import { prepared } from '#db/prepared'
import { versions } from '#db/schema'

export type Document = {
  file: FamilyFile
  /** The random name of every person, child and part of the plan, by its case-file id. */
  publicIds: Map<Id, string>
}

/** So many are kept: a council's families of a day. */
const KEPT = 300
const documents = new WeakMap<Database, Map<string, Document>>()

/** The document of a version. Rejects when there is none of this id. */
export async function documentOf(world: World, versionId: string): Promise<Document> {
  const found = (await documentsOf(world, [versionId])).get(versionId)
  if (!found) throw new Error('No version of this id.')
  return found
}

/** The documents of versions, by version id; what has been read before is not asked for again. */
export async function documentsOf(world: World, versionIds: string[]): Promise<Map<string, Document>> {
  const kept = documents.get(world.db) ?? new Map<string, Document>()
  documents.set(world.db, kept)
  const missing = versionIds.filter((id) => !kept.has(id))
  if (missing.length > 0) {
    const ask = queriesOn(world.db)
    const rows = await ask.documents.all({ ids: JSON.stringify(missing) })
    const items = JSON.stringify(Object.fromEntries(rows.map(({ id, document }) => [id, itemIdsIn(document)])))
    const named = new Map((await ask.publicIds.all({ items })).map(({ id, all }) => [id, all]))
    for (const { id, document } of rows) {
      kept.set(id, { file: document, publicIds: new Map(Object.entries<string>(JSON.parse(named.get(id) ?? '{}'))) })
    }
  }
  const found = new Map(versionIds.flatMap((id) => [[id, kept.get(id)] as const]).filter(isThere))
  // What was used last goes last.
  for (const [id, document] of found) {
    kept.delete(id)
    kept.set(id, document)
  }
  for (const id of kept.keys()) {
    if (kept.size <= KEPT) break
    kept.delete(id)
  }
  return found
}

const isThere = (pair: readonly [string, Document | undefined]): pair is readonly [string, Document] => !!pair[1]

const queriesOn = prepared((read) => ({
  documents: read
    .select({ id: versions.id, document: versions.document })
    .from(versions)
    .where(sql`${versions.id} in (select value from json_each(${sql.placeholder('ids')}))`)
    .prepare(),
  // A row a version: a plan has a hundred, and taking rows apart costs more than asking for them.
  publicIds: read
    .select({
      id: versions.id,
      all: sql<string>`(select json_group_object(item_id, public_id) from public_ids
        where family_id = versions.family_id and item_id in (
          select value from json_each(${sql.placeholder('items')}, '$."' || versions.id || '"')))`,
    })
    .from(versions)
    .where(sql`${versions.id} in (select key from json_each(${sql.placeholder('items')}))`)
    .prepare(),
}))
