import { type KeptApart, keptApart } from '#app/domain/access/kept-apart'
import { standingsOf } from '#app/domain/access/standing'
import { councilOf } from '#app/domain/council/council'
import type { FamilyOfStaff } from '#app/domain/council/families'
import { londonDay } from '#app/domain/london'
import { type EntryRead, entriesRead } from '#app/domain/said/entry-for-staff'
import { logForStaff } from '#app/domain/said/log-for-staff'
import { newestWaiting } from '#app/domain/said/unseen'
import type { World } from '#app/domain/world'
import { type Due, duesIn } from './dues'
import { owedFacts } from './owed-facts'
import { type PersonLine, peopleIn } from './people-for-staff'
import { type Unanswered, unansweredIn } from './unanswered'
import { waysIn } from './ways-in'
import { type Ahead, weekAhead } from './week-ahead'

/**
 * A family in one minute, for who covers: what keeps people safe, what waits and what is due, who they are and how safe
 * to reach, what was said this week.
 */
export type Handover = {
  /** None while nothing is published. */
  kept?: KeptApart
  /** Worries and calls that nobody has answered to; and how much more waits to be read. */
  first: EntryRead[]
  alsoWaits: number
  unanswered: Unanswered[]
  dues: Due[]
  ahead: Ahead[]
  children: string[]
  people: PersonLine[]
  week: EntryRead[]
}

const WEEK_MS = 7 * 24 * 60 * 60_000
/** More than a minute's reading; the rest is counted. */
const MOST = 30

/** The caller has made sure that the member of staff works with the family. */
export async function handoverOf(world: World, staffId: string, family: FamilyOfStaff): Promise<Handover> {
  const { familyId } = family
  const [standings, ways, log, waiting, facts, council] = await Promise.all([
    standingsOf(world, [familyId]),
    waysIn(world, [familyId]),
    logForStaff(world, familyId, { limit: 30 }),
    newestWaiting(world, staffId, [familyId], { limit: MOST }),
    owedFacts(world, staffId, [familyId]),
    councilOf(world),
  ])
  const today = londonDay(world.now().toISOString())
  const since = londonDay(new Date(world.now().getTime() - WEEK_MS).toISOString())
  const [standing, theirs] = [standings.get(familyId), ways.get(familyId)]
  const all = standing && theirs ? peopleIn(standing, theirs, today) : []
  const first = waiting.filter(({ first }) => first).map(({ saying }) => saying)
  return {
    ...(standing && { kept: keptApart(standing, today) }),
    first: standing ? entriesRead(world, standing, council, first) : [],
    alsoWaits: waiting.length - first.length + facts.replies.length,
    unanswered: unansweredIn(world, [family], standings, facts),
    dues: duesIn(world, [family], standings),
    ahead: standing ? weekAhead(world, standing, facts) : [],
    children: all.filter(({ kind }) => kind === 'child').map(({ name }) => name),
    people: all.filter(({ kind }) => kind !== 'child' && kind !== 'professional'),
    week: log.entries.filter(({ on }) => on.slice(0, 10) >= since),
  }
}
