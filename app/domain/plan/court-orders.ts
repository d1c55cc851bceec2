import type { CourtOrder, Id } from './case-file'

/**
 * Whether an order has its effect on this day: from its first, until a version of the plan is published without it. Its
 * last day ends nothing here: that somebody may be rung, or read, again is decided by people who know, not by a date.
 */
export function hasEffect({ from }: Pick<CourtOrder, 'from'>, today: string): boolean {
  return !from || from <= today
}

/** Everybody an order is against. */
export const againstIn = ({ against }: Pick<CourtOrder, 'against'>): Id[] => [against].flat()
