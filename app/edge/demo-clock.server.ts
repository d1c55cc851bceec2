import { DateTime } from 'luxon'
import { lastRecordedAt } from '#app/domain/record/last-recorded'
import type { World } from '#app/domain/world'

/** The Monday morning on which the demo begins. */
const BEGINNING = DateTime.fromISO('2026-11-23T10:00', { zone: 'Europe/London' }).toJSDate()

/**
 * A clock that starts at the demo's Monday, or at the moment it is told, and runs on. Left to itself it never runs
 * behind what the database has already seen, so that a restart does not put yesterday's check-in into the future.
 */
export function demoClock(told: Date | undefined, milliseconds = () => performance.now()) {
  const started = milliseconds()
  let beginning = told ?? BEGINNING
  return {
    now: () => new Date(beginning.getTime() + milliseconds() - started),
    continueFrom: async (world: World) => {
      const last = await lastRecordedAt(world)
      if (!told && last && last > beginning) beginning = last
    },
  }
}
