import type { CourtOrder, Id } from './case-file'

/** Whether an order holds on this day: from its first to the end of its last; without a last until somebody ends it. */
export function isInForce({ from, until }: Pick<CourtOrder, 'from' | 'until'>, today: string): boolean {
  return (!from || from <= today) && (!until || today <= until)
}

/** Everybody an order is against. */
export const againstIn = ({ against }: Pick<CourtOrder, 'against'>): Id[] => [against].flat()
