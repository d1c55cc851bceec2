import { DateTime } from 'luxon'
import { LONDON, londonTime } from '#app/domain/london'
import type { SafeToText, SafeWindow } from '#app/domain/plan/case-file'

type Reachable = { safeToText?: SafeToText | null }

const WEEK = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const satisfies SafeWindow['days']
/** For everybody who has not said otherwise: no text from eight in the evening to eight in the morning. */
const DAYTIME: SafeWindow = { days: [...WEEK], from: '08:00', to: '20:00' }
/** A window lost to the clock change comes back within a fortnight. */
const DAYS_AHEAD = 15

/**
 * The first moment, now or later, at which a text may go to a number that all of `people` use. Who has safe times
 * gets nothing outside them, ever, not even what they asked for; the others get nothing at night unless they just
 * asked. Undefined when the people's times never meet. Times are Europe/London wall-clock times, from inclusive, to not.
 */
export function nextSafeMoment(people: Reachable[], now: Date, { asked }: { asked: boolean }): Date | undefined {
  const all = windowsOf(people, asked)
  if (isSafe(all, now)) return now
  return edges(all.flat(), now, ({ from }) => from)
    .filter((moment) => moment > now && isSafe(all, moment))
    .sort((a, b) => a.getTime() - b.getTime())[0]
}

/** The first moment after a safe one at which a text may no longer arrive; undefined when it may for days. */
export function safeUntil(people: Reachable[], now: Date, { asked }: { asked: boolean }): Date | undefined {
  const all = windowsOf(people, asked)
  return edges(all.flat(), now, ({ to }) => to)
    .filter((moment) => moment > now && !isSafe(all, moment))
    .sort((a, b) => a.getTime() - b.getTime())[0]
}

/** Whether this hour is safe for somebody who has safe times: until when, or when next. Europe/London, YYYY-MM-DDTHH:mm. */
export type SafeNow = { is: true; until?: string } | { is: false; next?: string }

/** Undefined for who has none: any hour is as good as another. */
export function safeNow(of: Reachable, now: Date): SafeNow | undefined {
  if (!of.safeToText) return undefined
  const local = (moment: Date | undefined) => moment && londonTime(moment.toISOString())
  const next = nextSafeMoment([of], now, { asked: true })
  if (next?.getTime() !== now.getTime()) return { is: false, next: local(next) }
  return { is: true, until: local(safeUntil([of], now, { asked: true })) }
}

/** Of each person the windows they have, any one of which will do. */
const windowsOf = (people: Reachable[], asked: boolean): SafeWindow[][] =>
  people.flatMap(({ safeToText }) => (safeToText ? [[safeToText].flat()] : asked ? [] : [[DAYTIME]]))

const isSafe = (all: SafeWindow[][], moment: Date) =>
  all.every((windows) => windows.some((window) => isIn(window, moment)))

/** The morning of a window that goes on after midnight belongs to the day before. */
function isIn({ days, from, to }: SafeWindow, moment: Date): boolean {
  const local = DateTime.fromJSDate(moment, { zone: LONDON })
  const clock = local.toFormat('HH:mm')
  const begins = days.includes(dayOf(local.weekday)) && from <= clock
  if (from < to) return begins && clock < to
  return begins || (days.includes(dayOf(local.weekday - 1)) && clock < to)
}

const dayOf = (weekday: number) => WEEK[(weekday + 6) % 7] ?? 'MO'

/**
 * Every moment at which a window could open or close: when a London clock shows its edge, in winter time and in summer
 * time (twice on the night the clocks go back), when the clocks change, 01:00 UTC, and at midnight, when a day ends.
 */
function edges(windows: SafeWindow[], now: Date, edge: (window: SafeWindow) => string): Date[] {
  const today = DateTime.fromJSDate(now, { zone: LONDON }).toISODate()
  const midnight = DateTime.fromISO(today ?? '', { zone: 'utc' })
  const clocks = ['00:00', ...windows.map(edge)]
  return Array.from({ length: DAYS_AHEAD }, (_, days) => midnight.plus({ days })).flatMap((day) => {
    const utc = clocks.map((clock) => day.set({ hour: Number(clock.slice(0, 2)), minute: Number(clock.slice(3)) }))
    return [...utc, ...utc.map((at) => at.minus({ hours: 1 })), day.set({ hour: 1 })].map((at) => at.toJSDate())
  })
}
