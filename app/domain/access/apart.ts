/** Who stands apart: under an order, or with a view that something or somebody was taken out of. */
import type { FamilyFile, Id } from '#app/domain/plan/case-file'
import { againstIn, hasEffect } from '#app/domain/plan/court-orders'
import { eyesOf } from './eyes'
import type { Situation } from './situation'

export type Apart = 'own-items' | 'order' | 'hidden'

/** The gravest first: through their eyes a plan is looked at before all others. */
export const GRAVEST: Apart[] = ['order', 'own-items', 'hidden']

/**
 * What anybody may be shown of it, by leaving them out of the drawing round the children: what was agreed and published
 * of them, never that somebody is hidden from them, since that would tell that there is somebody.
 */
export function isApart({ file, today }: { file: FamilyFile; today: string }, id: Id): boolean {
  return hasOwnItems(file, id) || isUnderOrder(file, id, today)
}

const hasOwnItems = ({ people }: FamilyFile, id: Id) =>
  people.some((person) => person.id === id && person.planView === 'own-items')

const isUnderOrder = ({ courtOrders = [] }: FamilyFile, id: Id, today: string) =>
  courtOrders.some((order) => hasEffect(order, today) && againstIn(order).includes(id))

/** Every reason, for staff; none of a child. */
export function whyApart(situation: Pick<Situation, 'file' | 'narrowings' | 'today'>, id: Id): Apart[] {
  const { file, today } = situation
  if (file.children.some((child) => child.id === id)) return []
  const eyes = eyesOf(situation, id)
  return [
    ...(hasOwnItems(file, id) ? ['own-items' as const] : []),
    ...(isUnderOrder(file, id, today) ? ['order' as const] : []),
    ...(eyes && file.people.some((other) => eyes.hides(other.id)) ? ['hidden' as const] : []),
  ]
}

/** The same, the gravest first. */
export function gravestApart(situation: Pick<Situation, 'file' | 'narrowings' | 'today'>, id: Id): Apart[] {
  const apart = whyApart(situation, id)
  return GRAVEST.filter((why) => apart.includes(why))
}
