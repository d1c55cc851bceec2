import type { World } from '#app/domain/world'
import type { Database } from '#db/client.server'
import { councilOf } from './council'
import { isOpen } from './opening-hours'

type OnCall = { duty: string; emergencyDuty: string; open: boolean }

/** The council's two lines, E.164, and whether it is the day team (`open`) or the emergency team that answers now. */
export async function onCallNow(world: World): Promise<OnCall> {
  return linesOf(await councilOf(world), world.now())
}

const lastKnown = new WeakMap<Database, Awaited<ReturnType<typeof councilOf>>>()

/** As `onCallNow`, and of what was known last when the database cannot be read; undefined when nothing was. */
export async function onCallAnyway(world: World): Promise<OnCall | undefined> {
  const council = await councilOf(world).catch(() => lastKnown.get(world.db))
  if (!council) return undefined
  lastKnown.set(world.db, council)
  return linesOf(council, world.now())
}

function linesOf(council: Awaited<ReturnType<typeof councilOf>>, now: Date): OnCall {
  return { duty: council.dutyPhone, emergencyDuty: council.emergencyDutyPhone, open: isOpen(council, now) }
}
