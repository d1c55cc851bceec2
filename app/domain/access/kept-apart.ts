/** Who is kept from what in a family, in one piece: what nobody may endorse or check a plan without having before their eyes. */
import { londonDay } from '#app/domain/london'
import { personCalled } from '#app/domain/plan/called'
import type { Circle, Id } from '#app/domain/plan/case-file'
import { againstIn } from '#app/domain/plan/court-orders'
import type { World } from '#app/domain/world'
import { gravestApart } from './apart'
import { eyesOf } from './eyes'
import { type Standing, standingOf } from './standing'

/** All names as staff call people; `days` are London's. */
export type KeptApart = {
  domesticAbuse: boolean
  orders: { says: string; against: string[]; protects: string[]; from?: string; until?: string }[]
  /** Whoever stands apart: `sees` what. */
  apart: { name: string; sees: 'own-items' | 'nothing' | 'not-told' }[]
  /** Who must not learn that these are involved. */
  hidden: { names: string[]; from: string[] }[]
  circles: { circle: Circle | 'none'; names: string[] }[]
  words: { words: string[]; from: string[] }[]
}

/** Of a family's draft, or, without one, of what is published; null when there is neither. */
export async function keptApartIn(world: World, familyId: string): Promise<KeptApart | null> {
  const family = await standingOf(world, familyId, { draftFirst: true })
  return family && keptApart(family, londonDay(world.now().toISOString()))
}

/** The same of a family that is loaded. */
export function keptApart({ file, narrowings, staff }: Standing, today: string): KeptApart {
  const { people, children, sides = [], courtOrders = [], giveaways = [] } = file
  const call = (id: Id): string =>
    sides.find((side) => side.id === id)?.name ??
    ([...people, ...children].some((one) => one.id === id) ? personCalled(file, staff, id).name : '')
  const names = (ids: Id[] = []) => ids.map(call).filter((name) => name !== '')
  const isApart = (id: Id) => gravestApart({ file, narrowings, today }, id).length > 0
  const byHand = (id: Id) => narrowings.filter((row) => row.itemId === id).map(({ shutTo }) => shutTo)
  const fromWhom = ({ id, hiddenFrom = [] }: (typeof people)[0]) =>
    [...new Set([...hiddenFrom, ...byHand(id)])].sort().join(' ')
  return {
    domesticAbuse: file.domesticAbuse === true,
    orders: courtOrders.map(({ kind, protects, from, until, ...order }) => ({
      ...{ says: kind, against: names(againstIn(order)), protects: names(protects) },
      ...(from && { from }),
      ...(until && { until }),
    })),
    apart: people.flatMap(({ id, notToBeTold }) => {
      if (!notToBeTold && !isApart(id)) return []
      const sees = eyesOf({ file, narrowings }, id) ? ('own-items' as const) : ('nothing' as const)
      return [{ name: call(id), sees: notToBeTold ? ('not-told' as const) : sees }]
    }),
    hidden: [...new Set(people.map(fromWhom))].flatMap((from) =>
      from === ''
        ? []
        : [
            {
              names: people.filter((one) => fromWhom(one) === from).map(({ id }) => call(id)),
              from: names(from.split(' ')),
            },
          ],
    ),
    circles: (['inner', 'middle', 'outer', 'none'] as const).flatMap((circle) => {
      const here = people.filter(
        (one) => one.kind !== 'professional' && !isApart(one.id) && (one.circle ?? 'none') === circle,
      )
      return here.length > 0 ? [{ circle, names: here.map(({ id }) => call(id)) }] : []
    }),
    words: giveaways.map(({ words, keepFrom }) => ({ words, from: names(keepFrom) })),
  }
}
