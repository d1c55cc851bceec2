import { councilOf } from '#app/domain/council/council'
import { historyOf } from '#app/domain/council/council-history'
import { type NameRefusal, whyNotName } from '#app/domain/council/sender'
import type { StaffSession } from '#app/domain/council/staff-sessions'
import { plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { council } from '#db/schema'
import { textsFit } from './wording'

/** Sets the name people know us by, in texts and on pages. Refuses with why; then nothing has changed. */
export async function setName(
  world: World,
  { staffId }: Pick<StaffSession, 'staffId'>,
  typed: string,
  write = plainly(world),
): Promise<{ refused: NameRefusal } | { set: string }> {
  const name = typed.trim().replace(/\s+/g, ' ')
  const before = await councilOf(world)
  const refused = whyNotName(name, before.name) ?? (textsFit(world.settings, name) ? undefined : 'name-long')
  if (refused) return { refused }
  // Both columns: a portal of the version before, beside this one, calls its pages by the second.
  const names = { senderName: name, serviceName: name }
  await write({ who: `staff:${staffId}`, did: 'names.set' }, async (db) => [
    db.update(council).set(names),
    ...historyOf(world, db, staffId, before, { senderName: name }),
  ])
  return { set: name }
}
