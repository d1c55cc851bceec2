/** A version of a plan, as rows. */
import type { SQL } from 'drizzle-orm'
import type { World } from '#app/domain/world'
import type { Drizzle, Statement } from '#db/client.server'
import { people, publicIds, versions } from '#db/schema'
import type { FamilyFile } from './case-file'
import { contactFactsIn } from './contact-facts'
import { wordsAt } from './paths'

type Rows = ReturnType<typeof versionRows>

/**
 * The version itself, the contact facts in it, and a public id for every person, child and part of the plan, each
 * sentence within a part among them. Those who have some already keep them when this is written.
 */
export function versionRows(
  world: World,
  {
    familyId,
    document,
    by,
    publish,
    restoredFrom,
  }: {
    familyId: string
    document: FamilyFile
    by: string
    publish?: { endorsedBy: string; secondCheckBy?: string }
    restoredFrom?: string
  },
) {
  const now = world.now().toISOString()
  return {
    version: {
      id: randomId(world),
      familyId,
      document,
      madeAt: now,
      madeBy: by,
      endorsedAt: publish && now,
      endorsedBy: publish?.endorsedBy,
      secondCheckedAt: publish?.secondCheckBy && now,
      secondCheckedBy: publish?.secondCheckBy,
      publishedAt: publish && now,
      restoredFrom,
    },
    people: contactFactsIn(document).map((facts) => ({ ...facts, familyId })),
    publicIds: publicIdRows(world, familyId, itemIdsIn(document)),
  }
}

/** The id of every person, child and part of a plan: what has a public id of its own. */
export function itemIdsIn(document: FamilyFile): string[] {
  const patterns = ['people.*.id', 'children.*.id', 'plan.**.id']
  return patterns.flatMap((pattern) => wordsAt(document, pattern)).map(({ value }) => value)
}

export function publicIdRows(world: World, familyId: string, itemIds: string[]) {
  return itemIds.map((itemId) => ({ familyId, itemId, publicId: randomId(world) }))
}

/** The statements for one version's rows. `number` may ask the database for the next. */
export function writeVersion(db: Drizzle, rows: Rows, number: number | SQL<number>): Statement[] {
  return [
    db.insert(versions).values({ ...rows.version, number }),
    ...inParts(rows.people).map((some) =>
      db
        .insert(people)
        .values(some)
        .onConflictDoNothing({ target: [people.familyId, people.personId] }),
    ),
    ...inParts(rows.publicIds).map((some) =>
      db
        .insert(publicIds)
        .values(some)
        .onConflictDoNothing({ target: [publicIds.familyId, publicIds.itemId] }),
    ),
  ]
}

/** A statement takes at most 32,766 values (SQLITE_MAX_VARIABLE_NUMBER). */
export function inParts<T>(rows: T[]): T[][] {
  const size = 500
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, part) => rows.slice(part * size, (part + 1) * size))
}

export function randomId(world: World): string {
  return world.random(16).toString('base64url')
}
