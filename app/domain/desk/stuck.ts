import type { Standing } from '#app/domain/access/standing'
import type { FamilyOfStaff } from '#app/domain/council/families'
import { londonDay } from '#app/domain/london'
import { type SafeNow, safeNow } from '#app/domain/texts/safe-times'
import type { World } from '#app/domain/world'
import { type PersonLine, peopleIn } from './people-for-staff'
import { waysIn } from './ways-in'

/** For so long a no, or somebody's leaving, stands on the desk; on the family's page it stays. */
const NEWS_DAYS = 14

/** An invitation that cannot go on without a person. */
export type Stuck = { family: { id: string; name: string }; person: PersonLine; safe?: SafeNow }

/** Links that ran out or are dead, texts that did not arrive, numbers in doubt, who said no or left: newest first. */
export async function stuckIn(
  world: World,
  families: FamilyOfStaff[],
  standings: Map<string, Standing>,
): Promise<Stuck[]> {
  const since = new Date(world.now().getTime() - NEWS_DAYS * 24 * 60 * 60_000).toISOString()
  const today = londonDay(world.now().toISOString())
  const ways = await waysIn(
    world,
    families.map(({ familyId }) => familyId),
  )
  const found = families.flatMap(({ familyId, publicId, familyName }) => {
    const [standing, theirs] = [standings.get(familyId), ways.get(familyId)]
    const people = standing && theirs ? peopleIn(standing, theirs, today) : []
    const stuck = people.filter((person) => !person.neverInvited && needsSomeone(person, since))
    return stuck.map((person) => {
      const safe = person.phone ? safeNow(person, world.now()) : undefined
      return { family: { id: publicId, name: familyName }, person, ...(safe && { safe }) }
    })
  })
  return found.sort((a, b) => ((a.person.status.since ?? '') < (b.person.status.since ?? '') ? 1 : -1))
}

function needsSomeone({ status, stops, lost }: PersonLine, recent: string): boolean {
  const { trouble, state, since = '' } = status
  // What its owner stopped, only they can start again: it is news for a while, and then stands on the family's page.
  const isStopped = stops.some((stop) => stop.why !== 'stop' || stop.since > recent)
  return !!trouble || !!lost || isStopped || ((state === 'declined' || state === 'left') && since > recent)
}
