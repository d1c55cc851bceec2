import { isDeepStrictEqual } from 'node:util'
import { londonDay } from '#app/domain/london'
import type { FamilyFile, Id } from '#app/domain/plan/case-file'
import { withContactFacts } from '#app/domain/plan/contact-facts'
import type { World } from '#app/domain/world'
import { documentOf } from './documents'
import { withEarlierReadable } from './earlier-readable'
import { closableIds } from './narrowable'
import type { PlanAsSeenBy } from './plan-as-seen'
import type { Situation } from './situation'
import { newestIn, type Spoken } from './spoken'
import { type Standing, standingOf } from './standing'
import { standingNow } from './standing-now'
import { onceInCircle, type Viewer, viewersIn } from './viewers'
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
  const { family, newest } = await standingNow(world, familyId)
  if (!family) return null
  const situation = situationIn(world, family, language)
  const plan = await withEarlierReadable(world, familyId, newest, (said) => seenBy({ ...situation, said }, personId))
  if (!plan) return null
  sources.set(plan, { familyId, versionId: family.versions[0].id, viewerId: personId })
  return Object.assign(plan, await lastChangeFor(world, family, situation, personId))
}

/**
 * The draft as this member would see it if it were shown now, by the same rule; null when they would see none. For
 * staff who may read it, which the caller has made sure of. `aloneAsPlan`: without a word of what anybody said, for who
 * works with the draft and not with the family.
 */
export async function draftFor(
  world: World,
  { familyId, personId, language }: { familyId: string; personId: Id; language: string },
  { aloneAsPlan = false }: { aloneAsPlan?: boolean } = {},
): Promise<PlanAsSeenBy | null> {
  const [family, newest] = await Promise.all([
    standingOf(world, familyId, { draftFirst: true }),
    aloneAsPlan ? [] : newestIn(world, familyId),
  ])
  const situation = family && lookedAt(situationIn(world, family, language))
  return situation && seenWith(world, family, newest, situation, personId)
}

/**
 * What somebody who stands apart and has no view would see, of the draft or of what is published, once they were put in
 * a circle. For staff who may read it, which the caller has made sure of: it is served to nobody else.
 */
export async function planOnceInCircle(
  world: World,
  { familyId, personId, language }: { familyId: string; personId: Id; language: string },
  { ofDraft, aloneAsPlan = false }: { ofDraft: boolean; aloneAsPlan?: boolean },
): Promise<PlanAsSeenBy | null> {
  const [family, newest] = await Promise.all([
    standingOf(world, familyId, { draftFirst: ofDraft }),
    aloneAsPlan ? [] : newestIn(world, familyId),
  ])
  if (!family) return null
  const situation = lookedAt(situationIn(world, family, language))
  return seenWith(world, family, newest, { ...situation, file: onceInCircle(family.file, personId) }, personId)
}

/**
 * The published plan as this member would see it with these things shut as well; null when they would see none. For
 * staff who work with the family, which the caller has made sure of.
 */
export async function planWithShut(
  world: World,
  { familyId, personId, language }: { familyId: string; personId: Id; language: string },
  rows: Situation['narrowings'],
): Promise<PlanAsSeenBy | null> {
  const { family, newest } = await standingNow(world, familyId)
  if (!family) return null
  const now = situationIn(world, family, language)
  return seenWith(world, family, newest, { ...now, narrowings: [...now.narrowings, ...rows] }, personId)
}

async function seenWith(world: World, family: Standing, newest: Spoken[], situation: Situation, personId: Id) {
  const { familyId, versions } = family
  const plan = await withEarlierReadable(world, familyId, newest, (said) => seenBy({ ...situation, said }, personId))
  if (plan) sources.set(plan, { familyId, versionId: versions[0].id, viewerId: personId })
  return plan
}

/**
 * All of a family's newest published plan, or, while nothing is published or with `draftFirst`, of its draft, who has a
 * view of it, and which of its things can be shut (public ids). The caller has made sure that the member of staff works
 * with the family, or was named to check its draft: then `name` is what they are called, since the family's rows have
 * nobody of their id, and nothing that anybody said is in it.
 */
export async function planForStaff(
  world: World,
  {
    familyId,
    staffId,
    name,
    language,
    draftFirst,
  }: { familyId: string; staffId: Id; name?: string; language: string; draftFirst?: boolean },
): Promise<{ plan: PlanAsSeenBy; viewers: Viewer[]; closable: string[] } | null> {
  const [standing, newest] = await Promise.all([
    standingOf(world, familyId, { orDraft: true, draftFirst }),
    name ? [] : newestIn(world, familyId),
  ])
  if (!standing) return null
  const family = name ? { ...standing, staff: { [staffId]: { name }, ...standing.staff } } : standing
  const said = newest.map(({ saying }) => saying)
  const plan = seenByStaff({ ...situationIn(world, family, language), said }, staffId)
  sources.set(plan, { familyId, versionId: family.versions[0].id, viewerId: staffId })
  const viewers = viewersIn(family, londonDay(world.now().toISOString()))
  return { plan, viewers, closable: closableIds(family) }
}

/**
 * What the rule looks at for a family, for the other questions of this module, without a word of what was said; null
 * when nothing is published.
 */
export async function situationOf(
  world: World,
  { familyId, language }: { familyId: string; language: string },
): Promise<Situation | null> {
  const family = await standingOf(world, familyId)
  return family && situationIn(world, family, language)
}

/** The day this person's own view last changed: versions that look the same to them are one. The first of all changed nothing. */
async function lastChangeFor(
  world: World,
  family: Standing,
  situation: Situation,
  personId: Id,
): Promise<Pick<PlanAsSeenBy, 'changedOn' | 'hasChanged'>> {
  const [newest, ...older] = family.versions
  const viewOf = (file: FamilyFile, publicIds: Map<Id, string>) =>
    seenBy({ ...situation, said: [], file, publicId: (id) => publicIdIn({ ...family, publicIds }, id) }, personId)
  const joinedAt = family.joined.find((one) => one.personId === personId)?.joinedAt
  let same = newest
  const now = older.length > 0 && viewOf(situation.file, family.publicIds)
  for (const version of older) {
    // What has gone since has its public id in the version it stood in.
    const { file, publicIds } = await documentOf(world, version.id)
    if (!isDeepStrictEqual(viewOf(withContactFacts(file, family.contactFacts), publicIds), now))
      // What was so when they came in has not changed for them.
      return {
        changedOn: londonDay(same.publishedAt),
        ...((!joinedAt || joinedAt < same.publishedAt) && { hasChanged: true as const }),
      }
    same = version
  }
  return { changedOn: londonDay(same.publishedAt) }
}

/** Before it is published everybody is shown the most they may come to read: nothing is looked at again when a yes comes. */
const lookedAt = (situation: Situation): Situation => ({ ...situation, approvals: 'taken as given' })

/** What stands of a family as the rule looks at it, for who reads this language. Nothing anybody said is in it. */
export function situationIn(world: World, family: Standing, language: string): Situation {
  const { file, narrowings, joined, worker, away, staff, publicId } = family
  return {
    ...{ file, narrowings, joined, worker, away, staff, language, said: [] },
    today: londonDay(world.now().toISOString()),
    planId: publicId,
    publicId: (id) => publicIdIn(family, id),
  }
}

/** Council staff who stand in no family's file have no name of their own in its pages. */
function publicIdIn(family: Standing, id: Id): string {
  const publicId = family.publicIds.get(id) ?? (family.staff[id] && 'council')
  if (!publicId) throw new Error('Something in this family has no public id.')
  return publicId
}
