import type { Standing } from '#app/domain/access/standing'
import type { FamilyOfStaff } from '#app/domain/council/families'
import { londonDay } from '#app/domain/london'
import { type SafeNow, safeNow } from '#app/domain/texts/safe-times'
import type { World } from '#app/domain/world'
import { type PersonLine, peopleIn } from './people-for-staff'
import { waysIn } from './ways-in'

/** For so long a no, or somebody's leaving, stands on the desk; on the family's page it stays. */
const NEWS_DAYS = 14

/** So long somebody who was asked in may take; then it is worth asking them. A link lasts no longer. */
const SLOW_DAYS = 3

/** An invitation that cannot go on without a person. */
export type Stuck = { family: { id: string; name: string }; person: PersonLine; safe?: SafeNow }

/** A published plan nobody was ever asked into, and who could be, beside whoever stands apart. */
export type Uninvited = { family: { id: string; name: string }; since: string; names: string[] }

/** Links that ran out or are dead, texts that did not arrive, numbers in doubt, who said no or left, who was asked in and never came: newest first. Beside them
 * the plans that nobody was asked into. */
export async function stuckIn(
  world: World,
  families: FamilyOfStaff[],
  standings: Map<string, Standing>,
): Promise<{ stuck: Stuck[]; uninvited: Uninvited[] }> {
  const ago = (days: number) => new Date(world.now().getTime() - days * 24 * 60 * 60_000).toISOString()
  const since = { news: ago(NEWS_DAYS), slow: ago(SLOW_DAYS) }
  const today = londonDay(world.now().toISOString())
  const ways = await waysIn(
    world,
    families.map(({ familyId }) => familyId),
  )
  const held = families.flatMap(({ familyId, publicId, familyName }) => {
    const [standing, theirs] = [standings.get(familyId), ways.get(familyId)]
    if (!standing || !theirs) return []
    const [{ publishedAt }] = standing.versions
    return [{ family: { id: publicId, name: familyName }, people: peopleIn(standing, theirs, today), publishedAt }]
  })
  const found = held.flatMap(({ family, people }) => {
    const stuck = people.filter((person) => !person.neverInvited && needsSomeone(person, since))
    return stuck.map((person) => {
      const safe = person.phone ? safeNow(person, world.now()) : undefined
      return { family, person, ...(safe && { safe }) }
    })
  })
  const uninvited = held.flatMap(({ family, people, publishedAt }) => {
    const could = people.filter(({ may, hasView, apart }) => may.invite && hasView && apart.length === 0)
    const isAnyone = people.some(({ status }) => status.state !== 'not-invited')
    return isAnyone || could.length === 0 ? [] : [{ family, since: publishedAt, names: could.map(({ name }) => name) }]
  })
  const stuck = found.sort((a, b) => ((a.person.status.since ?? '') < (b.person.status.since ?? '') ? 1 : -1))
  return { stuck, uninvited }
}

const ON_THE_WAY: PersonLine['status']['state'][] = ['invited', 'sent', 'opened', 'told']

function needsSomeone({ status, stops, lost }: PersonLine, recent: { news: string; slow: string }): boolean {
  const { trouble, state, since = '' } = status
  // What its owner stopped, only they can start again: it is news for a while, and then stands on the family's page.
  const isStopped = stops.some((stop) => stop.why !== 'stop' || stop.since > recent.news)
  const isSlow = ON_THE_WAY.includes(state) && since < recent.slow
  const isNews = (state === 'declined' || state === 'left') && since > recent.news
  return !!trouble || !!lost || isStopped || isSlow || isNews
}
