import { Refusal } from '#app/domain/refusal'
import { verifyAudit } from '#app/domain/trail/audit'
import type { Command } from './command'

export const auditVerify: Command = {
  name: 'audit verify',
  usage: '',
  words: 0,
  run: async (world) => {
    const { rows, brokenAt } = await verifyAudit(world)
    if (brokenAt !== undefined) throw new Refusal(`The trail is not as it was written, from row ${brokenAt} on.`)
    return { rows, whole: true }
  },
}
