/** Who has no sign-in, and what changed for them: somebody has to tell them. */
import { besideOf, type Change, changesSince, type Older, thingsBefore } from '#app/domain/access/changes'
import { documentsOf } from '#app/domain/access/documents'
import { eyesOf } from '#app/domain/access/eyes'
import { situationIn } from '#app/domain/access/read-plan'
import { type Standing, standingsOf } from '#app/domain/access/standing'
import type { Thing } from '#app/domain/access/things'
import { seenBy, seenByStaff } from '#app/domain/access/who-sees-what'
import type { FamilyOfStaff } from '#app/domain/council/families'
import { reachFrom } from '#app/domain/people/contact'
import { personCalled } from '#app/domain/plan/called'
import type { Id, Person } from '#app/domain/plan/case-file'
import { itemTexts } from '#app/domain/plan/item-text'
import { type SafeNow, safeNow } from '#app/domain/texts/safe-times'
import type { World } from '#app/domain/world'
import { type OwedFacts, owedFacts } from './owed-facts'

/** `rule`: its number as they read it. `gone`: what is in the plan no more, in its words then. */
export type ToTell = {
  family: { id: string; name: string }
  person: { id: string; name: string; phone?: string; safe?: SafeNow }
  changes: (Change & { rule?: number })[]
  gone: Thing[]
  /** Up to which version this is. */
  versionId: string
}

/** What one person is to be told; undefined when there is nothing. The caller has made sure that the family is theirs. */
export async function toTellOf(
  world: World,
  { family, staffId, personId }: { family: FamilyOfStaff; staffId: string; personId: Id },
): Promise<ToTell | undefined> {
  const { familyId } = family
  const [standings, facts] = await Promise.all([standingsOf(world, [familyId]), owedFacts(world, staffId, [familyId])])
  const id = standings.get(familyId)?.publicIds.get(personId)
  return (await toTellIn(world, [family], standings, facts)).find(({ person }) => person.id === id)
}

type Facts = Pick<OwedFacts, 'told' | 'out' | 'joined'>

/** Everybody in these families who is touched by a change since they were last told, by what they would see of it. */
export async function toTellIn(
  world: World,
  families: FamilyOfStaff[],
  standings: Map<string, Standing>,
  facts: Facts,
): Promise<ToTell[]> {
  const held = families.flatMap((family) => {
    const standing = standings.get(family.familyId)
    return standing ? peopleOf(standing, facts).map((one) => ({ family, standing, ...one })) : []
  })
  const documents = await documentsOf(world, [...new Set(held.map(({ since }) => since))])
  return held.flatMap(({ family, standing, person, since }): ToTell[] => {
    const older = documents.get(since)
    const touched = older && touchedBy(world, standing, person, older)
    if (!touched || touched.changes.length + touched.gone.length === 0) return []
    return [
      {
        family: { id: family.publicId, name: family.familyName },
        person: somebody(world, standing, person.id),
        ...touched,
        versionId: standing.versions[0].id,
      },
    ]
  })
}

/** Who cannot read it themselves, and which version they were told of last: the first of all, before anybody told them. */
function peopleOf(standing: Standing, { told, out, joined }: Facts): { person: Person; since: string }[] {
  const { familyId, document, versions, staff, worker } = standing
  const first = versions.at(-1)?.id
  if (versions.length < 2 || !first) return []
  const isOf = (id: Id) => (row: { familyId: string; personId: Id }) => row.familyId === familyId && row.personId === id
  return document.people.flatMap((person) => {
    const { id, kind, notToBeTold } = person
    const isOut = notToBeTold || staff[id] || id === worker || [...out, ...joined].some(isOf(id))
    if (isOut || (kind !== 'professional' && !eyesOf(standing, id))) return []
    const last = told.findLast(isOf(id))?.versionId ?? first
    return last === versions[0].id ? [] : [{ person, since: last }]
  })
}

/** By their own view; a professional has none, and is told of what names them. */
function touchedBy(world: World, family: Standing, person: Person, older: Older) {
  const situation = situationIn(world, family, family.document.language)
  const plan = person.kind === 'professional' ? seenByStaff(situation, family.worker) : seenBy(situation, person.id)
  if (!plan) return undefined
  const beside = besideOf(plan)
  const then = thingsBefore(beside, older, family.contactFacts)
  const id = situation.publicId(person.id)
  const names = (thing: Thing | undefined) =>
    Object.values(thing?.parts ?? {}).some(
      (value) => value.is === 'people' && value.people.some((one) => one.id === id),
    )
  const isTheirs = (now: Thing | undefined, was: Thing | undefined) =>
    person.kind !== 'professional' || names(now) || names(was)
  const changes = changesSince(beside, then.things)
    .filter((one) => isTheirs(beside.things.get(one.id), then.things.get(one.id)))
    .map((change) => {
      const rule = plan.rules.findIndex((one) => one.id === change.id) + 1
      return { ...change, ...(rule > 0 && { rule }) }
    })
  // What was shut to them is still in the plan: nobody is to speak of it.
  const still = new Set(itemTexts(family.document).map((one) => situation.publicId(one.id)))
  const gone = then.gone.filter(
    (thing) => !still.has(thing.id) && thing.kind !== 'person' && isTheirs(undefined, thing),
  )
  return { changes, gone }
}

function somebody(world: World, standing: Standing, id: Id): ToTell['person'] {
  const { file, staff, publicIds } = standing
  const phone = file.people.find((person) => person.id === id)?.phone
  const safe = phone ? safeNow(reachFrom(standing).contactOf(id), world.now()) : undefined
  return {
    ...{ id: publicIds.get(id) ?? '', name: personCalled(file, staff, id).name },
    ...(phone && { phone }),
    ...(safe && { safe }),
  }
}
