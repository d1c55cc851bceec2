import { councilOf } from '#app/domain/council/council'
import { historyOf } from '#app/domain/council/council-history'
import { type NameRefusal, type Names, whyNotSender, whyNotServiceName } from '#app/domain/council/sender'
import type { StaffSession } from '#app/domain/council/staff-sessions'
import { plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { council } from '#db/schema'
import { textsFit } from './wording'

/** Sets both names. Refuses by field; then nothing has changed. */
export async function setNames(
  world: World,
  { staffId }: Pick<StaffSession, 'staffId'>,
  typed: Names,
  write = plainly(world),
): Promise<{ refused: Partial<Record<keyof Names, NameRefusal>> } | { set: Names }> {
  const before = await councilOf(world)
  const { name } = before
  const names = { senderName: tidy(typed.senderName), serviceName: tidy(typed.serviceName) }
  const sender =
    whyNotSender(names.senderName, name) ?? (textsFit(world.settings, names.senderName) ? undefined : 'name-long')
  const service = whyNotServiceName(names.serviceName, name)
  if (sender || service)
    return { refused: { ...(sender && { senderName: sender }), ...(service && { serviceName: service }) } }
  await write({ who: `staff:${staffId}`, did: 'names.set' }, async (db) => [
    db.update(council).set(names),
    ...historyOf(world, db, staffId, before, names),
  ])
  return { set: names }
}

const tidy = (name: string) => name.trim().replace(/\s+/g, ' ')
