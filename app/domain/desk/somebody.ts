import { type Apart, whyApart } from '#app/domain/access/apart'
import type { Standing } from '#app/domain/access/standing'
import { londonDay } from '#app/domain/london'
import { reachFrom } from '#app/domain/people/contact'
import { personCalled } from '#app/domain/plan/called'
import type { Id } from '#app/domain/plan/case-file'
import { type SafeNow, safeNow } from '#app/domain/texts/safe-times'
import type { World } from '#app/domain/world'

/** Somebody of a family on a line of the desk: whether to ring them at this hour, and whether others are kept safe from them. */
export type Somebody = { id: string; name: string } & ToRing
export type ToRing = { phone?: string; safe?: SafeNow; apart?: Apart[] }

/** By the id in the plan. */
export function somebody(world: World, standing: Standing, id: Id): Somebody {
  const { file, staff, publicIds } = standing
  return { id: publicIds.get(id) ?? '', name: personCalled(file, staff, id).name, ...toRing(world, standing, id) }
}

/** The same without a name: for who may stand in the plan no more. */
export function toRing(world: World, standing: Standing, id: Id): ToRing {
  const contact = reachFrom(standing).contactOf(id)
  const { phone } = contact
  const safe = phone ? safeNow(contact, world.now()) : undefined
  const apart = whyApart({ ...standing, today: londonDay(world.now().toISOString()) }, id)
  return { ...(phone && { phone }), ...(safe && { safe }), ...(apart.length > 0 && { apart }) }
}
