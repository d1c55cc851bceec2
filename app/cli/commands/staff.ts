import { addStaff } from '#app/domain/council/staff'
import { type Command, option } from './command'

export const staffAdd: Command = {
  name: 'staff add',
  usage: 'ID NAME --role worker|manager|administrator [--team TEAM] [--phone NUMBER]',
  words: 2,
  options: { role: { type: 'string' }, team: { type: 'string' }, phone: { type: 'string' } },
  run: (world, given) => {
    const [id, name] = given.words
    const { role, team, phone } = {
      role: option(given, 'role'),
      team: option(given, 'team'),
      phone: option(given, 'phone'),
    }
    return addStaff(world, { id, name, role, team, phone })
  },
}
