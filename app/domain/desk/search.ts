/** Looks for families, people and words in all that a member of staff works with now. */
import { desc, sql } from 'drizzle-orm'
import { saidOf } from '#app/domain/access/spoken'
import { type Standing, standingsOf } from '#app/domain/access/standing'
import { councilOf } from '#app/domain/council/council'
import { type FamilyOfStaff, familiesOf } from '#app/domain/council/families'
import { reachFrom } from '#app/domain/people/contact'
import { personCalled } from '#app/domain/plan/called'
import { itemTexts } from '#app/domain/plan/item-text'
import { allNames } from '#app/domain/plan/names'
import { entriesRead } from '#app/domain/said/entry-for-staff'
import { writeAudited } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import { prepared } from '#db/prepared'
import { said } from '#db/schema'
import type { DeskEntry } from './desk'
import { lookFor } from './search-terms'

type Family = { id: string; name: string }
export type Found = {
  families: (Family & { reference: string })[]
  people: { family: Family; id: string; name: string; fullName: string }[]
  plan: { family: Family; words: string }[]
  said: DeskEntry[]
  /** Nobody is called so: these are called nearly so. */
  near?: true
  /** There is more than is shown. */
  more: boolean
}

const MOST = 30
/** Rows looked through between two requests of others. */
const STRETCH = 500

/**
 * What holds these letters, in whatever case and with whatever accents, or whose number has these digits; where no name
 * does, the names that are nearly the same. Null when too little was typed. Each family that
 * something is found in is noted in the trail as searched; what was looked for is not.
 */
export async function search(world: World, staffId: string, typed: string): Promise<Found | null> {
  const looked = lookFor(typed)
  if (!looked) return null
  const { holds, isNear } = looked
  const held = await familiesOf(world, staffId)
  const standings = await standingsOf(
    world,
    held.map(({ familyId }) => familyId),
    { orDraft: true },
  )
  const council = await councilOf(world)
  const found: Found = { families: [], people: [], plan: [], said: [], more: false }
  const searched = new Set<string>()
  for (const one of held) {
    const family = { id: one.publicId, name: one.familyName }
    const standing = standings.get(one.familyId)
    const before = countOf(found)
    if (holds(one.familyName) || holds(one.reference)) found.families.push({ ...family, reference: one.reference })
    if (standing) {
      found.people.push(...peopleIn(standing, holds, looked.isIn).map((person) => ({ family, ...person })))
      const texts = new Set(itemTexts(standing.document).map(({ text }) => text))
      found.plan.push(...[...texts].filter(holds).map((words) => ({ family, words })))
      const ids = await saidWith(world, one, holds, MOST + 1 - found.said.length)
      const sayings = (await saidOf(world, { familyId: one.familyId, ids })).map(({ saying }) => saying)
      found.said.push(...entriesRead(world, standing, council, sayings).map((entry) => ({ ...entry, family })))
    }
    if (countOf(found) > before) searched.add(one.familyId)
  }
  if (found.families.length + found.people.length === 0) {
    for (const one of held) {
      const family = { id: one.publicId, name: one.familyName }
      const standing = standings.get(one.familyId)
      const near = standing ? peopleIn(standing, isNear).map((person) => ({ family, ...person })) : []
      const isNamedSo = isNear(one.familyName)
      if (isNamedSo) found.families.push({ ...family, reference: one.reference })
      found.people.push(...near)
      if (!isNamedSo && near.length === 0) continue
      found.near = true
      searched.add(one.familyId)
    }
  }
  const dids = [...searched].map((familyId) => ({ who: `staff:${staffId}` as const, familyId, did: 'searched' }))
  if (dids.length > 0) await writeAudited(world, dids, () => [])
  const newestFirst = found.said.toSorted((a, b) => (a.on < b.on ? 1 : -1))
  return {
    ...(found.near && { near: found.near }),
    families: found.families,
    people: found.people.slice(0, MOST),
    plan: found.plan.slice(0, MOST),
    said: newestFirst.slice(0, MOST),
    more: [found.people, found.plan, found.said].some(({ length }) => length > MOST),
  }
}

const countOf = ({ families, people, plan, said }: Found) => families.length + people.length + plan.length + said.length

function peopleIn(
  family: Standing,
  holds: (words: string) => boolean,
  isIn: (phone: string | undefined) => boolean = () => false,
) {
  const { document, staff, publicIds } = family
  const reach = reachFrom(family)
  const named = [
    ...document.people.map((person) => ({ id: person.id, names: allNames(person) })),
    ...document.children.map(({ id, firstName }) => ({ id, names: [firstName] })),
  ]
  return named.flatMap(({ id, names }) => {
    const { name, fullName } = personCalled(document, staff, id)
    return [...names, fullName].some(holds) || isIn(reach.contactOf(id).phone ?? undefined)
      ? [{ id: publicIds.get(id) ?? '', name, fullName }]
      : []
  })
}

/** The ids of what was said in these words, newest first. */
async function saidWith(world: World, { familyId }: FamilyOfStaff, holds: (words: string) => boolean, most: number) {
  const ids: string[] = []
  for (let before = Number.MAX_SAFE_INTEGER; ids.length < most; ) {
    const rows = await query(world.db).all({ familyId, before, limit: STRETCH })
    ids.push(...rows.filter(({ words }) => words && holds(words)).map(({ id }) => id))
    const last = rows.at(-1)
    if (!last || rows.length < STRETCH) break
    before = last.seq
  }
  return ids.slice(0, most)
}

const query = prepared((read) =>
  read
    .select({
      seq: said.seq,
      id: said.id,
      words: sql<string | null>`json_extract(${said.entry}, '$.words')`,
    })
    .from(said)
    .where(
      sql`${said.familyId} = ${sql.placeholder('familyId')} and ${said.seq} < ${sql.placeholder('before')}
        and ${said.kind} <> 'replies'`,
    )
    .orderBy(desc(said.seq))
    .limit(sql.placeholder('limit'))
    .prepare(),
)
