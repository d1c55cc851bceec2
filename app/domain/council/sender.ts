/** What texts begin with, and what pages are called: an administrator's choice, and neutral, since anybody may read it. */

import { plainly } from '#app/domain/forms/audited-write'
import { textsFit } from '#app/domain/texts/wording'
import type { World } from '#app/domain/world'
import { council } from '#db/schema'
import { councilIfSet, councilOf } from './council'
import type { StaffSession } from './staff-sessions'
import { tells, tellsInText } from './telling'

/** What every text begins with. */
export const senderOf = async (world: World): Promise<string> =>
  (await councilIfSet(world))?.senderName ?? world.settings.senderName

/** What pages are called in titles and histories. */
export const serviceNameOf = async (world: World): Promise<string> =>
  (await councilIfSet(world))?.serviceName ?? world.settings.serviceName

/** Both names as they are now. */
export const namesNow = async (world: World): Promise<Names> => ({
  senderName: await senderOf(world),
  serviceName: await serviceNameOf(world),
})

export type NameRefusal = 'name-missing' | 'name-long' | 'name-letters' | 'name-tells'
export type Names = { senderName: string; serviceName: string }

/** Why texts may not begin with this. Eleven plain letters, as networks allow for a sender: https://www.twilio.com/docs/glossary/what-alphanumeric-sender-id */
export function whyNotSender(name: string, councilName: string): NameRefusal | undefined {
  if (!/\p{L}/u.test(name)) return 'name-missing'
  if (name.length > 11) return 'name-long'
  if (!/^[a-z0-9 ]+$/i.test(name)) return 'name-letters'
  return tellsInText(name, councilName) ? 'name-tells' : undefined
}

function whyNotServiceName(name: string, councilName: string): NameRefusal | undefined {
  if (!/\p{L}/u.test(name)) return 'name-missing'
  if (name.length > 40) return 'name-long'
  return tells(name, councilName) ? 'name-tells' : undefined
}

/** Sets both names. Refuses by field; then nothing has changed. */
export async function setNames(
  world: World,
  { staffId }: Pick<StaffSession, 'staffId'>,
  typed: Names,
  write = plainly(world),
): Promise<{ refused: Partial<Record<keyof Names, NameRefusal>> } | { set: Names }> {
  const { name } = await councilOf(world)
  const names = { senderName: tidy(typed.senderName), serviceName: tidy(typed.serviceName) }
  const sender =
    whyNotSender(names.senderName, name) ?? (textsFit(world.settings, names.senderName) ? undefined : 'name-long')
  const service = whyNotServiceName(names.serviceName, name)
  if (sender || service)
    return { refused: { ...(sender && { senderName: sender }), ...(service && { serviceName: service }) } }
  await write({ who: `staff:${staffId}`, did: 'names.set' }, async (db) => [db.update(council).set(names)])
  return { set: names }
}

const tidy = (name: string) => name.trim().replace(/\s+/g, ' ')
