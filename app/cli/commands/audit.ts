import { familyByReference, referenceOf } from '#app/domain/council/families'
import { Refusal } from '#app/domain/refusal'
import { verifyAudit } from '#app/domain/trail/audit'
import { type Command, option } from './command'

export const auditVerify: Command = {
  name: 'audit verify',
  usage: '[--family REFERENCE]',
  words: 0,
  options: { family: { type: 'string' } },
  run: async (world, given) => {
    const reference = option(given, 'family')
    const familyId = reference && (await familyByReference(world, reference))
    const { rows, chain, brokenAt } = await verifyAudit(world, { familyId })
    if (brokenAt === undefined) return { rows, whole: true }
    const whose = (await referenceOf(world, chain ?? '')) ?? 'the council'
    throw new Refusal(`The trail of ${whose} is not as it was written, from row ${brokenAt} on.`)
  },
}
