import { addStaff, leave } from '#app/domain/council/staff'
import { type Command, option } from './command'

export const staffAdd: Command = {
  name: 'staff add',
  usage: 'ID NAME --role worker|manager|administrator [--team TEAM] [--phone NUMBER] [--account NAME]',
  words: 2,
  options: {
    role: { type: 'string' },
    team: { type: 'string' },
    phone: { type: 'string' },
    account: { type: 'string' },
  },
  run: (world, given) => {
    const [id, name] = given.words
    const [role, team, phone, account] = ['role', 'team', 'phone', 'account'].map((one) => option(given, one))
    return addStaff(world, { id, name, role, team, phone, account })
  },
}

export const staffLeave: Command = {
  name: 'staff leave',
  usage: 'ID',
  words: 1,
  run: (world, { words: [id = ''] }) => leave(world, id),
}
