/** Days in a family's plan that somebody has to do something about: a fact for the worker, which opens nothing by itself. */
import type { Standing } from '#app/domain/access/standing'
import type { FamilyOfStaff } from '#app/domain/council/families'
import { londonDay } from '#app/domain/london'
import { personCalled } from '#app/domain/plan/called'
import type { CourtOrder } from '#app/domain/plan/case-file'
import { againstIn } from '#app/domain/plan/court-orders'
import type { World } from '#app/domain/world'

/** The plan is to be looked at again, or an order of a court, in its own words, against these people, comes to its end. */
export type Due = {
  family: { id: string; name: string }
  order?: { kind: string; against: string[] }
  on: string
  passed: boolean
}

/** So long before its day a thing stands on the desk; afterwards until a new version has another day. */
const DAYS_BEFORE = 7
const DAY_MS = 24 * 60 * 60_000

/** What is due in these families within a week, or was, the longest overdue first. */
export function duesIn(world: World, families: FamilyOfStaff[], standings: Map<string, Standing>): Due[] {
  const today = londonDay(world.now().toISOString())
  const soon = new Date(Date.parse(today) + DAYS_BEFORE * DAY_MS).toISOString().slice(0, 10)
  return families
    .flatMap(({ familyId, publicId, familyName: name }): Due[] => {
      const standing = standings.get(familyId)
      if (!standing) return []
      const { file, staff } = standing
      const names = (order: CourtOrder) => againstIn(order).map((id) => personCalled(file, staff, id).name)
      const days = [
        { on: file.plan.reviewBy },
        ...(file.courtOrders ?? []).map((order) => ({
          order: { kind: order.kind, against: names(order) },
          on: order.until,
        })),
      ]
      return days.flatMap(({ on, ...what }) =>
        on && on <= soon ? [{ family: { id: publicId, name }, ...what, on, passed: on < today }] : [],
      )
    })
    .sort((a, b) => (a.on < b.on ? -1 : 1))
}
