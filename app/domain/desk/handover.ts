import { standingsOf } from '#app/domain/access/standing'
import type { FamilyOfStaff } from '#app/domain/council/families'
import { londonDay } from '#app/domain/london'
import type { EntryRead } from '#app/domain/said/entry-for-staff'
import { logForStaff } from '#app/domain/said/log-for-staff'
import type { World } from '#app/domain/world'
import { type Due, duesIn } from './dues'
import { type PersonLine, peopleIn } from './people-for-staff'
import { waysIn } from './ways-in'

/** A family in one minute, for who covers: who they are and how safe to reach, what was said this week, what is due. */
export type Handover = { people: PersonLine[]; week: EntryRead[]; dues: Due[] }

const WEEK_MS = 7 * 24 * 60 * 60_000

/** The caller has made sure that the member of staff works with the family. */
export async function handoverOf(world: World, family: FamilyOfStaff): Promise<Handover> {
  const { familyId } = family
  const [standings, ways, log] = await Promise.all([
    standingsOf(world, [familyId]),
    waysIn(world, [familyId]),
    logForStaff(world, familyId, { limit: 30 }),
  ])
  const since = londonDay(new Date(world.now().getTime() - WEEK_MS).toISOString())
  const [standing, theirs] = [standings.get(familyId), ways.get(familyId)]
  return {
    people: standing && theirs ? peopleIn(standing, theirs, londonDay(world.now().toISOString())) : [],
    week: log.entries.filter(({ on }) => on.slice(0, 10) >= since),
    dues: duesIn(world, [family], standings),
  }
}
