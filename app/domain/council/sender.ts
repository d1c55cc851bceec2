/** What texts begin with, and what pages are called: an administrator's choice, and neutral, since anybody may read it. */

import type { World } from '#app/domain/world'
import { type Council, councilIfSet } from './council'
import { hasHiddenSigns, withoutHiddenSigns } from './hidden-signs'
import { tells, tellsInText } from './telling'

/** What every text begins with. */
export const senderOf = async (world: World): Promise<string> =>
  withoutHiddenSigns((await councilIfSet(world))?.senderName ?? world.settings.senderName)

/** What pages are called in titles and histories. */
export const serviceNameOf = async (world: World): Promise<string> => serviceNameIn(world, await councilIfSet(world))

/** The same, of a council's settings that are read already. */
export const serviceNameIn = ({ settings }: World, council?: Pick<Council, 'serviceName'>): string =>
  withoutHiddenSigns(council?.serviceName ?? settings.serviceName)

/** Both names as they are now. */
export const namesNow = async (world: World): Promise<Names> => ({
  senderName: await senderOf(world),
  serviceName: await serviceNameOf(world),
})

export type NameRefusal = 'name-missing' | 'name-long' | 'name-letters' | 'name-signs' | 'name-tells'
export type Names = { senderName: string; serviceName: string }

/** Why texts may not begin with this. Eleven plain letters, as networks allow for a sender: https://www.twilio.com/docs/glossary/what-alphanumeric-sender-id */
export function whyNotSender(name: string, councilName: string): NameRefusal | undefined {
  if (!/\p{L}/u.test(name)) return 'name-missing'
  if (name.length > 11) return 'name-long'
  if (!/^[a-z0-9 ]+$/i.test(name)) return 'name-letters'
  return tellsInText(name, councilName) ? 'name-tells' : undefined
}

/** Why pages may not be called this. */
export function whyNotServiceName(name: string, councilName: string): NameRefusal | undefined {
  if (!/\p{L}/u.test(name)) return 'name-missing'
  if (name.length > 40) return 'name-long'
  if (hasHiddenSigns(name)) return 'name-signs'
  return tells(name, councilName) ? 'name-tells' : undefined
}
