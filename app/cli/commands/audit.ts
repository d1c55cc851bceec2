import { z } from 'zod'
import { familyByReference, referenceOf } from '#app/domain/council/families'
import { Refusal } from '#app/domain/refusal'
import { headsOf, lostSince, verifyAudit } from '#app/domain/trail/audit'
import { type Command, option } from './command'
import { textOf } from './family'

export const auditVerify: Command = {
  name: 'audit verify',
  usage: '[--family REFERENCE] [--against FILE]',
  words: 0,
  options: { family: { type: 'string' }, against: { type: 'string' } },
  run: async (world, given) => {
    const reference = option(given, 'family')
    const familyId = reference && (await familyByReference(world, reference))
    const { rows, chain, brokenAt } = await verifyAudit(world, { familyId })
    const nameOf = async (of = '') => (await referenceOf(world, of)) ?? 'the council'
    if (brokenAt !== undefined)
      throw new Refusal(`The trail of ${await nameOf(chain)} is not as it was written, from row ${brokenAt} on.`)
    const file = option(given, 'against')
    const kept = file === undefined ? [] : headsIn(await textOf(world, file))
    const lost = await lostSince(world, kept)
    if (lost)
      throw new Refusal(
        `The trail of ${await nameOf(lost.chain)} does not hold row ${lost.seq} as it was kept in the file.`,
      )
    return { rows, whole: true, ...(file !== undefined && { against: kept.length }) }
  },
}

/** To be kept where nobody who can write the database can write. */
export const auditHeads: Command = {
  name: 'audit heads',
  usage: '',
  words: 0,
  run: (world) => headsOf(world),
}

const heads = z.array(z.object({ chain: z.string(), seq: z.number(), hash: z.string() }))

function headsIn(text: string) {
  try {
    return heads.parse(JSON.parse(text))
  } catch {
    throw new Refusal('The file is not what `audit heads` printed.')
  }
}
