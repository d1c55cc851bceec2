import { revoke } from '#app/domain/coming-in/ending'
import { invite } from '#app/domain/network/invitations'
import { reachIn } from '#app/domain/people/contact'
import { personByReference } from '#app/domain/people/person-for-staff'
import { asKept } from '#app/domain/people/safe-times'
import { Refusal } from '#app/domain/refusal'
import type { World } from '#app/domain/world'
import { type Command, type Given, option } from './command'

export const invitePerson: Command = {
  name: 'invite',
  usage: 'REFERENCE PERSON --word WORD',
  words: 2,
  options: { word: { type: 'string' } },
  run: async (world, given) => {
    const person = await personNamed(world, given)
    const contact = (await reachIn(world, person.familyId))?.contactOf(person.personId)
    const { phone, language = 'en', safeToText = null } = contact ?? {}
    const invited = await invite(world, person, {
      phone: phone ?? '',
      language,
      safeToText: asKept(safeToText),
      word: option(given, 'word'),
    })
    if ('refused' in invited) throw new Refusal(`This person is not invited: ${invited.refused.join(', ')}.`)
    return invited
  },
}

export const revokePerson: Command = {
  name: 'revoke',
  usage: 'REFERENCE PERSON',
  words: 2,
  run: async (world, given) => {
    const person = await personNamed(world, given)
    await revoke(world, person)
    return { revoked: person.personId }
  },
}

async function personNamed(world: World, { words: [reference = '', personId = ''] }: Given) {
  const person = await personByReference(world, reference, personId)
  if (!person) throw new Refusal(`There is no “${personId}” in a family “${reference}” that somebody works with.`)
  return person
}
