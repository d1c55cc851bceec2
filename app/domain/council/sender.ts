/**
 * The one name people know us by: texts begin with it, pages are called it, and a worker says it face to face. An
 * administrator's choice, and neutral, since anybody may read it.
 */

import type { World } from '#app/domain/world'
import { type Council, councilIfSet } from './council'
import { withoutHiddenSigns } from './hidden-signs'
import { tellsInText } from './telling'

/** The name as it is now. */
export const nameOf = async (world: World): Promise<string> => nameIn(world, await councilIfSet(world))

/** The same, of a council's settings that are read already. */
export const nameIn = ({ settings }: World, council?: Pick<Council, 'senderName'>): string =>
  withoutHiddenSigns(council?.senderName ?? settings.serviceName)

export type NameRefusal = 'name-missing' | 'name-long' | 'name-letters' | 'name-tells'

/** Why this may not be the name. Eleven plain letters, as networks allow for a sender: https://www.twilio.com/docs/glossary/what-alphanumeric-sender-id */
export function whyNotName(name: string, councilName: string): NameRefusal | undefined {
  if (!/\p{L}/u.test(name)) return 'name-missing'
  if (name.length > 11) return 'name-long'
  if (!/^[a-z0-9 ]+$/i.test(name)) return 'name-letters'
  return tellsInText(name, councilName) ? 'name-tells' : undefined
}
