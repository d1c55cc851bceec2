import type { World } from '#app/domain/world'
import { councilOf } from './council'
import { isOpen } from './opening-hours'

/** The council's two lines, E.164, and whether it is the day team (`open`) or the emergency team that answers now. */
export async function onCallNow(world: World): Promise<{ duty: string; emergencyDuty: string; open: boolean }> {
  const council = await councilOf(world)
  return {
    duty: council.dutyPhone,
    emergencyDuty: council.emergencyDutyPhone,
    open: isOpen(council, world.now()),
  }
}
