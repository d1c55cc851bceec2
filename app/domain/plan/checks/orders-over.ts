import type { FamilyFile } from '../case-file'
import { againstIn } from '../court-orders'
import { pathText } from '../paths'
import type { Finding } from './finding'

/** Court orders past their last day. That opens nothing to anybody: somebody has to decide what comes now. */
export function ordersOver({ courtOrders = [] }: FamilyFile, today: string): Finding[] {
  return courtOrders.flatMap((order, at) =>
    order.until && order.until < today
      ? [
          {
            ...{ kind: 'order-over' as const, path: pathText(['courtOrders', at]) },
            ...{ people: againstIn(order), found: order.until },
          },
        ]
      : [],
  )
}
