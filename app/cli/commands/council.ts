import { COUNCIL_FIELDS, type CouncilField, type CouncilTyped, setCouncil } from '#app/domain/council/set-council'
import { Refusal } from '#app/domain/refusal'
import type { World } from '#app/domain/world'
import { type Command, type Given, option } from './command'
import { textOf } from './family'

/** How each is typed, and what it looks like. */
const TYPED: Record<CouncilField, [option: string, like: string]> = {
  name: ['name', '"Example City Council"'],
  open: ['open', '"MO-FR 09:00-17:00"'],
  holidays: ['bank-holidays', 'the file of gov.uk/bank-holidays.json, or one with a date a line'],
  duty: ['duty', 'a phone number'],
  emergencyDuty: ['emergency-duty', 'a phone number'],
  exit: ['exit', 'an https address that gives nothing away, such as https://www.bbc.co.uk/weather'],
  many: ['unusual-families', 'so many families opened in an hour are unusual, such as 20'],
  night: ['night', 'London times, such as 22:00-06:00'],
}

/** The first thing on an empty database; later an administrator sets the same at the desk. */
export const councilSet: Command = {
  name: 'council set',
  usage:
    '--name NAME --open HOURS --duty NUMBER --emergency-duty NUMBER --exit ADDRESS [--bank-holidays FILE] [--unusual-families NUMBER] [--night FROM-UNTIL]',
  words: 0,
  options: Object.fromEntries(Object.values(TYPED).map(([name]) => [name, { type: 'string' as const }])),
  run: async (world, given) => {
    const set = await setCouncil(world, null, await typedIn(world, given))
    if (!('refused' in set)) return set.set
    const faults = COUNCIL_FIELDS.flatMap((field) => {
      const [name, like] = TYPED[field]
      const why = set.refused[field]
      return why ? [`--${name} ${why === 'missing' ? 'is missing' : 'cannot be read'}: ${like}.`] : []
    })
    throw new Refusal(faults.join('\n'))
  },
}

async function typedIn(world: World, given: Given): Promise<CouncilTyped> {
  const file = option(given, TYPED.holidays[0])
  const all = COUNCIL_FIELDS.map((field) => [field, option(given, TYPED[field][0])] as const)
  return { ...Object.fromEntries(all), holidays: file && (await textOf(world, file)) }
}
