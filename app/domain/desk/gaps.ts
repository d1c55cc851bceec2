/** What the plan counts on and nobody does: a fact for the worker, never a word to the family. */
import type { Standing } from '#app/domain/access/standing'
import type { FamilyOfStaff } from '#app/domain/council/families'
import type { Choice } from '#app/domain/plan/case-file'
import type { World } from '#app/domain/world'
import type { OwedFacts } from './owed-facts'
import { type Somebody, somebody } from './somebody'

type Family = { id: string; name: string }

/** A task of the plan that nobody has: no one is named for it, or who is named cannot. */
export type Gap = { family: Family; task: string; who?: Somebody & { choice: Choice; on: string } }

/** Somebody with a task who has joined, and from whom nothing came for so many days. */
export type Silence = { family: Family; person: Somebody; days: number }

/** A fortnight without a word from somebody who has a task is worth a call: the plan's own rhythms are weeks. */
const QUIET_DAYS = 14
const DAY_MS = 24 * 60 * 60_000

/** The gaps and silences of these families. */
export function gapsIn(
  world: World,
  families: FamilyOfStaff[],
  standings: Map<string, Standing>,
  { answers, joined }: OwedFacts,
): { gaps: Gap[]; silences: Silence[] } {
  const newest = new Map(answers.map((one) => [`${one.familyId} ${one.about} ${one.by}`, one]))
  const held = families.flatMap(({ familyId, publicId, familyName }) => {
    const standing = standings.get(familyId)
    return standing ? [{ familyId, standing, family: { id: publicId, name: familyName } }] : []
  })
  const gaps = held.flatMap(({ familyId, standing, family }) =>
    standing.file.plan.commitments.flatMap(({ id, person, text: task }): Gap[] => {
      if (!person) return [{ family, task }]
      const { choice, on } = newest.get(`${familyId} ${id} ${person}`) ?? {}
      if (!on || (choice !== 'no' && choice !== 'not-now')) return []
      return [{ family, task, who: { ...somebody(world, standing, person), choice, on } }]
    }),
  )
  const silences = held.flatMap(({ familyId, standing, family }) => {
    const withTask = new Set(standing.file.plan.commitments.map(({ person }) => person))
    return joined.flatMap(({ familyId: of, personId, joinedAt, saidAt }): Silence[] => {
      if (of !== familyId || !withTask.has(personId)) return []
      const last = saidAt && saidAt > joinedAt ? saidAt : joinedAt
      const days = Math.floor((world.now().getTime() - Date.parse(last)) / DAY_MS)
      return days < QUIET_DAYS ? [] : [{ family, person: somebody(world, standing, personId), days }]
    })
  })
  return { gaps, silences: silences.sort((a, b) => b.days - a.days) }
}
