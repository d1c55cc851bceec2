import { askedOf } from '#app/domain/access/asked-of'
import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import { storiesAskedOf } from '#app/domain/access/stories-asked'
import { ownCommitments } from '#app/domain/said/answers'
import { ownSaying } from '#app/domain/said/not-mine'
import { ownScales } from '#app/domain/said/scores'
import type { World } from '#app/domain/world'

/**
 * Whether the page a form was sent to is there for this reader as things stand: what is shut, gone with a new version
 * or out of their circle's reach has none. A path nobody knows has none either, so its words have a page of their own.
 */
export async function pageStands(world: World, plan: PlanAsSeenBy, path: string): Promise<boolean> {
  if (path === '/me/leave') return true
  const [start, id, page, item = '', ...more] = path.split('/').slice(1)
  if (start !== 'p' || id !== plan.id || more.length > 0) return false
  switch (page) {
    case 'log':
      return item === 'new' || item === 'ring'
    case 'mine':
      return ownCommitments(plan).some((one) => one.id === item)
    case 'scale':
      return ownScales(plan).some((one) => one.id === item)
    case 'agree':
      return askedOf(plan).some((one) => one.id === item)
    case 'approve':
      return storiesAskedOf(plan).some((one) => one.id === item)
    case 'not-mine':
      return (await ownSaying(world, plan, item)) !== undefined
    default:
      return false
  }
}
