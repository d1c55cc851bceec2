import { isDeepStrictEqual } from 'node:util'
import { londonDay } from '#app/domain/london'
import type { FamilyFile, Id } from '#app/domain/plan/case-file'
import { withContactFacts } from '#app/domain/plan/contact-facts'
import type { World } from '#app/domain/world'
import { documentOf, type Loaded, loadFamily } from './load-family'
import type { PlanAsSeenBy } from './plan-as-seen'
import type { Situation } from './situation'
import { seenBy, seenByStaff } from './who-sees-what'

const sources = new WeakMap<object, Source>()
/** Where a view came from and whose it is: what an answer is tied to. */
export type Source = { familyId: string; versionId: string; viewerId: Id }

/** The family, version and viewer behind a view this module made. Throws for anything else. */
export function sourceOf(plan: PlanAsSeenBy): Source {
  const source = sources.get(plan)
  if (!source) throw new TypeError('This view was not read from the database.')
  return source
}

/** The published plan as one member may see it, in the language they read; null when they may see none. */
export async function planFor(
  world: World,
  { familyId, personId, language }: { familyId: string; personId: Id; language: string },
): Promise<PlanAsSeenBy | null> {
  const family = await loadFamily(world, familyId)
  if (!family) return null
  const situation = situationIn(world, family, family.document, language)
  const plan = seenBy(situation, personId)
  if (!plan) return null
  sources.set(plan, { familyId, versionId: family.versions[0].id, viewerId: personId })
  const changedOn = await lastChangeFor(world, family, situation, personId)
  return Object.assign(plan, { changedOn })
}

/** All of a family's newest published plan, or, while nothing is published, of its draft. The caller has made sure that the member of staff works with the family. */
export async function planForStaff(
  world: World,
  { familyId, staffId, language }: { familyId: string; staffId: Id; language: string },
): Promise<PlanAsSeenBy | null> {
  const family = await loadFamily(world, familyId, { orDraft: true })
  if (!family) return null
  const plan = seenByStaff(situationIn(world, family, family.document, language), staffId)
  sources.set(plan, { familyId, versionId: family.versions[0].id, viewerId: staffId })
  return plan
}

/** What the rule looks at for a family, for the other questions of this module; null when nothing is published. */
export async function situationOf(
  world: World,
  { familyId, language }: { familyId: string; language: string },
): Promise<Situation | null> {
  const family = await loadFamily(world, familyId)
  return family && situationIn(world, family, family.document, language)
}

/** The day this person's own view last changed: versions that look the same to them are one. */
async function lastChangeFor(world: World, family: Loaded, situation: Situation, personId: Id): Promise<string> {
  const [newest, ...older] = family.versions
  const viewOf = (document: FamilyFile) =>
    seenBy(situationIn(world, { ...family, said: [] }, document, situation.language), personId)
  let same = newest
  const now = older.length > 0 && viewOf(family.document)
  for (const version of older) {
    if (!isDeepStrictEqual(viewOf(await documentOf(world, version.id)), now)) break
    same = version
  }
  return londonDay(same.publishedAt)
}

function situationIn(world: World, family: Loaded, document: FamilyFile, language: string): Situation {
  return {
    file: withContactFacts(document, family.people),
    said: family.said,
    narrowings: family.narrowings,
    joined: family.joined,
    worker: family.worker,
    staff: family.staff,
    today: londonDay(world.now().toISOString()),
    language,
    planId: family.publicId,
    publicId: (id) => publicIdIn(family, id),
  }
}

/** Council staff who stand in no family's file have no name of their own in its pages. */
function publicIdIn(family: Loaded, id: Id): string {
  const publicId = family.publicIds.get(id) ?? (family.staff[id] && 'council')
  if (!publicId) throw new Error('Something in this family has no public id.')
  return publicId
}
